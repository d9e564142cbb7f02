/**
 * A register beyond what exceljs can hold, as raw XML a chunk at a time. exceljs writes the sheet without the rows of
 * the table, and far below them one cell of each style; what stands here takes the rows' place and the styles' numbers.
 */
import { type CellNumbers, recurring } from '../../model/recurring.ts'
import type { Cell, Content, Sheet, SheetRow, TableRange, Workbook } from '../../model/workbook-sheet.ts'
import { columnLetters } from '../workbook/formula.ts'
import { hasDigits } from './marks.ts'
import type { Parts } from './package.ts'
import { literal } from './sheet.ts'
import { styleKey, styleNames } from './styles.ts'
import { escapeXml } from './xml.ts'

export interface Register {
  /** From 1: the sheet's place in the workbook. */
  readonly number: number
  readonly table: TableRange
  readonly sheet: Sheet
  /** The sheet as exceljs is handed it. */
  readonly skeleton: Sheet
}

/** The largest table of each sheet, where it is larger than `largest`. */
export function registersOf({ sheets }: Workbook, largest: number): readonly Register[] {
  return sheets.flatMap((sheet, index) => {
    const table = sheet.tables.toSorted((a, b) => b.rows - a.rows)[0]
    if (!table || table.rows <= largest) return []
    return { number: index + 1, table, sheet, skeleton: skeletonOf(sheet, table) }
  })
}

/** Rows keep their numbers; those of the table keep only what hangs on a cell, and what stands for its column. */
function skeletonOf(sheet: Sheet, table: TableRange): Sheet {
  const kept: SheetRow[] = []
  const hangingIn = hanging()
  for (const [index, row] of sheet.rows.entries()) {
    if (!isInTable(index + 1, table) || index === table.headerRow) kept.push(row)
    else kept.push(hangingIn(row, sheet.rows.numbersAt?.(index)))
  }
  kept.push(...Array.from({ length: gapAboveStyles - 1 }, () => emptyRow), { cells: styleCells })
  const tables = sheet.tables.map(each => (each === table ? { ...table, rows: 1 } : each))
  return { ...sheet, rows: kept, tables }
}

const isInTable = (number: number, { headerRow, rows }: TableRange) => number > headerRow && number <= headerRow + rows

/** Of a row the cells on which something hangs. One of digits stands for its column, the first of them. */
function hanging() {
  const digits = new Set<number>()
  const look = recurring((cell: Cell) => {
    if (cell.note ?? cell.link ?? cell.href) return 'always'
    return hasDigits(cell) ? 'of-digits' : 'never'
  })
  return ({ cells }: SheetRow, numbers: CellNumbers | undefined): SheetRow => {
    let kept: (Cell | null)[] | undefined
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column]
      const hangs = cell ? look(cell, column, numbers) : 'never'
      if (!cell || hangs === 'never' || (hangs === 'of-digits' && digits.has(column))) continue
      if (hasDigits(cell)) digits.add(column)
      kept ??= cells.map(() => null)
      kept[column] = cell
    }
    return kept ? { cells: kept } : emptyRow
  }
}

const emptyRow: SheetRow = { cells: [] }
const gapAboveStyles = 10

const styleCells: readonly Cell[] = styleNames.flatMap(style => {
  const contents: readonly Content[] = [
    { kind: 'text', text: 'x' },
    { kind: 'text', text: '=x' },
    { kind: 'number', value: 0 },
  ]
  return contents.flatMap((content): readonly Cell[] => [
    { ...content, style },
    { ...content, style, total: true },
  ])
})

const mark = '<!--rows-->'

export interface OpenSheet {
  readonly path: string
  /** The sheet with a mark where its rows belong. */
  readonly xml: string
  /** The number of each style, by its key. */
  readonly styles: ReadonlyMap<string, number>
}

