/** Any report made hard to set: endless words, essays, letters that Arial lacks, sums that no society has. */
import { mostHeld, rowsOf } from '../../src/model/rows.ts'
import type { CellModel, RowModel, TableModel, WorkbookModel } from '../../src/model/workbook.ts'

export const essay = Array.from(
  { length: 400 },
  (_, index) => `${index}: восстановление семейных связей, қайта тиклаш ва кўмаклашиш;`,
).join(' ')

const texts: readonly string[] = [
  'Достопримечательностнорегистрационный',
  'Ж'.repeat(120),
  'ЩЩЩЩ ЮЮЮЮ ШШШШ МММММ '.repeat(12),
  'one\ntwo\n\nfour',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  '日本赤十字社 – الهلال الأحمر – 🚑🚑🚑',
  'https://example.org/reports/2022/a-very-long-address-that-nobody-breaks?with=parameters&and=more',
  '-5 -Учения «Сель»-реагирование 2022-05-07',
]

function hard(cell: CellModel, at: number): CellModel {
  if (cell.kind === 'formula' && typeof cell.figure.value === 'number') {
    return { ...cell, figure: { ...cell.figure, value: at % 3 === 0 ? -98_765_432_101.25 : 0 } }
  }
  if (cell.kind !== 'value') return cell
  if (typeof cell.value === 'number') return { ...cell, value: at % 2 === 0 ? 123_456_789_012.34 : -1 }
  if (cell.value === null) return cell
  // Now and then: of many, a few are enough.
  const text = at % 47 === 0 ? essay : texts[at % texts.length]
  return { ...cell, value: text ?? '' }
}

function hardRow({ cells, ...row }: RowModel, index: number): RowModel {
  const changed = Object.entries(cells).map(([column, cell], at) => [column, hard(cell, index * 7 + at)] as const)
  return { ...row, cells: Object.fromEntries(changed) }
}

/** @param many whether the register of activities has more rows than are held */
export function hostile(model: WorkbookModel, many = false): WorkbookModel {
  const harden = (table: TableModel): TableModel => {
    const { rows } = table
    const more = many && table.name === 'Activities' ? Math.max(rows.length, mostHeld + 20) : rows.length
    const numbers = Array.from({ length: more }, (_, index) => ({ index }))
    const { total } = table
    return {
      ...table,
      rows: rowsOf(numbers, ({ index }) => hardRow(rows.at(index % rows.length) ?? { cells: {} }, index)),
      ...(total && { total: hardRow(total, 0) }),
    }
  }
  const sheets = model.sheets.map(sheet => ({
    ...sheet,
    blocks: sheet.blocks.map(block => (block.block === 'table' ? harden(block) : block)),
  }))
  return { ...model, sheets }
}
