/** No chart is cut in two, however much of a page a program leaves to its rows. */
import { array, assert, integer, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { Sheet } from '../../src/model/workbook-sheet.ts'
import { fitsOnePage, rowsBeforeBreaks } from '../../src/render/xlsx/pages.ts'
import { craftedWorkbook } from '../support/crafted-workbook.ts'

const [chart] = craftedWorkbook().sheets.flatMap(({ charts = [] }) => charts)

/** Of A4 upright, in points, with margins, header and footer; columns that need no smaller print. */
const page = 733
const header = 20

interface Drawn {
  readonly heights: readonly number[]
  readonly charts: readonly { readonly lines: number; readonly note: number }[]
}

/** A header, rows, and charts one beneath the other with a note between them. */
function sheetOf({ heights, charts }: Drawn): Sheet {
  if (!chart) throw new Error('no chart')
  const rows = [{ cells: [], height: header }, ...heights.map(height => ({ cells: [], height }))]
  const placed = charts.map(({ lines, note }) => {
    rows.push({ cells: [], height: note })
    const place = { ...chart.place, row: rows.length + 1, rows: lines }
    rows.push(...Array.from({ length: lines }, () => ({ cells: [], height: 18 })))
    return { ...chart, place }
  })
  return { name: 'S', landscape: false, widths: [40], rows, tables: [], headerRow: 1, frozenColumns: 0, charts: placed }
}

/** On which page each row stands, where so many points of it are left to rows. */
function pagesOf(sheet: Sheet, room: number): readonly number[] {
  const breaks = new Set(rowsBeforeBreaks(sheet))
  let [at, filled] = [0, 0]
  return [...sheet.rows].map(({ height = 15 }, index) => {
    if (breaks.has(index) || filled + height > room) [at, filled] = [at + 1, header]
    filled += height
    return at
  })
}

const drawn = record({
  heights: array(integer({ min: 12, max: 120 }), { minLength: 5, maxLength: 60 }),
  charts: array(record({ lines: integer({ min: 8, max: 26 }), note: integer({ min: 12, max: 60 }) }), {
    minLength: 1,
    maxLength: 5,
  }),
})

it('keeps all rows of a chart on one page', () => {
  assert(
    property(drawn, integer({ min: 0, max: 20 }), (of, step) => {
      const sheet = sheetOf(of)
      if (fitsOnePage(sheet)) return
      const pages = pagesOf(sheet, page * (1 + step * 0.005))
      for (const { place } of sheet.charts ?? [])
        expect(new Set(pages.slice(place.row - 1, place.row - 1 + place.rows)).size).toBe(1)
    }),
    { numRuns: 2000 },
  )
})

it('breaks nothing where all charts fit', () => {
  const sheet = sheetOf({ heights: Array.from({ length: 80 }, () => 15), charts: [{ lines: 8, note: 15 }] })
  expect(rowsBeforeBreaks(sheet)).toEqual([])
  expect(new Set(pagesOf(sheet, page)).size).toBe(2)
})
