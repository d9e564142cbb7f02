/** What Excel refuses and no validator sees is found before it is written: one fault a rule, told once. */

import { expect, it } from 'vitest'
import { inEnglish } from '../../src/model/said.ts'
import type { Cell, Chart, Sheet, SheetRow, TableRange, Workbook } from '../../src/model/workbook-sheet.ts'
import { lintWorkbook } from '../../src/render/workbook/lint.ts'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { craftedWorkbook } from '../support/crafted-workbook.ts'

const good = craftedWorkbook()

const firstSheet = (change: (sheet: Sheet) => Partial<Sheet>): Workbook => ({
  ...good,
  sheets: good.sheets.map((sheet, index) => (index === 0 ? { ...sheet, ...change(sheet) } : sheet)),
})
const withCell = (cell: Cell) => firstSheet(({ rows }) => ({ rows: [...rows, { cells: [cell] }] }))
const withFormula = (formula: string, value: number | string = 1) =>
  withCell({ kind: 'formula', formula, value, style: 'count' })
const withTable = (change: (table: TableRange) => Partial<TableRange>) =>
  firstSheet(({ tables }) => ({ tables: tables.map(table => ({ ...table, ...change(table) })) }))
const withHeader = (text: string) => {
  const renamed = withTable(({ columns }) => ({ columns: [text, ...columns.slice(1)] }))
  const rows = good.sheets[0]?.rows.map((row, index) =>
    index === 3 ? { ...row, cells: [{ kind: 'text', text, style: 'header' } as const, ...row.cells.slice(1)] } : row,
  )
  const [first, ...rest] = renamed.sheets
  return { ...renamed, sheets: first && rows ? [{ ...first, rows }, ...rest] : [] }
}
const withChart = (change: (chart: Chart) => Partial<Chart>) =>
  firstSheet(({ charts = [] }) => ({ charts: charts.slice(0, 1).map(chart => ({ ...chart, ...change(chart) })) }))
const withChoice = (...words: string[]) => firstSheet(() => ({ choices: [{ range: 'G5:G7', from: { words } }] }))
const withRow = (row: Partial<SheetRow>, at: number) =>
  firstSheet(({ rows }) => ({ rows: rows.map((each, index) => (index === at ? { ...each, ...row } : each)) }))
const text = (words: string): Cell => ({ kind: 'text', text: words, style: 'text' })
const name = (words: string): Workbook => ({ ...good, names: [...good.names, { name: words, range: 'A1' }] })

