/** A row whose text goes on beneath the table is no longer one that says the same as another: each is cut at its own note. */
import { expect, test } from 'vitest'
import { madeRows } from '../../src/model/rows.ts'
import type { TableModel } from '../../src/model/workbook.ts'
import { withNotes } from '../../src/render/workbook/overlong.ts'
import type { PlacedTable } from '../../src/render/workbook/placed.ts'
import type { ResolvedRow } from '../../src/render/workbook/survey.ts'

const columns = [{ column: 'one', style: 'text' }] as const
const model: TableModel = { block: 'table', name: 'Table', prefix: 'tab', filter: true, columns, rows: [] }
const count = 600
const table: PlacedTable = { model, columns: ['one'], headerRow: 0, dataRows: [1, count] }
const long = 'What was said there at length. '.repeat(300).trim()
const isLong = (index: number) => index === 3 || index === 590

test('rows that say the same text too long are known by no number once they are cut, and all others still are', () => {
  const of = Uint32Array.from({ length: count }, (_, index) => (isLong(index) ? 1 : 0))
  const rows = madeRows<ResolvedRow>(
    count,
    index => ({
      row: { part: 'data', table, cells: [] },
      cells: [{ kind: 'text', text: isLong(index) ? long : 'Short.', style: 'text' }],
    }),
    undefined,
    index => ({ of, from: index }),
  )
  const survey = {
    needs: [],
    longest: [{ ink: 100_000, lines: 1 }],
    headers: new Map(),
    formulas: new Map(),
    title: undefined,
  }
  const cut = withNotes(rows, { tables: [table], survey, span: { widths: [36], across: 1, isOpen: false } })
  expect(cut.length).toBeGreaterThan(count + 1)
  const endOf = (index: number) => {
    const [cell] = cut.at(index)?.cells ?? []
    return cell?.kind === 'text' ? cell.text.slice(-3) : undefined
  }
  expect([endOf(3), endOf(4), endOf(590)]).toEqual(['[1]', 'rt.', '[2]'])
  expect([3, 590, count + 1].map(index => cut.numbersAt?.(index))).toEqual([undefined, undefined, undefined])
  expect([4, 599].map(index => cut.numbersAt?.(index)?.from)).toEqual([4, 599])
})
