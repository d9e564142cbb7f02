/**
 * Cells known again by number. Very many cells of a long table say few different things: whoever packs its rows
 * (`render/workbook/packed.ts`) gives each different cell of a column a number, and whoever reads them makes what it
 * needs of each once.
 */

/** Of the cells of a row, by column: in two rows with the same number there, the cell is the same but for its row. */
export interface CellNumbers {
  readonly of: Uint32Array
  /** Where those of the row begin. */
  readonly from: number
}

/** What recurs has come early, and has a low number; what is in one row each, as names are, is not worth being held. */
export const mostKnown = 1024

type Make<C, M, R> = (cell: C, column: number, row: R) => M

/** `make`, which is asked once for a cell that recurs. Without numbers, each time. */
export function recurring<C, M, R = void>(
  make: Make<C, M, R>,
): (cell: C, column: number, numbers: CellNumbers | undefined, row: R) => M {
  let table: Uint32Array | undefined
  let known: (M | undefined)[][] = []
  return (cell, column, numbers, row) => {
    const number = numbers?.of[numbers.from + column] ?? mostKnown
    if (!numbers || number >= mostKnown) return make(cell, column, row)
    if (numbers.of !== table) {
      table = numbers.of
      known = []
    }
    known[column] ??= []
    const ofColumn = known[column]
    const before = ofColumn[number]
    if (before !== undefined) return before
    const made = make(cell, column, row)
    ofColumn[number] = made
    return made
  }
}
