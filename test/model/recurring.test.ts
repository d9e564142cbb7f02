/** A cell that recurs is made once, however many rows have it; nothing is held of what is in one row each. */
import { expect, test } from 'vitest'
import { type CellNumbers, mostKnown, recurring } from '../../src/model/recurring.ts'

/** Of so many rows with two columns: one that says three things in turn, and one in which no two rows are alike. */
const table = (rows: number): readonly CellNumbers[] => {
  const of = Uint32Array.from({ length: rows * 2 }, (_, at) => (at % 2 === 0 ? (at / 2) % 3 : (at - 1) / 2))
  return Array.from({ length: rows }, (_, row) => ({ of, from: row * 2 }))
}

function askedFor(column: number, rows: readonly (CellNumbers | undefined)[]): number {
  let asked = 0
  const made = recurring((cell: string) => {
    asked += 1
    return `made of ${cell}`
  })
  for (const numbers of rows) {
    const cell = `cell ${numbers?.of[numbers.from + column]}`
    expect(made(cell, column, numbers)).toBe(`made of ${cell}`)
  }
  return asked
}

test.each([2000, 4000, 8000])('of %i rows that say three things, three are made', rows => {
  expect(askedFor(0, table(rows))).toBe(3)
})

test('what no two rows have alike is made as often as it is read, and only the first of it are held', () => {
  const all = table(mostKnown + 50)
  expect(askedFor(1, [...all, ...all])).toBe(mostKnown + 2 * 50)
})

test('without numbers each is made', () => {
  expect(askedFor(0, [undefined, undefined])).toBe(2)
})

test('a number is of its column, and of its table', () => {
  const [one, other] = [table(1), table(1)].flat()
  const made = recurring((cell: string) => cell)
  expect(made('a', 0, one)).toBe('a')
  expect(made('b', 1, one)).toBe('b')
  expect(made('again', 0, one)).toBe('a')
  expect(made('c', 0, other)).toBe('c')
})

test('what it is made in is told to whoever makes it', () => {
  const made = recurring((cell: string, column, row: string) => `${cell} of ${row}, ${column}`)
  expect(made('a', 3, undefined, 'a row')).toBe('a of a row, 3')
})
