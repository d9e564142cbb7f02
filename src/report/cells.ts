/** Cells that are more than a text, a number or a day. */
import type { Figure } from '../model/figure.ts'
import type { CellModel } from '../model/workbook.ts'
import type { StyleName } from '../model/workbook-sheet.ts'

export const value = (of: string | number | null | undefined, style?: StyleName): CellModel => ({
  kind: 'value',
  value: of ?? null,
  ...(style && { style }),
})
/** A number that no formula of the workbook makes, with what it was made of. */
export const shown = (figure: Figure, style?: StyleName): CellModel => ({
  kind: 'value',
  value: figure.value,
  ...(style && { style }),
  figure,
})
export const day = (iso: string | null | undefined): CellModel => ({ kind: 'day', day: iso ?? null })
export const words = (key: string, style?: StyleName): CellModel => ({ kind: 'words', key, ...(style && { style }) })

/** A text that has no version in this language says so; nothing is borrowed. */
export const textOr = (text: string | undefined, style?: StyleName): CellModel =>
  text === undefined ? words('report.no_text', style) : value(text, style)

/** Several names in one cell, so that a row is counted once. */
export const listed = (names: readonly string[], separator = ', '): string | null => names.join(separator) || null
