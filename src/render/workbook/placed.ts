/** A workbook with everything in its row and column, before formulas know where that is (place.ts makes it). */
import type { Rows } from '../../model/rows.ts'
import type { SheetLayout } from '../../model/templates.ts'
import type { CellModel, ChartModel, LineModel, SheetModel, TableModel } from '../../model/workbook.ts'
import type { StyleName } from '../../model/workbook-sheet.ts'

export interface PlacedCell {
  readonly content: Exclude<CellModel, { kind: 'value' | 'words' | 'formula' }> | PlacedValue | Said | PlacedFormula
  readonly style: StyleName
  readonly note?: string
}

/** Without what its figure is made from: rows that show the same share it. */
export interface PlacedValue {
  readonly kind: 'value'
  readonly value: string | number | null
}

export interface PlacedFormula {
  readonly kind: 'formula'
  readonly expression: string
  readonly value: number | null
}

/** Words of the wording, with its key; of a header, perhaps after a name. */
interface Said {
  readonly kind: 'said'
  readonly text: string
  readonly key?: string
}

export interface PlacedTable {
  readonly model: TableModel
  readonly columns: readonly string[]
  readonly headerRow: number
  readonly dataRows: readonly [first: number, last: number]
}

export interface PlacedRow {
  readonly cells: readonly (PlacedCell | null)[]
  readonly part: 'space' | 'paragraph' | 'line' | 'caption' | 'header' | 'data' | 'total' | 'chart'
  readonly table?: PlacedTable
  /** What a line was made of. */
  readonly line?: LineModel
  readonly strong?: true
}

/** A chart with those of its series that have a number, each with its place among all. */
export interface DrawnChart extends Omit<ChartModel, 'series'> {
  readonly series: readonly { readonly name: string; readonly look?: number }[]
}

/** Charts side by side: the first row that they take, from 1, and how many. */
export interface PlacedCharts {
  readonly charts: readonly DrawnChart[]
  readonly row: number
  readonly rows: number
  /** How many would stand side by side. */
  readonly slots: number
}

/** A name for the second cell of a line. */
export interface NamedLine {
  readonly name: string
  readonly row: number
}

export interface PlacedSheet {
  readonly model: SheetModel
  readonly layout: SheetLayout
  readonly name: string
  readonly rows: Rows<PlacedRow>
  readonly tables: readonly PlacedTable[]
  readonly charts: readonly PlacedCharts[]
  readonly names: readonly NamedLine[]
}

export interface Words {
  readonly say: (key: string) => string
  readonly has: (key: string) => boolean
}
