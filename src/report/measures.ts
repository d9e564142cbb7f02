/**
 * Measures: what those rows of a table come to that meet some conditions. One declaration gives the figure, computed
 * from what the table has in its cells, and the formula over the same cells that the workbook holds:
 *
 *     among(spending, { line: here('line'), counted: 1 }).sum('spent')
 */
import type { Contribution, Figure } from '../model/figure.ts'
import { type CellModel, type FormulaModel, formula } from '../model/workbook.ts'
import type { Numbered, Own } from './column.ts'
import { type Countable, type Opened, sourceOf } from './declared.ts'
import { figureIn, figureOf, joinedValue } from './figures.ts'
import { areRisky, type Condition, countWhere, least, reportedJoined, sumWhere } from './formulas.ts'

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
export const atLeast = (number: number): AtLeast => ({ atLeast: number })
/** Any number at all: what is reported. */
export const reported: AtLeast = { atLeast: least }

/** By columns of the table that is counted. */
type Where<K extends string, N extends string> = { readonly [P in K]: Is<N> }

interface Among<S, C extends string, N extends string> {
  readonly count: () => Measure<S, N>
  /** How many have no number in a column: of all, whom a column of the counting row counts. */
  readonly countWithout: <A extends string>(column: C, all: A) => Measure<S, N | A>
  readonly sum: (column: C) => Measure<S, N>
  /** Of a column, over those that have no number in another. */
  readonly sumWithout: (column: C, other: C) => Measure<S, N>
  /** Their sum; not known where one of them does not have it. */
  readonly whole: (column: C) => Measure<S, N>
  /** Not reported by any of them is not zero. */
  readonly joined: (column: C, rule: 'sum' | 'max' | 'average') => Measure<S, N>
}

export function among<S, R, C extends string, K extends C | Numbered = never, N extends string = never>(
  table: Countable<S, R, C>,
  where: Where<K, N>,
): Among<S, C, N> {
  const asked = columnsIn(where).map(column => ({ column, name: table.nameOf(column), is: where[column] }))
  const found = (scope: S, own: Own<N>) => matching(table.open(scope), asked, own)
  const joined = (column: C, rule: 'sum' | 'max' | 'average'): Measure<S, N> => {
    const expressionOf = perKind(conditions => reportedJoined(rule, table.nameOf(column), conditions))
    return (_, scope, own) => {
      const { conditions, rows, numberIn } = found(scope, own)
      const numbers = rows.map(row => numberIn(row, column)).filter(number => number !== null)
      const { cell } = table.open(scope)
      return formula(expressionOf(conditions), {
        ...figureOf(joinedValue(numbers, rule), rule, () => given(table, rows, { cell, column })),
        of: () => rows.map(row => figureIn(cell(row, column))),
      })
    }
  }
  return {
    joined,
    sum: column => joined(column, 'sum'),
    count: () => (_, scope, own) => {
      const { conditions, rows } = found(scope, own)
      return formula(countWhere(conditions), counted(table, rows))
    },
    whole: column => (row, scope, own) => {
      const { conditions, rows, numberIn } = found(scope, own)
      const { expression, figure: sum } = joined(column, 'sum')(row, scope, own)
      const isKnown = rows.every(each => numberIn(each, column) !== null)
      const lacking = `${countWhere(conditions)}-${countWhere(conditions, table.nameOf(column))}`
      return formula(`IF(${lacking}>0,"",${expression})`, isKnown ? sum : { ...sum, value: null })
    },
    sumWithout: (column, other) => (_, scope, own) => {
      const { conditions, rows, numberIn } = found(scope, own)
      const [name, both] = [table.nameOf(column), [...conditions, { column: table.nameOf(other), atLeast: least }]]
      const silent = rows.filter(row => numberIn(row, other) === null)
      const numbers = silent.map(row => numberIn(row, column)).filter(number => number !== null)
      const each = () => given(table, silent, { ...table.open(scope), column })
      const count = `${countWhere(conditions, name)}-${countWhere(both, name)}`
      const expression = `IF(${count}=0,"",${sumWhere(name, conditions)}-${sumWhere(name, both)})`
      return formula(expression, figureOf(joinedValue(numbers, 'sum'), 'sum', each))
    },
    countWithout: (column, all) => (_, scope, own) => {
      const { conditions, rows, numberIn } = found(scope, own)
      const silent = rows.filter(row => numberIn(row, column) === null)
      return formula(`[@${all}]-${countWhere(conditions, table.nameOf(column))}`, counted(table, silent))
    },
  }
}

