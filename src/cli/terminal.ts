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
  progress(text: string, done?: number, total?: number): void
}

export interface TerminalOptions {
  readonly color: 'auto' | 'always' | 'never'
  readonly quiet: boolean
}

export function openTerminal({ color, quiet }: TerminalOptions): Terminal {
  const { stdout, stderr, env } = process
  const interactive = stderr.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined
  const wanted = env['NO_COLOR'] ? false : env['FORCE_COLOR'] ? true : stderr.isTTY === true
  let drawn = false
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
    progress: (text, done, total) => {
      if (quiet) return
      if (!interactive) {
        if (done === undefined || done === 0) stderr.write(`${text}\n`)
        return
      }
      stderr.write(`\r\u001b[K${bar(done, total)}${text}`)
      drawn = true
      if (done !== undefined && done === total) clear()
    },
  }
}

const width = 24
function bar(done: number | undefined, total: number | undefined): string {
  if (done === undefined || !total) return ''
  const filled = Math.round((width * Math.min(done, total)) / total)
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor((100 * done) / total)} % `
}
