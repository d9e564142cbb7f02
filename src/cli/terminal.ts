/** Where words go: results to stdout, all else to stderr; colour and progress only where someone can see them. */
import type { Said, Tell } from '../model/said.ts'
import { progressLine, quarterLine } from './progress.ts'

/** A sentence, or what is printed already. */
export type Words = Said | string

export interface Terminal {
  readonly colour: boolean
  /** A person watches: progress may redraw its line. */
  readonly interactive: boolean
  /** For what is put together from several sentences. */
  readonly tell: Tell
  result(text: string): void
  /** Silenced by --quiet. */
  say(words: Words): void
  /** What must be heard: mistakes and faults. */
  complain(words: Words): void
  /** Redraws its line on a terminal; elsewhere a plain line at each quarter. */
  progress(task: Said, done?: number, total?: number, detail?: string): void
}

export interface TerminalOptions {
  readonly color: 'auto' | 'always' | 'never'
  readonly quiet: boolean
}

export function openTerminal({ color, quiet }: TerminalOptions, tell: Tell): Terminal {
  const { stdout, stderr, env } = process
  const interactive = stderr.isTTY && env['TERM'] !== 'dumb' && env['CI'] === undefined
  const wanted = env['NO_COLOR'] ? false : env['FORCE_COLOR'] ? true : stderr.isTTY
  const { show, clear } = interactive ? drawnProgress(stderr, tell) : loggedProgress(stderr, tell)
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    clear()
    if (text) stream.write(text.endsWith('\n') ? text : `${text}\n`)
  }
  const told = (words: Words): string => (typeof words === 'string' ? words : tell(words))
  return {
    colour: color === 'auto' ? wanted : color === 'always',
    interactive,
    tell,
    result: text => write(stdout, text),
    say: words => write(stderr, quiet ? '' : told(words)),
    complain: words => write(stderr, told(words)),
    progress: quiet ? () => {} : show,
  }
}

interface ProgressShown {
  readonly show: Terminal['progress']
  readonly clear: () => void
}

/** Ten times a second is as often as an eye follows; more of it flickers, and costs the build. */
const redrawMs = 100

/** One line, drawn over itself, gone when the task is done or other words come. */
function drawnProgress(stderr: NodeJS.WriteStream, tell: Tell): ProgressShown {
  let task = { name: '', done: 0, since: 0 }
  let drawnAt: number | undefined
  const clear = (): void => {
    if (drawnAt !== undefined) stderr.write('\r\u001b[K')
    drawnAt = undefined
  }
  return {
    clear,
    show(words, done, total, detail) {
      const name = tell(words)
      const now = performance.now()
      // A count that goes back is the same task begun anew.
      const isNew = name !== task.name || (done ?? 0) < task.done
      task = { name, done: done ?? 0, since: isNew ? now : task.since }
      if (done !== undefined && done === total) return clear()
      if (!isNew && drawnAt !== undefined && now - drawnAt < redrawMs) return
      const line = progressLine(
        { task: name, done, total, detail, elapsedMs: now - task.since, tell },
        (stderr.columns || 80) - 1,
      )
      stderr.write(`\r${line}\u001b[K`)
      drawnAt = now
    },
  }
}

/** Where nobody watches: plain lines, at most one a quarter. */
function loggedProgress(stderr: NodeJS.WriteStream, tell: Tell): ProgressShown {
  const told = new Map<string, string>()
  return {
    clear: () => {},
    show(words, done, total) {
      const task = tell(words)
      const line = quarterLine({ task, done, total, elapsedMs: 0 })
      if (told.get(task) !== line) stderr.write(`${line}\n`)
      told.set(task, line)
    },
  }
}