/** Out of what exceljs wrote come the few rows of the table, and the one with a cell of each style. */
export function openSheet(parts: Parts, { number, table, skeleton }: Register): OpenSheet {
  const path = `xl/worksheets/sheet${number}.xml`
  const xml = parts.get(path) ?? ''
  const end = xml.indexOf('</sheetData>')
  const starts = [...xml.matchAll(/<row r="(\d+)"/g)].map(found => ({ row: Number(found[1]), at: found.index }))
  const from = (row: number) => starts.find(start => start.row >= row)?.at ?? end
  const styleRow = skeleton.rows.length
  const below = xml.slice(from(table.headerRow + table.rows + 1), from(styleRow))
  const dimension = `A1:${columnLetters(Math.max(1, skeleton.widths.length))}${styleRow - gapAboveStyles}`
  const head = xml
    .slice(0, from(table.headerRow + 1))
    .replace(/<dimension ref="[^"]*"/, `<dimension ref="${dimension}"`)
  const numbers = [...xml.slice(from(styleRow), end).matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)]
  const styles = styleCells.map((cell, index): [string, number] => [styleKey(cell), Number(numbers[index]?.[1] ?? 0)])
  return { path, xml: head + mark + below + xml.slice(end), styles: new Map(styles) }
}

/**
 * The finished sheet, in pieces of some tens of thousands of letters.
 * @param check is handed each row before it is written
 */
export function* sheetChunks(
  xml: string,
  { table, sheet }: Register,
  { styles }: OpenSheet,
  check: (row: SheetRow, index: number, numbers: CellNumbers | undefined) => void,
): Generator<string> {
  const at = xml.indexOf(mark)
  yield xml.slice(0, at)
  const columns = {
    opens: table.columns.map((_, index) => `<c r="${columnLetters(index + 1)}`),
    xmlOf: cellsXml(styles),
  }
  let chunk = ''
  for (const [index, row] of sheet.rows.entries()) {
    if (!isInTable(index + 1, table)) continue
    const numbers = sheet.rows.numbersAt?.(index)
    check(row, index, numbers)
    chunk += rowXml({ ...row, number: index + 1, numbers }, columns)
    if (chunk.length > 60_000) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk + xml.slice(at + mark.length)
}

type CellXml = (cell: Cell, column: number, numbers: CellNumbers | undefined) => string

interface Columns {
  /** What begins a cell, up to the number of its row. */
  readonly opens: readonly string[]
  /** What follows that. */
  readonly xmlOf: CellXml
}

interface NumberedRow extends SheetRow {
  readonly number: number
  readonly numbers: CellNumbers | undefined
}

function rowXml({ cells, height, number, numbers }: NumberedRow, { opens, xmlOf }: Columns): string {
  let xml = height ? `<row r="${number}" ht="${height}" customHeight="1">` : `<row r="${number}">`
  cells.forEach((cell, column) => {
    if (cell) xml += `${opens[column]}${number}${xmlOf(cell, column, numbers)}`
  })
  return `${xml}</row>`
}

/** Formulas are of their rows. */
function cellsXml(styles: OpenSheet['styles']): CellXml {
  const make = (cell: Cell): string => `" s="${styles.get(styleKey(cell)) ?? 0}"${contentXml(cell)}`
  const lasting = recurring(make)
  return (cell, column, numbers) => (cell.kind === 'formula' ? make(cell) : lasting(cell, column, numbers))
}

/** What follows the style; texts stand in their cells, for a list of all of them would grow with the rows. */
function contentXml(cell: Cell): string {
  switch (cell.kind) {
    case 'blank':
      return '/>'
    case 'text': {
      const text = escapeXml(literal(cell.text))
      return ` t="inlineStr"><is><t${text.includes('\n') || text !== text.trim() ? ' xml:space="preserve"' : ''}>${text}</t></is></c>`
    }
    case 'number':
      return `><v>${cell.value}</v></c>`
    case 'day':
      return `><v>${serialOf(cell.day)}</v></c>`
    default: {
      const formula = `><f>${escapeXml(cell.formula)}</f><v>`
      return typeof cell.value === 'number'
        ? `${formula}${cell.value}</v></c>`
        : ` t="str"${formula}${escapeXml(cell.value)}</v></c>`
    }
  }
}

/** Excel counts days from the last of 1899. */
const serialOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
