/** What no table, list of choices or chart may be. */
import { type Said, said } from '../../model/said.ts'

import type { Chart, Choice, Sheet, TableRange, Workbook } from '../../model/workbook-sheet.ts'
import { type About, problem, repeated, type WorkbookProblem } from './problem.ts'

/** Records in one register, each with a row or several: formulas over many more make Excel crawl. */
export const mostRecords = 50_000
/** What Excel itself holds. */
const mostRows = 1_048_576
const mostColumns = 16_384
const longestList = 255
const mostSeries = 6

export function tableProblems(sheet: Sheet, number: number): readonly WorkbookProblem[] {
  const { name, tables, widths } = sheet
  const whole: About = { in: 'sheet', sheet: number }
  return [
    ...(widths.length > mostColumns
      ? [
          problem(
            said('“{name}” has {count} columns.', { name, count: widths.length }),
            said('At most {mostColumns}.', { mostColumns }),
            whole,
          ),
        ]
      : []),
    ...widths
      .filter(width => !(width > 0 && width <= 255))
      .map(width =>
        problem(
          said('A column of “{name}” is {width} characters wide.', { name, width }),
          said('From 1 to 255.'),
          whole,
        ),
      ),
    ...tables.flatMap(table => [...headerProblems(sheet, table, number), ...rowProblems(sheet, table)]),
    ...(tables.some((one, index) => tables.slice(index + 1).some(other => overlap(one, other)))
      ? [
          problem(
            said('Two tables of “{name}” lie on one another.', { name }),
            said('Place one beneath the other.'),
            whole,
          ),
        ]
      : []),
  ]
}

function headerProblems({ name, rows }: Sheet, table: TableRange, sheet: number): readonly WorkbookProblem[] {
  const { columns, headerRow, firstColumn } = table
  const cells = rows.at(headerRow - 1)?.cells ?? []
  const differs = columns.some((column, index) => {
    const cell = cells[firstColumn - 1 + index]
    return cell?.kind !== 'text' || cell.text !== column
  })
  const at = (index: number): About => ({ in: 'cell', sheet, row: headerRow - 1, column: firstColumn - 1 + index })
  return [
    ...repeated(columns).map(both =>
      problem(
        said('Two columns of “{name}” are called “{columns}”.', { name, columns: columns[both[1]] ?? '' }),
        said('Word one of them otherwise.'),
        ...both.map(at),
      ),
    ),
    ...columns.flatMap((header, index) => (isBadHeader(header) ? [badHeader(header, name, at(index))] : [])),
    ...(differs && columns.every(each => each !== '')
      ? [
          problem(
            said('The header cells of “{name}” do not say what its columns are called.', { name }),
            said('They must be the same.'),
            {
              in: 'sheet',
              sheet,
            },
          ),
        ]
      : []),
  ]
}

function badHeader(header: string, sheet: string, about: About): WorkbookProblem {
  if (header === '') return problem(said('A column of “{sheet}” has no name.', { sheet }), said('Word it.'), about)
  const message = said('“{header}” cannot be the name of a column of “{sheet}”.', {
    header: header.slice(0, 40),
    sheet,
  })
  const found = problem(message, said('One line of at most 255 characters.'), about)
  const ofRecord =
    header.length > 255
      ? said('This name is too long for that of a column.')
      : said('This name holds what Excel takes for a sign of its own in that of a column.')
  return { ...found, ofRecord }
}

function rowProblems({ name }: Sheet, table: TableRange): readonly WorkbookProblem[] {
  const { headerRow, rows: count, records = count } = table
  const tooMany = (message: Said, hint: Said) => problem(message, hint, { in: 'records' })
  return [
    ...(count < 1
      ? [
          tooMany(
            said('The table “{name}” has no row.', { name: table.name }),
            said('A table has at least one, if only a blank one.'),
          ),
        ]
      : []),
    ...(records > mostRecords
      ? [
          tooMany(
            said('“{name}” would have {records} records.', { name, records }),
            said('At most {mostRecords}: give the agreement fewer, or several agreements.', { mostRecords }),
          ),
        ]
      : []),
    ...(headerRow + count > mostRows
      ? [
          tooMany(
            said('“{name}” would have {count} rows.', { name, count }),
            said('A sheet has {mostRows}: give the agreement fewer records.', { mostRows }),
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

export function choiceProblems(
  { name, choices = [] }: Sheet,
  { names }: Workbook,
  sheet: number,
): readonly WorkbookProblem[] {
  return choices.flatMap(({ from }) => {
    const fault = choiceFault(from, names)
    if (!fault) return []
    const about: About = 'words' in from ? { in: 'choice', words: atFault(from.words) } : { in: 'sheet', sheet }
    return [
      problem(
        said('A list of choices on “{name}” {fault}.', { name, fault }),
        said('Refer to a column that holds the words.'),
        about,
      ),
    ]
  })
}

/** Those with a comma or nothing in them; where none has, all are together too long. */
function atFault(words: readonly string[]): readonly string[] {
  const wrong = words.filter(word => word === '' || word.includes(','))
  return wrong.length > 0 ? wrong : words
}

function choiceFault(from: Choice['from'], names: Workbook['names']): Said | undefined {
  if ('name' in from)
    return names.some(({ name }) => name === from.name)
      ? undefined
      : said('asks for “{name}”, which is no name', { name: from.name })
  if (from.words.length === 0 || from.words.includes('')) return said('has an empty word')
  if (from.words.some(word => word.includes(','))) return said('has a word with a comma, which would be two')
  return from.words.join(',').length > longestList
    ? said('is longer than {longestList} characters', { longestList })
    : undefined
}

export function chartProblems(
  { name, charts = [] }: Sheet,
  { sheets }: Workbook,
  number: number,
): readonly WorkbookProblem[] {
  const quoted = sheets.map(sheet => `'${sheet.name.replaceAll("'", "''")}'!`)
  return charts.flatMap((chart, index) => {
    const about: About = { in: 'chart', sheet: number, chart: index, phrase: chart.title === '' ? 'title' : 'alt' }
    return chartFaults(chart, quoted).map(fault =>
      problem(
        said('The chart “{title}” on “{name}” {fault}.', { title: chart.title, name, fault }),
        said('Mend the chart.'),
        about,
      ),
    )
  })
}

function chartFaults(
  { type, title, description, categories, series, against }: Chart,
  sheets: readonly string[],
): readonly Said[] {
  const drawn = against ? [...series, against] : series
  const cells = drawn.flatMap(each => [each.name, each.values])
  const ranges = [categories, ...cells].flatMap(({ range }) => range.replace(/^\(|\)$/g, '').split(/,(?=')/))
  const most = type === 'doughnut' ? 1 : mostSeries
  return [
    ...(title === '' || description === '' ? [said('lacks a title or words for those who hear it')] : []),
    ...(series.length === 0 || series.length > most
      ? [said('has {count} series, not 1 to {most}', { count: series.length, most })]
      : []),
    ...(drawn.some(({ values }) => values.points.length !== categories.points.length)
      ? [said('has another number of values than of categories')]
      : []),
    ...(ranges.some(range => !sheets.some(sheet => range.startsWith(sheet))) ? [said('shows cells of no sheet')] : []),
    ...(cells.some(({ points }) => points.some(point => typeof point === 'number' && !Number.isFinite(point)))
      ? [said('shows a number that is not finite')]
      : []),
  ]
}
