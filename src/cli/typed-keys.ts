/** What somebody types, as questions take it: one answer a line, and a way out that is always open. */
import { PassThrough } from 'node:stream'

export interface TypedKeys {
  /** In place of stdin. */
  readonly keys: PassThrough
  readonly close: () => void
}

const [interrupt, endOfInput] = ['\u0003', '\u0004']

export function typedKeys(stdin: NodeJS.ReadStream): TypedKeys {
  const keys = Object.assign(new PassThrough(), {
    isTTY: true as const,
    setRawMode: (isRaw: boolean) => stdin.setRawMode(isRaw),
  })
  const take = (typed: string): void => {
    keys.write(asTyped(typed))
  }
  // A terminal that is gone answers no more.
  const end = (): void => {
    keys.write(interrupt)
  }
  stdin.setEncoding('utf8').on('data', take).on('end', end)
  return {
    keys,
    close: () => {
      stdin.off('data', take).off('end', end).pause()
    },
  }
}

/**
 * Ctrl-D is the way out, too: nobody would hear it otherwise. Lines that are pasted come at once, and are one answer; the
 * questions would take the first, and lose the rest.
 */
export function asTyped(typed: string): string {
  const keys = typed.replaceAll(endOfInput, interrupt)
  const [, text = '', enter = ''] = /^(.*?)([\r\n]*)$/s.exec(keys) ?? []
  if (text === '') return enter.replaceAll('\n', '\r')
  if (text.includes('\u001b')) return keys
  return text.replace(/\s*[\r\n\t]\s*/g, ' ') + (enter === '' ? '' : '\r')
}
