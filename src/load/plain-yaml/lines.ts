/** The lines of a text that is read plainly, and which of them comes next. */

export interface Reading {
  readonly lines: readonly string[]
  /** Index of the line that is read next. */
  next: number
}

export function indentOf(line: string): number {
  let indent = 0
  while (line.charCodeAt(indent) === 32) indent += 1
  return indent
}

/** Other spaces than plain ones are letters to YAML. */
export const trimmed = (line: string): string => line.replace(/^ +| +$/g, '')

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