/** What a measure is written as: in two ways, whatever its conditions are held against. */
function perKind(write: (conditions: readonly Condition[]) => string): typeof write {
  const known = new Map<boolean, string>()
  return conditions => {
    const isExact = areRisky(conditions)
    const expression = known.get(isExact) ?? write(conditions)
    known.set(isExact, expression)
    return expression
  }
}

function counted<S, R, C extends string>({ record, kind }: Countable<S, R, C>, rows: readonly R[]): Figure {
  const one = { value: 1, ...(kind && { kind }) }
  return figureOf(rows.length, 'count', function* () {
    if (record) for (const row of rows) yield { record: record(row), ...one }
  })
}

/** What rows give in a column, one after another. */
function* given<S, R, C extends string>(
  table: Countable<S, R, C>,
  rows: readonly R[],
  { cell, column }: Pick<Opened<R>, 'cell'> & { readonly column: string },
): Generator<Contribution> {
  for (const row of rows) yield* contributed(table, row, { cell: cell(row, column), column })
}

/** Rows of a table over registers tell of no record themselves, but their figures do. */
function contributed<S, R, C extends string>(
  table: Countable<S, R, C>,
  row: R,
  { cell, column }: { readonly cell: CellModel; readonly column: string },
): readonly Contribution[] {
  const { value, from } = figureIn(cell)
  const behind = from()
  if (value === null) return behind
  const source = sourceOf(table, row, column)
  const [only, ...others] = behind
  // What a row was converted from is told with it, and so are the records that one row is made of.
  if (!source || (only?.value === value && others.length === 0)) return behind
  return behind.some(({ record }) => record !== source.record) ? behind : [{ ...source, value }]
}

interface Asked<N extends string> {
  readonly column: string
  /** What formulas call it. */
  readonly name: string
  readonly is: Is<N>
}

function* namesIn<K extends string>(where: { readonly [P in K]: unknown }): Iterable<K> {
  for (const name in where) yield name
}
const columnsIn = <K extends string>(where: { readonly [P in K]: unknown }): readonly K[] => [...namesIn(where)]

function matching<R, N extends string>(opened: Opened<R>, asked: readonly Asked<N>[], own: Own<N>) {
  const numberIn = opened.number
  const columns: string[] = []
  const keys: string[] = []
  const floors: { readonly column: string; readonly atLeast: number }[] = []
  const conditions = asked.map(({ column, name, is }): Condition => {
    if (typeof is === 'object' && 'atLeast' in is) {
      floors.push({ column, ...is })
      return { column: name, ...is }
    }
    const key = typeof is === 'object' ? keyOf(own(is.here)) : String(is)
    columns.push(column)
    keys.push(key)
    if (typeof is === 'number') return { column: name, equals: key }
    return {
      column: name,
      equals: typeof is === 'object' ? `[@${is.here}]` : `"${key.replaceAll('"', '""')}"`,
      value: key,
    }
  })
  const equal = columns.length === 0 ? opened.rows : (groupedBy(opened, columns).get(keys.join('\n')) ?? [])
  const isAtLeast = (row: R) => floors.every(each => (numberIn(row, each.column) ?? -Infinity) >= each.atLeast)
  return { conditions, rows: floors.length === 0 ? equal : equal.filter(isAtLeast), numberIn }
}

/** Rows by what they have in some columns, grouped when it is first asked. */
function groupedBy<R>({ rows, cell, groups }: Opened<R>, columns: readonly string[]) {
  const name = columns.join(' ')
  const known = groups.get(name)
  if (known) return known
  const grouped = Map.groupBy(rows, row => columns.map(column => keyOf(cell(row, column))).join('\n'))
  groups.set(name, grouped)
  return grouped
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
