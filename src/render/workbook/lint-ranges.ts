/** What no table, list of choices or chart may be. */
import type { Chart, Choice, Sheet, TableRange, Workbook } from '../../model/workbook-sheet.ts'
import { layoutProblem, recordProblem, repeated, type WorkbookProblem } from './problem.ts'

/** Records in one register, each with a row or several: formulas over many more make Excel crawl. */
export const mostRecords = 50_000
/** What Excel itself holds. */
const mostRows = 1_048_576
const mostColumns = 16_384
const longestList = 255
const mostSeries = 6

export function tableProblems(sheet: Sheet): readonly WorkbookProblem[] {
  const { name, tables, widths } = sheet
  return [
    ...(widths.length > mostColumns
      ? [layoutProblem(`“${name}” has ${widths.length} columns.`, `At most ${mostColumns}.`)]
      : []),
    ...widths
      .filter(width => !(width > 0 && width <= 255))
      .map(width => layoutProblem(`A column of “${name}” is ${width} characters wide.`, 'From 1 to 255.')),
    ...tables.flatMap(table => oneTable(sheet, table)),
    ...(tables.some((one, index) => tables.slice(index + 1).some(other => overlap(one, other)))
      ? [layoutProblem(`Two tables of “${name}” lie on one another.`, 'Place one beneath the other.')]
      : []),
  ]
}

function oneTable({ name, rows }: Sheet, table: TableRange): readonly WorkbookProblem[] {
  const { columns, headerRow, firstColumn, rows: count, records = count } = table
  const headers = rows.at(headerRow - 1)?.cells ?? []
  const differs = columns.some((column, index) => {
    const cell = headers[firstColumn - 1 + index]
    return cell?.kind !== 'text' || cell.text !== column
  })
  return [
    ...repeated(columns).map(header =>
      layoutProblem(`Two columns of “${name}” are called “${header}”.`, 'Word one of them otherwise.'),
    ),
    ...columns
      .filter(isBadHeader)
      .map(header =>
        header === ''
          ? layoutProblem(`A column of “${name}” has no name.`, 'Word it.')
          : layoutProblem(
              `“${header.slice(0, 40)}” cannot be the name of a column of “${name}”.`,
              'One line of at most 255 characters.',
            ),
      ),
    ...(differs && columns.every(each => each !== '')
      ? [
          layoutProblem(
            `The header cells of “${name}” do not say what its columns are called.`,
            'They must be the same.',
          ),
        ]
      : []),
    ...(count < 1
      ? [layoutProblem(`The table “${table.name}” has no row.`, 'A table has at least one, if only a blank one.')]
      : []),
    ...(records > mostRecords
      ? [
          recordProblem(
            `“${name}” would have ${records} records.`,
            `At most ${mostRecords}: give the agreement fewer, or several agreements.`,
          ),
        ]
      : []),
    ...(headerRow + count > mostRows
      ? [
          recordProblem(
            `“${name}” would have ${count} rows.`,
            `A sheet has ${mostRows}: give the agreement fewer records.`,
          ),
        ]
      : []),
  ]
}

/** `_x0041_` would be read as "A". */
const isBadHeader = (header: string) => header === '' || header.length > 255 || /\p{Cc}|_x[0-9A-F]{4}_/iu.test(header)

function overlap(one: TableRange, other: TableRange): boolean {
  const isBeside = (a: TableRange, b: TableRange) => a.firstColumn + a.columns.length <= b.firstColumn
  const isAbove = (a: TableRange, b: TableRange) => a.headerRow + a.rows < b.headerRow
  return ![isBeside(one, other), isBeside(other, one), isAbove(one, other), isAbove(other, one)].includes(true)
}

export function choiceProblems({ name, choices = [] }: Sheet, { names }: Workbook): readonly WorkbookProblem[] {
  return choices.flatMap(({ from }) => {
    const fault = choiceFault(from, names)
    return fault
      ? [layoutProblem(`A list of choices on “${name}” ${fault}.`, 'Refer to a column that holds the words.')]
      : []
  })
}

function choiceFault(from: Choice['from'], names: Workbook['names']): string | undefined {
  if ('name' in from)
    return names.some(({ name }) => name === from.name) ? undefined : `asks for “${from.name}”, which is no name`
  if (from.words.length === 0 || from.words.includes('')) return 'has an empty word'
  if (from.words.some(word => word.includes(','))) return 'has a word with a comma, which would be two'
  return from.words.join(',').length > longestList ? `is longer than ${longestList} characters` : undefined
}

export function chartProblems({ name, charts = [] }: Sheet, { sheets }: Workbook): readonly WorkbookProblem[] {
  const quoted = sheets.map(sheet => `'${sheet.name.replaceAll("'", "''")}'!`)
  return charts.flatMap(chart =>
    chartFaults(chart, quoted).map(fault =>
      layoutProblem(`The chart “${chart.title}” on “${name}” ${fault}.`, 'Mend the chart.'),
    ),
  )
}

function chartFaults(
  { type, title, description, categories, series, against }: Chart,
  sheets: readonly string[],
): readonly string[] {
  const drawn = against ? [...series, against] : series
  const cells = drawn.flatMap(each => [each.name, each.values])
  const ranges = [categories, ...cells].flatMap(({ range }) => range.replace(/^\(|\)$/g, '').split(/,(?=')/))
  const most = type === 'doughnut' ? 1 : mostSeries
  return [
    ...(title === '' || description === '' ? ['lacks a title or words for those who hear it'] : []),
    ...(series.length === 0 || series.length > most ? [`has ${series.length} series, not 1 to ${most}`] : []),
    ...(drawn.some(({ values }) => values.points.length !== categories.points.length)
      ? ['has another number of values than of categories']
      : []),
    ...(ranges.some(range => !sheets.some(sheet => range.startsWith(sheet))) ? ['shows cells of no sheet'] : []),
    ...(cells.some(({ points }) => points.some(point => typeof point === 'number' && !Number.isFinite(point)))
      ? ['shows a number that is not finite']
      : []),
  ]
}
