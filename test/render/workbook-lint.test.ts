/** What Excel refuses and no validator sees is found before it is written. */
import { expect, it } from 'vitest'
import type { Cell, Workbook } from '../../src/model/workbook-sheet.ts'
import { lintWorkbook } from '../../src/render/workbook-lint.ts'
import { writeXlsx } from '../../src/render/xlsx.ts'
import { sampleWorkbook } from '../support/sample-workbook.ts'

const good = sampleWorkbook()

function withCell(cell: Cell): Workbook {
  const [first, ...rest] = good.sheets
  if (!first) throw new Error('no sheet')
  return { ...good, sheets: [{ ...first, rows: [...first.rows, { cells: [cell] }] }, ...rest] }
}
const renamed = (name: string): Workbook => {
  const [first, ...rest] = good.sheets
  return { ...good, sheets: first ? [{ ...first, name }, ...rest] : rest }
}

const faults: readonly (readonly [string, Workbook])[] = [
  ['no sheet', { ...good, sheets: [] }],
  ['a long tab', renamed('x'.repeat(32))],
  ['a slash in a tab', renamed('a/b')],
  ['two tabs of one name', renamed(good.sheets[1]?.name.toUpperCase() ?? '')],
  ['a name like a cell', { ...good, names: [{ name: 'ab12', range: 'A1' }] }],
  ['a name with a space', { ...good, names: [{ name: 'a b', range: 'A1' }] }],
  ['a name twice', { ...good, names: [...good.names, ...good.names.slice(0, 1)] }],
  ['a long notice', { ...good, notice: '&'.repeat(101) }],
  ['a long text', withCell({ kind: 'text', text: 'x'.repeat(32_768), style: 'text' })],
  ['a control character', withCell({ kind: 'text', text: 'a\u0007b', style: 'text' })],
  ['not a number', withCell({ kind: 'number', value: Number.NaN, style: 'count' })],
  ['no such day', withCell({ kind: 'day', day: '2022-02-30', style: 'date' })],
  [
    'an infinite result',
    withCell({ kind: 'formula', formula: '1/A1', value: Number.POSITIVE_INFINITY, style: 'count' }),
  ],
  ['a new function', withCell({ kind: 'formula', formula: 'XLOOKUP(A1,B:B,C:C)', value: 1, style: 'count' })],
  ['an equals sign', withCell({ kind: 'formula', formula: '=A1', value: 1, style: 'count' })],
]

it('finds nothing in a good workbook', () => {
  expect(lintWorkbook(good)).toEqual([])
  expect(lintWorkbook(withCell({ kind: 'day', day: '2024-02-29', style: 'date' }))).toEqual([])
})

it.each(faults)('finds %s', async (_, workbook) => {
  expect(lintWorkbook(workbook)).toHaveLength(1)
  await expect(writeXlsx(workbook, '2022-12-31')).rejects.toThrow('fault')
})
