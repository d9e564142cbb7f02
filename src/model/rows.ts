/**
 * Rows of a table or a sheet: an array, or, where they are many, what makes each of them anew whenever it is read.
 * So a register of fifty thousand rows is computed, checked and written without ever being there whole.
 */

import type { CellNumbers } from './recurring.ts'

/** What an array and rows that are made have in common. */
export interface Rows<T extends object> extends Iterable<T> {
  readonly length: number
  /** Negative counts from the end. */
  readonly at: (index: number) => T | undefined
  readonly entries: () => Iterable<[index: number, row: T]>
  readonly slice: (from: number, to: number) => T[]
  /** An array, as long as the rows are many. */
  readonly map: <U>(of: (row: T, index: number) => U) => U[]
  /** Of the cells of a row, where it has some that are known again. */
  readonly numbersAt?: (index: number) => CellNumbers | undefined
}

/** Up to so many rows are held as they are: that is quicker, and they weigh little. */
export const mostHeld = 500

/** A row for each of `records`. `of` must be pure: it is asked for a row as often as one is read. */
export function rowsOf<R extends object, T extends object>(
  records: Rows<R>,
  of: (record: R, index: number) => T,
): Rows<T> {
  return rowsRead(records, () => of)
}

/**
 * The same where it pays to remember, from row to row, what was made before.
 * @param reading is asked once for each reading of all rows: what it remembers goes with that, and is never held beside them
 * @param numbersAt where cells are others than those of the records they are made of
 */
export function rowsRead<R extends object, T extends object>(
  records: Rows<R>,
  reading: () => (record: R, index: number, numbers: CellNumbers | undefined) => T,
  numbersAt: Rows<T>['numbersAt'] = records.numbersAt,
): Rows<T> {
  const { numbersAt: numbersOf } = records
  const make = (index: number, record: R, of = reading()) => of(record, index, numbersOf?.(index))
  if (records.length <= mostHeld) {
    const of = reading()
    return records.map((record, index) => make(index, record, of))
  }
  const all = function* () {
    const of = reading()
    for (const [index, record] of records.entries()) yield make(index, record, of)
  }
  return madeRows(records.length, index => make(index, rowAt(records, index)), all, numbersAt)
}

/** One part after the other. */
export function joinedRows<T extends object>(parts: readonly Rows<T>[]): Rows<T> {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (length <= mostHeld) return parts.flatMap(part => [...part])
  const make = (index: number): T => {
    let rest = index
    for (const part of parts) {
      if (rest < part.length) return rowAt(part, rest)
      rest -= part.length
    }
    throw new RangeError(`there is no row ${index}`)
  }
  const numbersAt = (index: number): CellNumbers | undefined => {
    let rest = index
    for (const part of parts) {
      if (rest < part.length) return part.numbersAt?.(rest)
      rest -= part.length
    }
    return undefined
  }
  const all = function* () {
    for (const part of parts) yield* part
  }
  return madeRows(length, make, all, numbersAt)
}

/** @param all makes the rows one after the other, where that is quicker than to make each by itself */
export function madeRows<T extends object>(
  length: number,
  make: (index: number) => T,
  all: () => Iterable<T> = () => oneByOne(length, make),
  numbersAt?: Rows<T>['numbersAt'],
): Rows<T> {
  return {
    length,
    at: index => {
      const from = index < 0 ? length + index : index
      return from >= 0 && from < length ? make(from) : undefined
    },
    *entries() {
      let index = 0
      for (const row of all()) {
        yield [index, row]
        index += 1
      }
    },
    slice: (from, to) =>
      Array.from({ length: Math.max(0, Math.min(to, length) - from) }, (_, index) => make(from + index)),
    map: of => Array.from(all(), of),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
    ...(numbersAt && { numbersAt }),
  }
}

function* oneByOne<T>(length: number, make: (index: number) => T): Generator<T> {
  for (let index = 0; index < length; index += 1) yield make(index)
}

function rowAt<T extends object>(rows: Rows<T>, index: number): T {
  const row = rows.at(index)
  if (row === undefined) throw new RangeError(`there is no row ${index}`)
  return row
}
