/** The file and line in which a record says something. */
import { type Entry, spanOf } from './dataset.ts'
import { linesIn } from './lines.ts'

export interface WrittenAt {
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** Of a field, or of what there is of it: its key where it has one. @param at JSON pointer from the record */
export function writtenAt(entry: Entry, at = ''): WrittenAt {
  const { file, start } = spanOf(entry, at, at === '' ? 'value' : 'key')
  return { file: file.path, line: linesIn(file).positionAt(start).line }
}
