/**
 * A sheet with a table, declared once: where its rows come from, and of each column its name, its look and what a row
 * has in it. A name is the key of its column, so whoever counts over the table or computes within a row can only name
 * what is there.
 */
import { cellAt, definedName, type RowModel, type SheetModel, type WorkbookModel } from '../model/workbook.ts'
import type { Numbered, Own } from './column.ts'
import { type Countable, type Declared, type Opened, openedIn } from './declared.ts'
import type { Named } from './report.ts'
import { sheetModel } from './table-model.ts'

export interface Table<S extends object, R extends object, N extends string>
  extends Countable<S, R, N>,
    Omit<Declared<S, R, N>, 'record'> {
  readonly sheetOf: (scope: S) => SheetModel
}

/** Detailed rows, with filters. */
export const register = <S extends object, R extends object, N extends string>(of: Declared<S, R, N>) =>
  declared(of, true)

/** Figures over registers, with their total. */
export const table = <S extends object, R extends object, N extends string>(of: Declared<S, R, N>) =>
  declared(of, false)

function declared<S extends object, R extends object, N extends string>(
  of: Declared<S, R, N>,
  filter: boolean,
): Table<S, R, N> {
  const known = new WeakMap<S, Opened<R>>()
  const open = (scope: S) => {
    const opened = known.get(scope) ?? openedIn(of, scope)
    known.set(scope, opened)
    return opened
  }
  const nameOf = (name: string) => definedName(of.prefix, name)
  const sheetOf = (scope: S) => sheetModel({ ...of, filter }, scope, open(scope))
  return { ...of, open, nameOf, sheetOf }
}

interface Shown<S> {
  readonly sheet: string
  readonly isThere?: (scope: S) => boolean
  readonly sheetOf: (scope: S) => SheetModel
}

/** Those that a report has, and the names of those that it does not. */
export function thereIn<S, T extends Shown<S>>(tables: readonly T[], scope: S) {
  const isThere = ({ isThere: has }: T) => has?.(scope) ?? true
  return { there: tables.filter(isThere), absent: tables.filter(each => !isThere(each)).map(({ sheet }) => sheet) }
}

/**
 * Rows that are made on the way miss names only as they are made: where one may be missing, each row is made once before
 * anyone asks what was missed.
 */
export function modelsOf<S extends Pick<Named, 'names'>>(tables: readonly Shown<S>[], scope: S): readonly SheetModel[] {
  const sheets = tables.map(each => each.sheetOf(scope))
  if (scope.names.areWhole) return sheets
  const blocks = sheets.flatMap(sheet => sheet.blocks.filter(block => block.block === 'table'))
  for (const { rows } of blocks) for (const row of rows) void row
  return sheets
}

/** A row of a table as it stands in a workbook. */
export type RowOf<T extends { readonly columns: (column: never, scope: never) => object }> = Own<
  keyof ReturnType<T['columns']> & string
>

interface ReadTable<N extends string> {
  readonly rows: readonly Own<N>[]
  readonly total: Own<N> | undefined
  /** Whether the column is there in this report. */
  readonly has: (column: N) => boolean
}

/** The rows of a table in the model of a workbook, by its columns. */
export function readTable<S extends object, R extends object, N extends string>(
  { sheet }: Table<S, R, N>,
  { sheets }: WorkbookModel,
): ReadTable<N | Numbered> {
  const blocks = sheets.find(each => each.sheet === sheet)?.blocks ?? []
  const model = blocks.find(block => block.block === 'table')
  if (!model) throw new Error(`the sheet “${sheet}” has no table`)
  const own =
    ({ cells }: RowModel): Own<N | Numbered> =>
    name =>
      cellAt(cells, name)
  return {
    rows: [...model.rows].map(own),
    total: model.total && own(model.total),
    has: name => model.columns.some(({ column }) => column === name),
  }
}
