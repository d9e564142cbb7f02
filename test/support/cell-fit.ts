/**
 * What of a workbook's sheets would be cut, broken or stand askew: each cell held against its column and its row. The
 * judge shares with the product the table of letters (test/render/letters.test.ts holds it against another source) and
 * the styles; words, lines, numbers and points are reckoned here on their own.
 */
import type { Cell, Sheet, SheetRow, Workbook } from '../../src/model/workbook-sheet.ts'
import { arial } from '../../src/render/workbook/arial.ts'
import { columnLetters } from '../../src/render/workbook/formula.ts'
import { styleOf } from '../../src/render/xlsx/styles.ts'

const [regular, bold] = ([0, 1] as const).map(
  face => new Map(arial.flatMap(row => Array.from(row[2], letter => [letter, row[face]] as const))),
)

/** Widths in characters of a column that has none of its own. */
const standard = 8.43
/** Of the workbook's own font, Calibri 11, on a screen. */
const [pixelsPerCharacter, paddingPixels, indentPixels] = [7, 5, 9]
const points = 0.75
/** From one line of Arial to the next. */
const lineSpacing = 1.15
/** Text longer than this is no word that anybody would read. */
const longestWord = 360

interface Look {
  readonly size: number
  readonly widths: ReadonlyMap<string, number>
  readonly indent: number
  readonly wraps: boolean
  readonly side: string
}

const looks = new Map<string, Look>()

function lookOf(cell: Cell, { colour, language }: Workbook): Look {
  const key = `${cell.style} ${cell.kind === 'text'} ${cell.total ?? false}`
  const known = looks.get(key)
  if (known) return known
  const { font, alignment } = styleOf(cell, { colour, language, inTable: true })
  const look = {
    size: font?.size ?? 10,
    widths: (font?.bold ? bold : regular) ?? new Map(),
    indent: alignment?.indent ?? 0,
    wraps: alignment?.wrapText ?? false,
    side: alignment?.horizontal ?? 'left',
  }
  looks.set(key, look)
  return look
}

/** Letters of other fonts are square at the most. */
const inkOf = (text: string, { widths, size }: Look): number =>
  Array.from(text).reduce((sum, letter) => sum + (widths.get(letter) ?? 1000), 0) * (size / 1000)

const locales = { ru: 'ru', en: 'en-GB', 'uz-Latn': 'ru', 'uz-Cyrl': 'ru' }
const digitsOf = { count: 0, mark: 0, decimal: 1, money: 2, percent: 1 } as const

function shown(cell: Cell, language: Workbook['language']): string {
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'blank') return ''
  if (cell.kind === 'day') return language === 'en' ? '28 Sep 2022' : '28.09.2022'
  if (typeof cell.value === 'string') return cell.value
  const locale = locales[language as keyof typeof locales] ?? 'en-GB'
  const digits = digitsOf[cell.style as keyof typeof digitsOf]
  if (digits === undefined) {
    const maximumFractionDigits = cell.style === 'rate' ? 10 : 20
    return cell.value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits })
  }
  const style = cell.style === 'percent' ? 'percent' : 'decimal'
  return cell.value
    .toLocaleString(locale, {
      style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      // A share has no separator of thousands.
      useGrouping: style === 'percent' ? false : 'always',
    })
    .replace('\u00a0%', '%')
}

/** Each cell that does not fit, and how. */
export function misfits(workbook: Workbook): readonly string[] {
  return workbook.sheets.flatMap(sheet => [
    ...[...sheet.rows].flatMap((row, index) => rowMisfits(row, index, { sheet, workbook })),
    ...askew(sheet, workbook),
  ])
}

interface Site {
  readonly sheet: Sheet
  readonly workbook: Workbook
}

function rowMisfits(row: SheetRow, index: number, { sheet, workbook }: Site): readonly string[] {
  return row.cells.flatMap((cell, column) => {
    const text = cell && shown(cell, workbook.language)
    if (!cell || !text) return []
    const look = lookOf(cell, workbook)
    const to = column === row.cells.length - 1 ? Math.max(column + 1, row.spreadTo ?? 0) : column + 1
    const room = roomOf(sheet, column, to) - look.indent * indentPixels * points - buttonOver(cell, index, sheet)
    const told = (fault: string) => [
      `${sheet.name}!${columnLetters(column + 1)}${index + 1}: “${text.slice(0, 60)}” ${fault}`,
    ]
    if (cell.kind !== 'text' || !look.wraps) return inkOf(text, look) > room ? told('is wider than its column') : []
    const broken = wordsOf(text).find(word => inkOf(word, look) > room && inkOf(word, look) <= longestWord)
    if (broken !== undefined) return told(`has “${broken}” broken`)
    const lines = countLines(text, room, look)
    if (cell.style === 'title' && lines > 1) return told(`is a title on ${lines} lines`)
    return lines * look.size * lineSpacing > (row.height ?? 0) ? told(`needs ${lines} lines`) : []
  })
}

function roomOf({ widths }: Sheet, from: number, to: number): number {
  let pixels = 0
  for (let column = from; column < to; column += 1) pixels += (widths[column] ?? standard) * pixelsPerCharacter
  return (pixels - paddingPixels) * points
}

/** A button covers the end of a header. */
const buttonOver = ({ style }: Cell, index: number, { tables }: Sheet) =>
  style.endsWith('header') && tables.some(({ headerRow }) => headerRow === index + 1) ? 12 : 0

/** Parts at whose ends every program breaks. */
const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[ \t\n]/)
    .flatMap(word => word.split(/(?<=[\p{L}\p{N}]-)(?=\p{L})/u))
    .filter(word => word !== '')

/** Word after word, letter after letter where one is longer than a line. */
function countLines(text: string, room: number, look: Look): number {
  let lines = 0
  const space = inkOf(' ', look)
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    for (const word of paragraph.split(' ').flatMap(each => [...wordsOf(each), ' '])) {
      if (word === ' ') {
        used += space
        continue
      }
      const ink = inkOf(word, look)
      if (used > 0 && used + ink > room) {
        lines += 1
        used = 0
      }
      if (ink <= room) {
        used += ink
        continue
      }
      for (const letter of word) {
        const width = inkOf(letter, look)
        if (used > 0 && used + width > room) {
          lines += 1
          used = 0
        }
        used += width
      }
    }
  }
  return lines
}

/** Columns whose numbers do not stand under one another and under their header. */
function askew(sheet: Sheet, workbook: Workbook): readonly string[] {
  const header = sheet.headerRow === null ? undefined : sheet.rows.at(sheet.headerRow - 1)
  if (!header) return []
  const sides = new Map<number, Set<string>>()
  for (const [index, row] of sheet.rows.entries()) {
    if (index < (sheet.headerRow ?? 0) || row.spreadTo) continue
    for (const [column, cell] of row.cells.entries()) {
      const isNumber = cell?.kind === 'number' || (cell?.kind === 'formula' && typeof cell.value === 'number')
      if (!cell || !isNumber || ['mark', 'rate'].includes(cell.style)) continue
      const { side, indent } = lookOf(cell, workbook)
      sides.set(column, (sides.get(column) ?? new Set()).add(`${side} ${indent}`))
    }
  }
  return [...sides].flatMap(([column, found]) => {
    const cell = header.cells[column]
    const { side, indent } = cell ? lookOf(cell, workbook) : { side: '', indent: 0 }
    return found.size === 1 && found.has(`${side} ${indent}`)
      ? []
      : [`${sheet.name}!${columnLetters(column + 1)}: numbers ${[...found].join(', ')}, their header ${side} ${indent}`]
  })
}
