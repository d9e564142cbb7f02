/** Rows that are made on the way are read as an array is, which is what judges them. */
import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { joinedRows, madeRows, mostHeld, type Rows, rowsOf, rowsRead } from '../../src/model/rows.ts'

interface Row {
  readonly number: number
}
const numbered = (count: number, from = 0): readonly Row[] =>
  Array.from({ length: count }, (_, at) => ({ number: from + at }))

function expectSame(rows: Rows<Row>, like: readonly Row[]): void {
  expect(rows.length).toBe(like.length)
  expect([...rows]).toEqual(like)
  expect([...rows.entries()]).toEqual([...like.entries()])
  expect(rows.map(({ number }, at) => [number, at])).toEqual(like.map(({ number }, at) => [number, at]))
  const { length } = like
  for (const at of [0, 1, length - 1, length, length + 1, -1, -length, -length - 1])
    expect(rows.at(at), `at ${at}`).toEqual(like.at(at))
  for (const [from, to] of [
    [0, length],
    [0, 1],
    [1, 3],
    [Math.max(0, length - 1), length + 5],
    [length, length + 1],
    [2, 2],
  ] as const)
    expect(rows.slice(from, to), `slice ${from}, ${to}`).toEqual(like.slice(from, to))
}

test.each([0, 1, 3, 10])('%i rows that are made', count => {
  expectSame(
    madeRows(count, at => ({ number: at })),
    numbered(count),
  )
})

test.each([mostHeld - 1, mostHeld, mostHeld + 1])('a row for each of %i records', count => {
  expectSame(
    rowsOf(numbered(count), ({ number }, at) => ({ number: number * 2 + at })),
    numbered(count).map(({ number }) => ({ number: number * 3 })),
  )
})

test('up to a number rows are held; beyond it each is made when it is read, and no other', () => {
  const made: number[] = []
  const making = (count: number) =>
    rowsOf(numbered(count), row => {
      made.push(row.number)
      return row
    })
  expect(Array.isArray(making(mostHeld))).toBe(true)
  expect(made).toHaveLength(mostHeld)
  made.length = 0
  const many = making(mostHeld + 1)
  expect(Array.isArray(many)).toBe(false)
  expect(made).toEqual([])
  expect([many.at(7), many.at(-1), many.slice(3, 5)]).toEqual([{ number: 7 }, { number: mostHeld }, numbered(2, 3)])
  expect(made).toEqual([7, mostHeld, 3, 4])
})

test('one part after the other, few or many', () => {
  expect(Array.isArray(joinedRows([numbered(mostHeld - 1), numbered(1)]))).toBe(true)
  expect(Array.isArray(joinedRows([numbered(mostHeld), numbered(1)]))).toBe(false)
  const counts = array(integer({ min: 0, max: mostHeld }), { maxLength: 5 })
  assert(
    property(counts, parts => {
      let from = 0
      const rows = parts.map(count => {
        from += count
        return numbered(count, from - count)
      })
      expectSame(joinedRows(rows), numbered(from))
    }),
    { numRuns: 30 },
  )
})

test('rows that are not there are asked for by a bug, which is told', () => {
  const short: Rows<Row> = Object.assign(
    madeRows<Row>(mostHeld + 1, at => ({ number: at })),
    { at: () => undefined },
  )
  expect(() => rowsOf(short, row => row).at(0)).toThrow('there is no row 0')
})

test('what one reading of rows remembers is of that reading alone', () => {
  const counted = rowsRead(numbered(mostHeld + 1), () => {
    let seen = 0
    return ({ number }) => {
      seen += 1
      return { number: number * 1000 + seen }
    }
  })
  const whole = numbered(mostHeld + 1).map(({ number }) => ({ number: number * 1000 + number + 1 }))
  expect([...counted]).toEqual(whole)
  expect([...counted]).toEqual(whole)
  expect(counted.at(3)).toEqual({ number: 3001 })
  expect(rowsRead(numbered(3), () => row => row)).toEqual(numbered(3))
})

test('numbers of cells stand where their rows stand, whatever is made of these and whatever they are joined with', () => {
  const of = new Uint32Array(mostHeld + 1)
  const packed = madeRows<Row>(
    mostHeld + 1,
    at => ({ number: at }),
    undefined,
    index => (index === 7 ? undefined : { of, from: index }),
  )
  const told: (number | undefined)[] = []
  const read = rowsRead(packed, () => (row, _, numbers) => {
    told.push(numbers?.from)
    return row
  })
  expect([...read]).toHaveLength(mostHeld + 1)
  expect([told[6], told[7], told[8]]).toEqual([6, undefined, 8])
  const joined = joinedRows([numbered(2), read, numbered(3)])
  const from = (index: number) => joined.numbersAt?.(index)?.from
  expect([from(0), from(1), from(2), from(9), from(10)]).toEqual([undefined, undefined, 0, undefined, 8])
  expect([from(mostHeld + 2), from(mostHeld + 3), from(mostHeld + 100)]).toEqual([mostHeld, undefined, undefined])
  const others = rowsRead(
    packed,
    () => row => row,
    () => undefined,
  )
  expect(others.numbersAt?.(3)).toBeUndefined()
})
