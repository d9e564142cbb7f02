/** A workbook as text: a file a sheet, a line a cell — its place, style, value and formula — then tables, charts and choices. */
import type { Cell, Chart, ChartCells, Sheet, Workbook } from '../../src/model/workbook-sheet.ts'
import { columnLetters } from '../../src/render/workbook/formula.ts'

/** By name: `workbook` and each sheet's own. */
export function workbookTexts(book: Workbook): ReadonlyMap<string, string> {
  const { sheets, title, subject, creator, notice } = book
  const about = [
    ...Object.entries({ title, subject, creator, notice }),
    ...sheets.map(({ name, landscape }) => ['sheet', name, landscape ? 'landscape' : 'portrait']),
  ]
  return new Map([['workbook', textOf(about)], ...sheets.map(sheet => [sheet.name, sheetText(sheet, book)] as const)])
}

type Line = readonly (string | number | null | undefined)[]
const textOf = (lines: readonly Line[]): string =>
  lines
    .map(
      line =>
        `${line
          .map(part => String(part ?? '').replaceAll('\n', '⏎'))
          .join('\t')
          .trimEnd()}\n`,
    )
    .join('')

function sheetText(sheet: Sheet, { names }: Workbook): string {
  const { rows, tables, charts = [], choices = [], shownBySize = [] } = sheet
  const own = `'${sheet.name.replaceAll("'", "''")}'!`
  return textOf([
    ...[...rows].flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell ? [cellLine(`${columnLetters(column + 1)}${row + 1}`, cell)] : [])),
    ),
    ['headers repeated', sheet.headerRow, 'columns frozen', sheet.frozenColumns],
    ...tables.map(table => ['table', table.name, `row ${table.headerRow}`, `${table.rows} rows`, table.description]),
    ...names
      .filter(({ range }) => range.startsWith(own))
      .map(({ name, range }) => ['name', name, range.slice(own.length).replaceAll('$', '')]),
    ...charts.flatMap(chartLines),
    ...choices.map(({ range, from }) => ['choice', range, 'name' in from ? from.name : from.words.join(' | ')]),
    ...shownBySize.map(({ shows, range }) => [shows, range]),
  ])
}

function cellLine(place: string, cell: Cell): Line {
  const more = [
    cell.note && `note: ${cell.note}`,
    cell.link && `leads to: ${cell.link}`,
    cell.href && `leads to: ${cell.href}`,
  ]
  return [place, `${cell.style}${cell.total ? ' total' : ''}`, ...contentOf(cell), ...more.filter(Boolean)]
}

function contentOf(cell: Cell): Line {
  if (cell.kind === 'formula') return [cell.value, `=${cell.formula}`]
  if (cell.kind === 'blank') return []
  return [cell.kind === 'text' ? cell.text : cell.kind === 'day' ? cell.day : cell.value]
}

function chartLines({ type, title, description, unit, categories, series, against }: Chart): readonly Line[] {
  const points = ({ range, points: shown }: ChartCells): Line => [range, shown.map(each => each ?? '–').join(' | ')]
  return [
    ['chart', type, title, unit, description],
    ['', 'categories', ...points(categories)],
    ...[...series, ...(against ? [against] : [])].map(({ name, values }) => [
      '',
      ...points(name).slice(1),
      ...points(values),
    ]),
  ]
}
