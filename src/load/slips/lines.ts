/** A text as lines: which of them make its structure, and which are the words of a text under `|` or `>`. */

export interface Line {
  readonly start: number
  /** Without its end. */
  readonly text: string
  /** Spaces before it. */
  readonly indent: number
  /** Of words under `|` or `>`: the index of the line that has the sign. */
  readonly header?: number
  /** The first line below such words, or in place of them: the index of the line that has the sign. */
  readonly below?: number
}

export type Lines = readonly Line[]

export function linesOf(text: string): Lines {
  const lines: Line[] = []
  let start = 0
  let header: number | undefined
  for (const whole of text.split('\n')) {
    const line = whole.replace(/\r$/, '')
    const indent = /^ */.exec(line)?.[0].length ?? 0
    const isWords = header !== undefined && (line.trim() === '' || indent > columnOf(lines[header]?.text ?? ''))
    if (isWords && header !== undefined) lines.push({ start, text: line, indent, header })
    else {
      lines.push({ start, text: line, indent, ...(header !== undefined && { below: header }) })
      header = /(?:^|[:\-?] +)[|>][-+0-9]*(?:\s+#.*)?$/.test(line) ? lines.length - 1 : undefined
    }
    start += whole.length + 1
  }
  return lines
}

/** Where the field or the entry of a line begins, behind the dashes. */
export const columnOf = (line: string): number => /^ *(?:- +)*/.exec(line)?.[0].length ?? 0

export const isBlank = ({ text }: Line): boolean => text.trim() === ''
export const isComment = ({ text }: Line): boolean => /^\s*#/.test(text)

/** Of the offset. */
export function indexAt(lines: Lines, offset: number): number {
  const after = lines.findIndex(({ start }) => start > offset)
  return (after < 0 ? lines.length : after) - 1
}

/** The nearest line above that is neither blank nor a comment. */
export function above(lines: Lines, index: number): Line | undefined {
  return lines.slice(0, index).findLast(line => !isBlank(line) && !isComment(line))
}

/** What stands behind dashes and the name of a field: `- role: x` is `{ lead: '- role: ', name: 'role', value: 'x' }`. */
export function partsOf(line: string): { readonly lead: string; readonly name?: string; readonly value: string } {
  const [lead = '', name] = /^\s*(?:- +)*(?:([\p{L}_][\p{L}\p{N}_-]*)\s*:(?:\s+|$))?/u.exec(line) ?? []
  return { lead, value: line.slice(lead.length).trimEnd(), ...(name !== undefined && { name }) }
}
