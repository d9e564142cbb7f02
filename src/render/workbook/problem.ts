/** A fault of a workbook before it is written, as the lint tells it. */
import type { Said } from '../../model/said.ts'

/** Where a fault is, counted from 0: whoever placed it knows of which phrase or record that is made. */
export type About =
  | { readonly in: 'margin' }
  | { readonly in: 'tab'; readonly sheet: number }
  | { readonly in: 'sheet'; readonly sheet: number }
  | { readonly in: 'cell'; readonly sheet: number; readonly row: number; readonly column: number }
  | { readonly in: 'chart'; readonly sheet: number; readonly chart: number; readonly phrase: 'title' | 'alt' }
  | { readonly in: 'choice'; readonly words: readonly string[] }
  /** How many records there are. */
  | { readonly in: 'records' }

export interface WorkbookProblem {
  readonly message: Said
  readonly hint: Said
  /** Of two that cannot both be, both. */
  readonly about: readonly About[]
  /** The same said of a record, whose place needs no naming. */
  readonly ofRecord?: Said
}

export const problem = (message: Said, hint: Said, ...about: readonly About[]): WorkbookProblem => ({
  message,
  hint,
  about,
})

/** Of names in whatever letters: each that stands there before, and where it did. */
export function repeated(names: readonly string[]): readonly (readonly [first: number, again: number])[] {
  const lower = names.map(name => name.toLowerCase())
  return lower.flatMap((name, index) => {
    const first = lower.indexOf(name)
    return first < index ? [[first, index] as const] : []
  })
}
