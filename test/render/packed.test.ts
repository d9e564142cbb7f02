/** Packed rows are what placing each cell by itself gives; cells that say the same are one, and no others. */
import { array, assert, boolean, constantFrom, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type CellModel, formula, type RowModel, type TableModel } from '../../src/model/workbook.ts'
import type { StyleName } from '../../src/model/workbook-sheet.ts'
import { packedRows } from '../../src/render/workbook/packed.ts'
import type { PlacedCell, PlacedTable } from '../../src/render/workbook/placed.ts'
import { figure } from '../../src/report/figures.ts'

const columns = [
  { column: 'one', style: 'text' },
  { column: 'two', style: 'count' },
] as const
const model: TableModel = { block: 'table', name: 'Table', prefix: 'tab', filter: true, columns, rows: [] }
const table: PlacedTable = { model, columns: ['one', 'two'], headerRow: 1, dataRows: [2, 2] }

/** Tells all of a cell that may be shown, so that no two that differ are placed alike. */
const place = (cell: CellModel, style: StyleName): PlacedCell => ({
  content: { kind: 'said', text: JSON.stringify([cell, style]) },
  style: 'text',
})

const packed = (rows: readonly RowModel[], isExplained = false) =>
  [...packedRows(rows, { table, columns, place, isExplained })].map(row => ({ ...row }))
const plain = (rows: readonly RowModel[]) =>
  rows.map(({ cells, strong }) => ({
    part: 'data',
    table,
    ...(strong && { strong }),
    cells: columns.map(({ column, style }) => place(cells[column] ?? { kind: 'day', day: null }, style)),
  }))

const style = option(constantFrom<StyleName[]>('money', 'count'), { nil: undefined })
const styled = (cell: CellModel, own: StyleName | undefined): CellModel => ({ ...cell, ...(own && { style: own }) })
const said = constantFrom<(string | number | null)[]>('1', 1, 0, '', null, 'null', '[@one]', '2022-01-01', 'a.key')
const number = constantFrom<(number | null)[]>(1, 0, null)

/** Few different, so that many are alike, and some alike in all but one thing. */
const anyCell = record({ kind: constantFrom('value', 'words', 'day', 'formula', 'link'), said, number, style }).map(
  ({ kind, said: value, number: of, style: own }): CellModel => {
    switch (kind) {
      case 'value':
        return styled({ kind, value }, own)
      case 'words':
        return styled({ kind, key: String(value) }, own)
      case 'day':
        return { kind, day: value === null ? null : String(value) }
      case 'formula':
        return formula(String(value), figure(of, 'sum'), own)
      default:
        return { kind: 'sheet-link', sheet: String(value) }
    }
  },
)
const anyRow = record({ one: anyCell, two: anyCell, strong: boolean() }).map(
  ({ one, two, strong }): RowModel => ({ cells: { one, two }, ...(strong && { strong: true as const }) }),
)

test('rows read from the pack are those that were put in', () => {
  assert(
    property(array(anyRow, { maxLength: 60 }), boolean(), (rows, isExplained) => {
      expect(packed(rows, isExplained)).toEqual(plain(rows))
    }),
    { numRuns: 300 },
  )
})

const rowOf = (one: CellModel): RowModel => ({ cells: { one, two: { kind: 'value', value: 0 } } })
const firstCells = (cells: readonly CellModel[], isExplained = false) =>
  packed(cells.map(rowOf), isExplained).map(row => row.cells[0])

test.for<[string, CellModel, CellModel]>([
  ['value', { kind: 'value', value: 'x' }, { kind: 'value', value: 'x' }],
  ['phrase', { kind: 'words', key: 'a.b' }, { kind: 'words', key: 'a.b' }],
  ['day', { kind: 'day', day: '2022-01-01' }, { kind: 'day', day: '2022-01-01' }],
  [
    'formula',
    formula('[@one]', figure(1, 'sum')),
    formula(
      '[@one]',
      figure(1, 'sum', () => []),
    ),
  ],
])('the same %s in two rows is one cell', ([, one, other]) => {
  const [first, second] = firstCells([one, other])
  expect(second).toBe(first)
})

test('where a note tells what a figure is made of, each formula is a cell of its own', () => {
  const alike = [formula('[@one]', figure(1, 'sum')), formula('[@one]', figure(1, 'sum'))]
  const [first, second] = firstCells(alike, true)
  expect(second).not.toBe(first)
  expect(second).toEqual(first)
})
