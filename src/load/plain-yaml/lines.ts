/** The lines of a text that is read plainly, and which of them comes next. */

export interface Reading {
  readonly lines: readonly string[]
  /** Of each line, which one is the first from there on that is not empty. */
  readonly filled: Uint32Array
  /** Index of the line that is read next. */
  next: number
}

export function readingOf(text: string): Reading {
  const lines = text.split('\n')
  const filled = new Uint32Array(lines.length)
  for (let at = lines.length - 1, next = lines.length; at >= 0; at -= 1) {
    if (indentOf(lines[at] ?? '') < (lines[at] ?? '').length) next = at
    filled[at] = next
  }
  return { lines, filled, next: 0 }
}

export function indentOf(line: string): number {
  let indent = 0
  while (line.charCodeAt(indent) === 32) indent += 1
  return indent
}

/** Other spaces than plain ones are letters to YAML. Looked at from its end: a pattern would try each space within. */
export function trimmed(line: string): string {
  let end = line.length
  while (end > 0 && line.charCodeAt(end - 1) === 32) end -= 1
  return line.slice(indentOf(line), end)
}

/** Over empty lines and comments. @returns the indentation of the line that is next, -1 at the end */
export function skipToNext(reading: Reading): number {
  const { lines } = reading
  for (; reading.next < lines.length; reading.next += 1) {
    const line = lines[reading.next] ?? ''
    const indent = indentOf(line)
    if (indent < line.length && line.charAt(indent) !== '#') return indent
  }
  return -1
}
