/** A text cut into lines, so that each of many places in it is found by halving. */
import type { Position, SourceFile } from './source.ts'

export interface Lines {
  readonly count: number
  /** Without its line break; `line` counts from 1. */
  textOf(line: number): string
  positionAt(offset: number): Position
}

let last: { readonly file: SourceFile; readonly lines: Lines } | undefined

/** Whoever asks of one place in a file asks of the next: the last file stays cut, and of ten thousand no more than that. */
export function linesIn(file: SourceFile): Lines {
  if (last?.file !== file) last = { file, lines: linesOf(file.text) }
  return last.lines
}

export function linesOf(text: string): Lines {
  const starts = [0]
  for (let next = text.indexOf('\n'); next !== -1; next = text.indexOf('\n', next + 1)) starts.push(next + 1)
  return {
    count: starts.length,
    textOf(line) {
      const start = starts[line - 1]
      return start === undefined ? '' : text.slice(start, starts[line] ?? text.length).replace(/\r?\n$/, '')
    },
    positionAt(offset) {
      const within = Math.min(Math.max(offset, 0), text.length)
      const line = lineAt(starts, within)
      return { line, column: within - (starts[line - 1] ?? 0) + 1 }
    },
  }
}

/** The last line that starts at or before the offset, by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
