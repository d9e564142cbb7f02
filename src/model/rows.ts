/**
 * Rows of a table or a sheet: an array, or, where they are many, what makes each of them anew whenever it is read.
 * So a register of fifty thousand rows is computed, checked and written without ever being there whole.
 */

/** What an array and rows that are made have in common. */
export interface Rows<T extends object> extends Iterable<T> {
  readonly length: number
  /** Negative counts from the end. */
  readonly at: (index: number) => T | undefined
  readonly entries: () => Iterable<[index: number, row: T]>
  readonly slice: (from: number, to: number) => T[]
  /** An array, as long as the rows are many. */
  readonly map: <U>(of: (row: T, index: number) => U) => U[]
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
 */
export function rowsRead<R extends object, T extends object>(
  records: Rows<R>,
  reading: () => (record: R, index: number) => T,
): Rows<T> {
  if (records.length <= mostHeld) return records.map(reading())
  const make = (index: number) => reading()(rowAt(records, index), index)
  return madeRows(records.length, make, function* () {
    const of = reading()
    for (const [index, record] of records.entries()) yield of(record, index)
  })
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
  return madeRows(length, make, function* () {
    for (const part of parts) yield* part
  })
}

/** @param all makes the rows one after the other, where that is quicker than to make each by itself */
export function madeRows<T extends object>(
  length: number,
  make: (index: number) => T,
  all: () => Iterable<T> = () => oneByOne(length, make),
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
