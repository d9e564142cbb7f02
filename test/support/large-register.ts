/** A register of any length: eight columns of texts, two of days, ten of numbers, of which three are formulas. */
import { madeRows, type Rows } from '../../src/model/rows.ts'
import type { Cell, Sheet, SheetRow, StyleName, Workbook } from '../../src/model/workbook-sheet.ts'
import { columnLetters } from '../../src/render/workbook/formula.ts'

const styles: readonly StyleName[] = [
  ...(['code', 'text', 'code', 'code', 'text', 'text', 'text', 'text'] as const),
  ...(['date', 'date', 'count', 'count', 'percent', 'count', 'count', 'count', 'count'] as const),
  ...(['money', 'money', 'money'] as const),
]
const headers = styles.map((style, index) => `Column ${index + 1}, ${style}`)
const headerRow = 4

/** Rows above and beneath are those of a register of the report; the cells of each row depend on its number alone. */
export function rowsOfRegister(count: number): Rows<SheetRow> {
  return madeRows(
    headerRow + count + below.length,
    index => above[index] ?? below[index - headerRow - count] ?? dataRow(index - headerRow, index + 1),
  )
}

const above: readonly SheetRow[] = [
  { cells: [{ kind: 'text', text: 'A large register', style: 'title' }], spreadTo: 6, height: 28 },
  { cells: [{ kind: 'text', text: 'One row a record & none <twice>', style: 'intro' }], spreadTo: 6, height: 20 },
  { cells: [] },
  {
    cells: headers.map((text): Cell => ({ kind: 'text', text, style: 'header', note: `What “${text}” is.` })),
    height: 30,
  },
]
const below: readonly SheetRow[] = [
  { cells: [] },
  {
    cells: [{ kind: 'text', text: 'A blank cell means “not reported”.', style: 'note' }],
    spreadTo: 6,
    height: 18,
  },
]

function dataRow(index: number, row: number): SheetRow {
  const [target, reached, spent] = [100 + (index % 40), (index * 7) % 140, ((index * 991) % 1_000_000) / 100]
  const text = (words: string, style: StyleName): Cell => ({ kind: 'text', text: words, style })
  const number = (value: number, style: StyleName): Cell => ({ kind: 'number', value, style })
  const formula = (of: string, value: number | string, style: StyleName): Cell => ({
    kind: 'formula',
    formula: of,
    value,
    style,
  })
  const isSilent = index % 11 === 3
  return {
    height: 17.5,
    cells: [
      text(`2022-activity-${index}`, 'code'),
      text(index % 97 === 5 ? `=Name ${index}` : `Учение «Сель» № ${index} & other <things>`, 'text'),
      text(`area-${index % 5}`, 'code'),
      text(String(2000 + (index % 30)), 'code'),
      text(index % 53 === 7 ? 'two\nlines' : 'completed', 'text'),
      text(index % 3 === 0 ? ' Tashkent, Samarkand' : 'Fergana', 'text'),
      text('Red Crescent branch, volunteers', 'text'),
      index % 4 === 0 ? { kind: 'blank', style: 'text' } : text('-remark', 'text'),
      {
        kind: 'day',
        day: `2022-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
        style: 'date',
      },
      { kind: 'day', day: '2024-02-29', style: 'date' },
      number(target, 'count'),
      isSilent ? { kind: 'blank', style: 'count' } : number(reached, 'count'),
      formula(`IF($L${row}="","",$L${row}/$K${row})`, isSilent ? '' : reached / target, 'percent'),
      number(index % 50, 'count'),
      number(0, 'count'),
      formula(`$N${row}+$O${row}`, index % 50, 'count'),
      number(index, 'count'),
      number(spent, 'money'),
      number(12.5, 'money'),
      formula(`ROUND($R${row}+$S${row},2)`, Math.round(spent * 100 + 1250) / 100, 'money'),
    ],
  }
}

/** @param held whether its sheet holds the rows, or makes them whenever they are read */
export function largeRegister(count: number, held = true): Workbook {
  const rows = held ? [...rowsOfRegister(count)] : rowsOfRegister(count)
  const sheet: Sheet = {
    name: 'Register',
    landscape: true,
    widths: headers.map(() => 16),
    rows,
    tables: [
      { name: 'Large', headerRow, firstColumn: 1, columns: headers, rows: count, description: 'A large register' },
    ],
    headerRow,
    frozenColumns: 1,
    shownBySize: [{ shows: 'bar', range: `L${headerRow + 1}:L${headerRow + count}`, style: 'count' }],
    choices: [
      { range: `C${headerRow + 1}:C${headerRow + count}`, from: { name: 'big_C3x' } },
      { range: `E${headerRow + 1}:E${headerRow + count}`, from: { words: ['completed', 'planned'] } },
    ],
  }
  return {
    language: 'ru',
    title: 'A large register',
    subject: '',
    creator: 'Society',
    colour: '#b01c2e',
    notice: null,
    names: headers.map((_, index) => {
      const letters = columnLetters(index + 1)
      return {
        name: `big_C${index + 1}x`,
        range: `'Register'!$${letters}$${headerRow + 1}:$${letters}$${headerRow + count}`,
      }
    }),
    sheets: [sheet],
  }
}