const faults: readonly (readonly [fault: string, workbook: Workbook, told: string])[] = [
  ['no sheet', { ...good, sheets: [], names: [] }, 'no sheet'],
  ['a long tab', { ...good, sheets: [...good.sheets, sheetCalled('x'.repeat(32))] }, 'cannot be the name of a sheet'],
  ['a slash in a tab', { ...good, sheets: [...good.sheets, sheetCalled('a/b')] }, 'cannot be the name of a sheet'],
  ['a quote around a tab', { ...good, sheets: [...good.sheets, sheetCalled("'a")] }, 'cannot be the name of a sheet'],
  ['a name that Excel keeps', { ...good, sheets: [...good.sheets, sheetCalled('History')] }, 'cannot be the name'],
  ['two tabs of one name', { ...good, sheets: [...good.sheets, sheetCalled('SECOND')] }, 'Two sheets'],
  ['a name like a cell', name('ab12'), 'cannot be a name'],
  ['a name like a row and column', name('R1C1'), 'cannot be a name'],
  ['a name with a space', name('a b'), 'cannot be a name'],
  ['a name twice', name('COD_area'), 'stands twice'],
  ['a name that a table has', name('crafted'), 'stands twice'],
  ['a long notice', { ...good, notice: '&'.repeat(101) }, 'too long for the margin'],
  ['a long text', withCell(text('x'.repeat(32_768))), '32768 characters'],
  ['a control character', withCell(text('a\u0007b')), 'control character'],
  ['not a number', withCell({ kind: 'number', value: Number.NaN, style: 'count' }), 'not finite'],
  ['no such day', withCell({ kind: 'day', day: '2022-02-30', style: 'date' }), 'not a day'],
  ['a day before the calendar', withCell({ kind: 'day', day: '1900-02-28', style: 'date' }), 'not a day'],
  ['an infinite result', withFormula('1/A1', Number.POSITIVE_INFINITY), 'no finite number'],
  ['a result with a control character', withFormula('A1', '\u0001'), 'control character'],
  ['a new function', withFormula('XLOOKUP(A1,B:B,C:C)'), 'the function XLOOKUP'],
  ['an equals sign', withFormula('=A1'), 'begins with “=”'],
  ['an empty formula', withFormula(''), 'is empty'],
  ['a long formula', withFormula(`1${'+1'.repeat(4096)}`), '8193 characters'],
  ['a name that is none', withFormula('SUM(act_Nothing)'), 'act_Nothing'],
  ['a long note', withCell({ ...text('x'), note: 'x'.repeat(32_768) }), 'a note has'],
  ['a link to no sheet', withCell({ ...text('x'), link: 'Nowhere' }), 'which is no sheet'],
  ['a link that runs', withCell({ ...text('x'), href: 'javascript:alert(1)' }), 'is no link'],
  ['a link to a place on the machine', withCell({ ...text('x'), href: '/etc/passwd' }), 'is no link'],
  ['an endless link', withCell({ ...text('x'), href: `https://example.org/${'x'.repeat(2100)}` }), 'is no link'],
  ['more links than a sheet holds', manyLinks(), '65534 links'],
  ['a row too high', withRow({ height: 410 }, 8), '410 points'],
  ['merged cells in a table', withRow({ spreadTo: 8 }, 5), 'merged'],
  ['a column too wide', firstSheet(({ widths }) => ({ widths: [256, ...widths.slice(1)] })), '256 characters wide'],
  [
    'more columns than a sheet has',
    firstSheet(() => ({ widths: Array.from({ length: 16_385 }, () => 9) })),
    '16385 columns',
  ],
  ['two columns of one name', withHeader('YEAR'), 'Two columns'],
  ['a column without a name', withHeader(''), 'has no name'],
  ['a column over two lines', withHeader('two\nlines'), 'cannot be the name of a column'],
  ['a column like an escape', withHeader('a_x0041_'), 'cannot be the name of a column'],
  [
    'a header that says another name',
    withTable(({ columns }) => ({ columns: ['Other', ...columns.slice(1)] })),
    'do not say',
  ],
  ['a table without a row', withTable(() => ({ rows: 0 })), 'has no row'],
  ['more records than a register takes', withTable(() => ({ rows: 50_001 })), '50001 records'],
  [
    'tables on one another',
    firstSheet(({ tables }) => ({ tables: tables.flatMap(one => [one, { ...one, name: 'Other' }]) })),
    'lie on one another',
  ],
  ['a long list', withChoice('x'.repeat(128), 'y'.repeat(127)), 'longer than 255'],
  ['a comma in a list', withChoice('a, b'), 'a comma'],
  ['an empty word in a list', withChoice('a', ''), 'an empty word'],
  ['a list of no name', firstSheet(() => ({ choices: [{ range: 'A1', from: { name: 'cod_None' } }] })), 'cod_None'],
  ['a chart without words', withChart(() => ({ description: '' })), 'lacks a title'],
  ['a chart without series', withChart(() => ({ series: [] })), 'has 0 series'],
  ['a ring of two series', withChart(() => ({ type: 'doughnut' })), 'has 2 series'],
  [
    'a chart of uneven ranges',
    withChart(({ categories }) => ({ categories: { ...categories, points: ['a'] } })),
    'another number of values',
  ],
  [
    'a chart of no sheet',
    withChart(({ categories }) => ({ categories: { ...categories, range: "'None'!$A$1" } })),
    'cells of no sheet',
  ],
  [
    'a chart of no number',
    withChart(({ series }) => ({
      series: series.map(each => ({ ...each, values: { ...each.values, points: [1, Number.NaN, 3] } })),
    })),
    'not finite',
  ],
]

function sheetCalled(tab: string): Sheet {
  return { name: tab, landscape: false, widths: [9], rows: [], tables: [], headerRow: null, frozenColumns: 0 }
}

function manyLinks(): Workbook {
  const row: SheetRow = { cells: [{ ...text('x'), href: 'a.pdf' }] }
  return firstSheet(({ rows }) => ({ rows: [...rows, ...Array.from({ length: 65_531 }, () => row)] }))
}

it('finds nothing in a good workbook', () => {
  expect(lintWorkbook(good)).toEqual([])
  expect(lintWorkbook(withCell({ kind: 'day', day: '2024-02-29', style: 'date' }))).toEqual([])
  // Nobody sees them, which is told where they stand; XML holds them.
  expect(lintWorkbook(withCell(text('a\u0085b\u009fc')))).toEqual([])
})

it.each(faults)('finds %s', async (_, workbook, told) => {
  expect(lintWorkbook(workbook).map(({ message }) => inEnglish(message))).toEqual([expect.stringContaining(told)])
  await expect(writeXlsx(workbook, '2022-12-31')).rejects.toThrow('fault')
})
