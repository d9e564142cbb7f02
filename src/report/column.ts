/**
 * Columns: of each its name, its look, and what a row has in it. What stands in the total row follows from the column.
 */
import type { CellModel, ColumnModel } from '../model/workbook.ts'
import type { StyleName } from '../model/workbook-sheet.ts'

/** A cell, or what is simply shown in one: a text, a number, a day in a column of days, nothing. */
export type Shown = CellModel | string | number | null | undefined

/** The other cells of a row. */
export type Own<N extends string> = (column: N) => CellModel

/** @param S what the table is of: a report, or all partners of a year */
export type Of<S, R, N extends string> = (row: R, scope: S, own: Own<N>) => Shown

export interface Column<S, R, N extends string> extends Omit<ColumnModel, 'column'> {
  readonly of: Of<S, R, N>
  /** A sum of what is reported, of counts (never blank), or what is said or computed of the total row's own cells. */
  readonly total?: 'sum' | 'count' | CellModel | Of<S, unknown, N> | undefined
}

/** One that several tables have, or a function makes. */
export const columnOf = <S, R, N extends string = never>(
  style: StyleName,
  of: Of<S, R, N>,
  more: Omit<Column<S, R, N>, 'style' | 'of'> = {},
): Column<S, R, N> => ({ style, of, ...more })

/** Computed within a row: of the total row by the same rule. */
export const throughout = <S, N extends string>(
  style: StyleName,
  of: Of<S, unknown, N>,
  more: Pick<ColumnModel, 'shows'> = {},
): Column<S, unknown, N> => ({ style, of, total: of, ...more })

/** One that is there in some scopes only may be absent. */
export type Columns<S, R, N extends string> = { readonly [K in N]?: Column<S, R, NoInfer<N>> | undefined }

/** `columnOf` for the rows of a table. */
export type Declare<S, R> = <N extends string = never>(
  style: StyleName,
  of: Of<S, R, N>,
  more?: Omit<Column<S, R, N>, 'style' | 'of'>,
) => Column<S, R, N>

/** Columns for each of several things: `budget_1`, `spent_1`, `budget_2` and so on. */
export function numbered<T, C>(
  of: readonly T[],
  make: (each: T) => { readonly [name: string]: C },
): { readonly [name: Numbered]: C } {
  return Object.fromEntries(
    of.flatMap((each, index) =>
      Object.entries(make(each)).map(([name, made]) => [`${name}_${index + 1}`, made] as const),
    ),
  )
}
/** How many there are is known at run time only: a name of one that is not there throws. */
export type Numbered = `${string}_${number}`
