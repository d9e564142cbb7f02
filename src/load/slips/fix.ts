/** The mend of a slip as edits of its text, line by line: ends of lines, and the spaces before them, stay as they are. */
import type { Edit } from '../../model/source.ts'
import type { Slip } from './slip.ts'

export function editsOf(text: string, { edit: { start, end, put } }: Slip): readonly Edit[] {
  const isToEnd = /^(?:\r?\n|$)/.test(text.slice(end, end + 2))
  const old = text.slice(start, end).split('\n')
  const meant = put.split('\n')
  if (old.length !== meant.length) return [{ start, end, text: text.includes('\r\n') ? withReturns(put) : put }]
  let at = start
  return old.flatMap((whole, index) => {
    const from = at
    at += whole.length + 1
    const isWhole = isToEnd || index < old.length - 1
    const line = isWhole ? whole.replace(/[ \t]*\r?$/, '') : whole
    const now = isWhole ? (meant[index] ?? '').trimEnd() : (meant[index] ?? '')
    return line === now ? [] : [{ start: from, end: from + line.length, text: now }]
  })
}

const withReturns = (put: string): string => put.replaceAll(/\r?\n/g, '\r\n')
