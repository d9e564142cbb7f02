/** What a table is declared by, and the table in one scope: its rows, its columns there, and any cell of them. */
import type { Contribution, Figure } from '../model/figure.ts'
import type { Kind } from '../model/record/kinds.ts'
import {
  type CellModel,
  type ChartModel,
  type ChartsModel,
  type ColumnModel,
  formula,
  type RowModel,
  type TableModel,
} from '../model/workbook.ts'
import type { StyleName } from '../model/workbook-sheet.ts'
import { day, value } from './cells.ts'
import { type Column, type Columns, columnOf, type Declare, type Numbered, type Own, type Shown } from './column.ts'
import { eachIn, figureIn, figureOf, joinedValue } from './figures.ts'
import { totalFormula } from './formulas.ts'

/** Stands beneath the table: a paragraph by its key, or charts over columns of the table or, by their defined names, of others. */
type Below<R, N extends string> = string | readonly ChartOf<R, N>[] | ChartsModel
export interface ChartOf<R, N extends string> extends Pick<ChartModel, 'chart' | 'type' | 'about'> {
  readonly categories: N
  /** Those that are not there in a scope are left out. */
  readonly series: readonly N[]
  readonly beside?: readonly N[]
  readonly against?: N
  /** Which rows; of these, those with a number. Without it, all rows. */
  readonly rows?: (row: R) => boolean
}

type Beneath<R, N extends string> = readonly Below<R, N>[]

export interface Declared<S extends object, R extends object, N extends string> {
  /** As layouts and text keys call it; the table has its name. */
  readonly sheet: string
  readonly prefix: string
  /** Whether there is anything to show; without it, always. A layout may name a sheet that is not there. */
  readonly isThere?: (scope: S) => boolean
  readonly rows: (scope: S) => readonly R[]
  readonly columns: (column: Declare<S, R>, scope: S) => Columns<S, R, N>
  /** Id of the record that a row tells of. */
  readonly record?: (row: R) => string
  /** Of that record, where it is no meeting and no activity. */
  readonly kind?: Kind
  /** Where that record says what stands in a column, as a JSON pointer; without it, the record as a whole. */
  readonly at?: (row: R, column: string) => string | undefined
  /** Of how many records, where one may have several rows. */
  readonly records?: (scope: S, rows: readonly R[]) => number
  readonly strong?: (row: R) => boolean
  readonly explained?: true
  readonly parts?: (scope: S) => NonNullable<TableModel['parts']>
  readonly below?: Beneath<R, NoInfer<N> | Numbered> | ((scope: S) => Beneath<R, NoInfer<N> | Numbered>)
}

/** What measures need of a table. */
export interface Countable<S, R, C extends string> {
  readonly open: (scope: S) => Opened<R>
  readonly record?: (row: R) => string
  readonly kind?: Kind
  readonly at?: (row: R, column: string) => string | undefined
  /** What formulas call a column. */
  readonly nameOf: (column: C | Numbered) => string
}

/** The record that says what stands in a column of a row, where the row tells of one. */
export function sourceOf<R>(
  { record, kind, at }: Pick<Countable<never, R, never>, 'record' | 'kind' | 'at'>,
  row: R,
  column: string,
): Omit<Contribution, 'value'> | undefined {
  if (!record) return undefined
  const pointer = at?.(row, column)
  return { record: record(row), ...(kind && { kind }), ...(pointer !== undefined && { at: pointer }) }
}

/** What the record of a row says in a column. */
function sourcedBy<R>(
  of: Parameters<typeof sourceOf<R>>[0],
  row: R,
  { name, number }: { readonly name: string; readonly number: number },
): readonly Contribution[] {
  const source = sourceOf(of, row, name)
  return source ? [{ ...source, value: number }] : []
}

/** A table of one scope. */
export interface Opened<R> {
  readonly rows: readonly R[]
  readonly columns: readonly ColumnModel[]
  /** Those that there are in other scopes. */
  readonly absent: readonly string[]
  /** One cell, and what it follows from. */
  readonly cell: (row: R, column: string) => CellModel
  /** The number of a cell, if it has one. Measures ask for it again and again: worked out once. */
  readonly number: (row: R, column: string) => number | null
  /** All cells of a row, each made once. */
  readonly cells: (row: R) => RowModel['cells']
  /** Nothing where no column has a total. */
  readonly total: () => RowModel['cells'] | undefined
  /** Rows by what they have in some columns, as measures ask for them. */
  readonly groups: Map<string, ReadonlyMap<string, readonly R[]>>
}

