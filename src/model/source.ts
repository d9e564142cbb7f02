/** A text that was read, and places in it. Offsets inside; lines and columns only when something is printed. */

/** `path` is '/'-separated and relative to the workspace root. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** SHA-256 of its bytes, from whoever read them: what is known of a text is known by it. */
  readonly digest?: string
  /** Nothing is known of what it says, and why was told by whoever could not read it. */
  readonly isUnread?: true
  /** It came with Khabar: what it says is said otherwise in a file of the workspace. */
  readonly isShipped?: true
}

/** Half-open range `[start, end)` in UTF-16 units of the text of `file`. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

/** `text` in place of `[start, end)`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** @param edits in any order, none inside another */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text)
}

/** Counts from 1; `column` in UTF-16 units, as editors and language servers count. */
export interface Position {
  readonly line: number
  readonly column: number
}

export function positionAt(text: string, offset: number): Position {
  const end = Math.min(Math.max(offset, 0), text.length)
  let line = 1
  let lineStart = 0
  for (let next = text.indexOf('\n'); next !== -1 && next < end; next = text.indexOf('\n', next + 1)) {
    line += 1
    lineStart = next + 1
  }
  return { line, column: end - lineStart + 1 }
}

export function spanOfFile(file: SourceFile): Span {
  return { file, start: 0, end: 0 }
}
