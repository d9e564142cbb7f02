/** Where words go: results to stdout, all else to stderr; colour and progress only where someone can see them. */

export interface Terminal {
  readonly colour: boolean
  /** A person watches: progress may redraw its line. */
  readonly interactive: boolean
  result(text: string): void
  /** Silenced by --quiet. */
  say(text: string): void
  /** What must be heard: mistakes and faults. */
  complain(text: string): void
  /** Redraws its line on a terminal; elsewhere a plain line at each quarter. */
  progress(task: string, done?: number, total?: number, detail?: string): void
}

export interface TerminalOptions {
  readonly color: 'auto' | 'always' | 'never'
  readonly quiet: boolean
}

export function openTerminal({ color, quiet }: TerminalOptions): Terminal {
  const { stdout, stderr, env } = process
  const interactive = stderr.isTTY && env['TERM'] !== 'dumb' && env['CI'] === undefined
  const wanted = env['NO_COLOR'] ? false : env['FORCE_COLOR'] ? true : stderr.isTTY
  let drawn = false
  const told = new Map<string, string>()
  const clear = (): void => {
    if (drawn) stderr.write('\r\u001b[K')
    drawn = false
  }
  return {
    colour: color === 'auto' ? wanted : color === 'always',
    interactive,
    result: text => {
      clear()
      stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    say: text => {
      clear()
      if (!quiet) stderr.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    complain: text => {
      clear()
      if (text) stderr.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    progress: (task, done, total, detail = '') => {
      if (quiet) return
      const percent = done === undefined || !total ? undefined : Math.floor((100 * done) / total)
      if (!interactive) {
        const line = percent === undefined ? task : `${task}: ${Math.floor(percent / 25) * 25} %`
        if (told.get(task) !== line) stderr.write(`${line}\n`)
        told.set(task, line)
        return
      }
      stderr.write(`\r\u001b[K${percent === undefined ? '' : bar(percent)}${task} ${detail}`)
      drawn = true
      if (percent === 100) clear()
    },
  }
}

const width = 24
function bar(percent: number): string {
  const filled = Math.round((width * Math.min(percent, 100)) / 100)
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${percent} % `
}
