/** What a cell shows: its number as its style's format writes it in the language of the workbook. */

import type { Language } from '../../model/text.ts'
import type { Cell, StyleName } from '../../model/workbook-sheet.ts'
import { numberFormat } from '../xlsx/styles.ts'

/** Only widths matter: a space, a comma and a point are equally wide. */
export function printed(cell: Cell, language: Language): string {
  switch (cell.kind) {
    case 'blank':
      return ''
    case 'text':
      return cell.text
    case 'day':
      return dayAs(codeOf('date', language))
    default:
      return typeof cell.value === 'string' ? cell.value : numberAs(codeOf(cell.style, language), cell.value)
  }
}

const known = new Map<string, string>()

function codeOf(style: StyleName, language: Language): string {
  const key = `${style} ${language}`
  const code = known.get(key) ?? (numberFormat(style, language) ?? '').replace(/\[[^\]]*\]/g, '')
  known.set(key, code)
  return code
}

/** The widest day of that format. */
const dayAs = (code: string) => code.replaceAll('mmm', 'Sept').replace(/\bd\b/, '00').replace(/[dmy]/g, '0')

function numberAs(code: string, value: number): string {
  if (code === '') return String(value)
  const [, zeros = '', hashes = ''] = /\.(0*)(#*)/.exec(code) ?? []
  const isShare = code.includes('%')
  const digits = Math.abs(isShare ? value * 100 : value).toFixed(zeros.length + hashes.length)
  const [whole = '', fraction = ''] = digits.split('.')
  const kept = fraction.slice(0, zeros.length) + fraction.slice(zeros.length).replace(/0+$/, '')
  const grouped = code.includes(',') ? whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ' ') : whole
  // The point stands though no decimal follows it.
  return `${value < 0 ? '-' : ''}${grouped}${zeros || hashes ? `,${kept}` : ''}${isShare ? '%' : ''}`
}
