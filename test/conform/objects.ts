/** Objects of a PDF as a test writes them down. */
import type { PdfDict, PdfName, PdfObject, PdfRef, PdfString } from '../../src/conform/pdf-objects.ts'

export const name = (text: string): PdfName => ({ name: text })
export const ref = (number: number): PdfRef => ({ ref: number })

/** A text string in UTF-16, which every reader knows. */
export function textString(text: string): PdfString {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  return { bytes: `\u00fe\u00ff${units.map(unit => String.fromCharCode(unit >> 8, unit & 255)).join('')}` }
}

export const dict = (entries: Readonly<Record<string, PdfObject>>): PdfDict => new Map(Object.entries(entries))
