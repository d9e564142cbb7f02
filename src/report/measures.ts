/**
 * Measures: what those rows of a table come to that meet some conditions. One declaration gives the figure, computed
 * from what the table has in its cells, and the formula over the same cells that the workbook holds:
 *
 *     among(spending, { line: here('line'), counted: 1 }).sum('spent')
 */
import type { Contribution, Figure } from '../model/figure.ts'
import { type CellModel, type FormulaModel, formula } from '../model/workbook.ts'
import type { Numbered, Own } from './column.ts'
import type { Countable, Opened } from './declared.ts'
import { figure, figureIn, joinedValue } from './figures.ts'
import { type Condition, countWhere, reportedJoined } from './formulas.ts'

/** A formula with its figure, for a row that has these columns. */
export type Measure<S, N extends string> = (row: unknown, scope: S, own: Own<N>) => FormulaModel

/** A number or a text that a cell is, what the counting row has in a column of its own, or a number at least so high. */
type Is<N extends string> = number | string | Here<N> | AtLeast
interface Here<N extends string> {
  readonly here: N
}
interface AtLeast {
  readonly atLeast: number
}
export const here = <N extends string>(column: N): Here<N> => ({ here: column })
export const atLeast = (least: number): AtLeast => ({ atLeast: least })

/** By columns of the table that is counted. */
type Where<K extends string, N extends string> = { readonly [P in K]: Is<N> }

interface Among<S, C extends string, N extends string> {
  readonly count: () => Measure<S, N>
  /** How many have no number in a column: of all, whom a column of the counting row counts. */
  readonly countWithout: <A extends string>(column: C, all: A) => Measure<S, N | A>
  readonly sum: (column: C) => Measure<S, N>
  /** Not reported by any of them is not zero. */
  readonly joined: (column: C, rule: 'sum' | 'max' | 'average') => Measure<S, N>
}

export function among<S, R, C extends string, K extends C | Numbered = never, N extends string = never>(
  table: Countable<S, R, C>,
  where: Where<K, N>,
): Among<S, C, N> {
  const found = (scope: S, own: Own<N>) => matching(table, scope, askedOf(where, own))
  const joined =
    (column: C, rule: 'sum' | 'max' | 'average'): Measure<S, N> =>
    (_, scope, own) => {
      const { conditions, reported } = found(scope, own)
      const numbers = reported(column)
      const value = joinedValue(
        numbers.map(each => each.number),
        rule,
      )
      const from = () => numbers.flatMap(each => contributed(table, each.row, each.cell))
      return formula(reportedJoined(rule, table.nameOf(column), conditions), figure(value, rule, from))
    }
  return {
    joined,
    sum: column => joined(column, 'sum'),
    count: () => (_, scope, own) => {
      const { conditions, rows } = found(scope, own)
      return formula(countWhere(conditions), counted(table, rows))
    },
    countWithout: (column, all) => (_, scope, own) => {
      const { conditions, rows, reported } = found(scope, own)
      const told = new Set(reported(column).map(each => each.row))
      const silent = rows.filter(row => !told.has(row))
      return formula(`[@${all}]-${countWhere(conditions, table.nameOf(column))}`, counted(table, silent))
    },
  }
}

function counted<S, R, C extends string>({ record }: Countable<S, R, C>, rows: readonly R[]): Figure {
  return figure(rows.length, 'count', () => (record ? rows.map(row => ({ record: record(row), value: 1 })) : []))
}

/** Rows of a table over registers tell of no record themselves, but their figures do. */
function contributed<S, R, C extends string>(
  { record }: Countable<S, R, C>,
  row: R,
  cell: CellModel,
): readonly Contribution[] {
  const { value, from } = figureIn(cell)
  return record && value !== null ? [{ record: record(row), value }] : from()
}

interface Asked<C extends string> {
  readonly column: C
  readonly is: number | string | AtLeast
  /** How a formula names what the cell is: by a cell of its own row, where it is not written out. */
  readonly reference?: string
}

function askedOf<K extends string, N extends string>(where: Where<K, N>, own: Own<N>): readonly Asked<K>[] {
  return columnsIn(where).map(column => {
    const is: Is<N> = where[column]
    if (typeof is !== 'object' || 'atLeast' in is) return { column, is }
    return { column, is: keyOf(own(is.here)), reference: `[@${is.here}]` }
  })
}

function* namesIn<K extends string>(where: { readonly [P in K]: unknown }): Iterable<K> {
  for (const name in where) yield name
}
const columnsIn = <K extends string>(where: { readonly [P in K]: unknown }): readonly K[] => [...namesIn(where)]

function matching<S, R, C extends string>(
  table: Countable<S, R, C>,
  scope: S,
  asked: readonly Asked<NoInfer<C> | Numbered>[],
) {
  const opened = table.open(scope)
  const keys = asked.flatMap(({ column, is }) => (typeof is === 'object' ? [] : [{ column, key: String(is) }]))
  const least = asked.flatMap(({ column, is }) => (typeof is === 'object' ? [{ column, ...is }] : []))
  const numberOf = (row: R, column: string) => figureIn(opened.cell(row, column)).value
  const rows = rowsWith(opened, keys).filter(row =>
    least.every(each => (numberOf(row, each.column) ?? -Infinity) >= each.atLeast),
  )
  const reported = (column: C) =>
    rows.flatMap(row => {
      const cell = opened.cell(row, column)
      const { value: number } = figureIn(cell)
      return number === null ? [] : [{ row, cell, number }]
    })
  return { rows, reported, conditions: asked.map(each => conditionOf(table.nameOf(each.column), each)) }
}

function conditionOf(column: string, { is, reference }: Omit<Asked<string>, 'column'>): Condition {
  if (typeof is === 'object') return { column, atLeast: is.atLeast }
  if (typeof is === 'number') return { column, equals: String(is) }
  return { column, equals: reference ?? `"${is.replaceAll('"', '""')}"`, value: is }
}

/** Those whose cells are so, found at once: rows are grouped by the columns of a condition when it is first asked. */
function rowsWith<R>(
  { rows, cell, groups }: Opened<R>,
  keys: readonly { readonly column: string; readonly key: string }[],
): readonly R[] {
  if (keys.length === 0) return rows
  const columns = keys.map(({ column }) => column)
  const name = columns.join(' ')
  const joined = (each: readonly string[]) => each.join('\n')
  const grouped = groups.get(name) ?? Map.groupBy(rows, row => joined(columns.map(column => keyOf(cell(row, column)))))
  groups.set(name, grouped)
  return grouped.get(joined(keys.map(({ key }) => key))) ?? []
}

/** What a cell is found by: of a phrase, the code that ends its key. */
function keyOf(cell: CellModel): string {
  switch (cell.kind) {
    case 'words':
      return cell.key.slice(cell.key.lastIndexOf('.') + 1)
    case 'value':
      return String(cell.value ?? '')
    case 'formula':
      return String(cell.figure.value ?? '')
    default:
      throw new Error(`nothing is counted by a cell that is a ${cell.kind}`)
  }
}
