/** How wide a text is in the letters of its style, in points; what `xlsx/styles.ts` says of a style is asked there. */
import type { Cell, StyleName } from '../../model/workbook-sheet.ts'
import { styleNames, styleOf } from '../xlsx/styles.ts'
import { arial } from './arial.ts'

export interface Letters {
  /** In points. */
  readonly size: number
  /** By number of the letter, in thousandths of the size. */
  readonly widths: Uint16Array
  /** Steps from the edge of the cell. */
  readonly indent: number
  /** A text is broken into lines; a number never is. */
  readonly wraps: boolean
  readonly isRight: boolean
}

/** A letter that Arial lacks comes from another font: no wider than the widest, for whatever it is. */
const unknown = 1100
/** By its size. */
export const widestLetter = unknown / 1000
const lastKnown = 0x25ff

function tableOf(face: 0 | 1): Uint16Array {
  const widths = new Uint16Array(lastKnown + 1).fill(unknown)
  // Marks that sit on the letter before them.
  widths.fill(0, 0x300, 0x370)
  for (const row of arial) for (const letter of row[2]) widths[letter.charCodeAt(0)] = row[face]
  return widths
}

const [regular, bold] = [tableOf(0), tableOf(1)]

function lettersOf(style: StyleName, isTotal: boolean): Letters {
  const cell: Cell = { kind: 'text', text: '', style, ...(isTotal && { total: true }) }
  const { font, alignment } = styleOf(cell, { colour: '#000000', language: 'en', inTable: true })
  return {
    size: font?.size ?? 10,
    widths: font?.bold ? bold : regular,
    indent: alignment?.indent ?? 0,
    wraps: alignment?.wrapText ?? false,
    isRight: alignment?.horizontal === 'right',
  }
}

const plain = new Map(styleNames.map(style => [style, lettersOf(style, false)]))
const strong = new Map(styleNames.map(style => [style, lettersOf(style, true)]))

export function lettersIn({ style, total }: Pick<Cell, 'style' | 'total'>): Letters {
  const letters = (total ? strong : plain).get(style)
  if (!letters) throw new Error(`there is no style “${style}”`)
  return letters
}

/** Of one line. */
export function inkOf(text: string, { widths, size }: Letters): number {
  let sum = 0
  for (let index = 0; index < text.length; index += 1) sum += widths[text.charCodeAt(index)] ?? unknown
  return (sum * size) / 1000
}