export function openedIn<S extends object, R extends object, N extends string>(
  { sheet, ...of }: Declared<S, R, N>,
  scope: S,
): Opened<R> {
  const rows = of.rows(scope)
  const declared: { readonly [name: string]: Column<S, R, N> | undefined } = of.columns(columnOf, scope)
  const columns = new Map(Object.entries(declared).flatMap(([name, each]) => (each ? [[name, each] as const] : [])))
  const names = [...columns.keys()]
  const named = (name: string) => {
    const found = columns.get(name)
    if (!found) throw new Error(`“${sheet}” has no column “${name}”`)
    return found
  }
  const cellIn = (row: R, name: string, own: Own<string>) => {
    const { of: make, style } = named(name)
    const made = asCell(make(row, scope, own), style)
    if (!of.record || made.kind !== 'value' || typeof made.value !== 'number' || made.figure) return made
    const { kind, value: number, style: special } = made
    // Written out: there are a million of them, and most are never asked.
    const from = () => sourcedBy(of, row, { name, number })
    const told = { value: number, rule: 'as-reported', from } as const
    return special ? { kind, value: number, style: special, figure: told } : { kind, value: number, figure: told }
  }
  const cell = (row: R, name: string): CellModel => cellIn(row, name, other => cell(row, other))
  const cells = (row: R) => remembered(names, (name, own) => cellIn(row, name, own))
  const total = () =>
    remembered(names, (name, own) => {
      const { total: rule, style } = named(name)
      if (typeof rule === 'function') return asCell(rule(undefined, scope, own), style)
      const above = function* () {
        for (const row of rows) yield figureIn(cell(row, name))
      }
      const numbers = () => rows.flatMap(row => number(row, name) ?? [])
      return typeof rule === 'string' ? totalCell({ name, rule, numbers: numbers(), above }) : (rule ?? value(null))
    })
  const number = numbersBy(rows, (row, column) => figureIn(cell(row, column)).value)
  return {
    rows,
    columns: [...columns].map(([name, each]) => lookOf(name, each)),
    absent: Object.keys(declared).filter(name => !columns.has(name)),
    cell,
    number,
    cells,
    total: () => ([...columns.values()].some(each => each.total !== undefined) ? total() : undefined),
    groups: new Map(),
  }
}

/** Of the rows of a scope, with which it goes. Held by column as bare numbers: there are many. */
function numbersBy<R>(
  rows: readonly R[],
  make: (row: R, column: string) => number | null,
): (row: R, column: string) => number | null {
  let places: ReadonlyMap<R, number> | undefined
  const known = new Map<string, Float64Array>()
  return (row, column) => {
    places ??= new Map(rows.map((each, index) => [each, index]))
    const at = places.get(row)
    if (at === undefined) return make(row, column)
    const numbers = known.get(column) ?? new Float64Array(rows.length).fill(unknown)
    known.set(column, numbers)
    const before = numbers[at] ?? unknown
    if (before === notReported) return null
    if (!Number.isNaN(before)) return before
    const number = make(row, column)
    if (number === null || Number.isFinite(number)) numbers[at] = number ?? notReported
    return number
  }
}

/** No number of a report is either of these. */
const unknown = Number.NaN
const notReported = Number.POSITIVE_INFINITY

function lookOf<S, R, N extends string>(name: string, each: Column<S, R, N>): ColumnModel {
  const { of: _, total: __, ...look } = each
  return { column: name, ...look }
}

interface Total {
  readonly name: string
  readonly rule: 'sum' | 'count'
  readonly numbers: readonly number[]
  /** Made again when they are asked for: held, those of a long table would take more than all else. */
  readonly above: () => Iterable<Figure>
}

function totalCell({ name, rule, numbers, above }: Total): CellModel {
  const known = function* () {
    for (const each of above()) if (each.value !== null) yield each
  }
  const sum: Figure = { ...figureOf(joinedValue(numbers, 'sum'), 'sum', () => eachIn(known())), of: () => [...known()] }
  return rule === 'sum'
    ? formula(totalFormula(name), sum)
    : formula(`SUM([#${name}])`, { ...sum, value: sum.value ?? 0, rule: 'count' })
}

/** Each is made when it is first asked for. */
function remembered(names: readonly string[], make: (name: string, own: Own<string>) => CellModel): RowModel['cells'] {
  const made: { [column: string]: CellModel } = {}
  const own = (name: string): CellModel => (made[name] ??= make(name, own))
  for (const name of names) own(name)
  return made
}

function asCell(shown: Shown, style: StyleName): CellModel {
  if (typeof shown === 'object' && shown !== null) return shown
  return style === 'date' ? day(typeof shown === 'string' ? shown : null) : value(shown)
}
