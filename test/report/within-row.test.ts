/** What follows from other cells of a row: the value and the formula say the same of what is blank. */
import { describe, expect, it } from 'vitest'
import { value } from '../../src/report/cells.ts'
import { excess, ratio, remainder, together } from '../../src/report/within-row.ts'

type Row = { readonly [column: string]: number | null }
const own = (row: Row) => (column: string) => value(row[column] ?? null)

describe.each([
  {
    what: 'a ratio',
    made: ratio('a', 'b'),
    expression: 'IF(N([@b])=0,"",IF([@a]="","",[@a]/[@b]))',
    values: [
      [{ a: 1, b: 4 }, 0.25],
      [{ a: 0, b: 4 }, 0],
      [{ a: 1, b: 0 }, null],
      [{ a: null, b: 4 }, null],
    ],
  },
  {
    what: 'a remainder',
    made: remainder('a', 'b', 'c'),
    expression: 'IF([@a]="","",[@a]-N([@b])-N([@c]))',
    values: [
      [{ a: 10, b: 3, c: 2 }, 5],
      [{ a: 10, b: null, c: 2 }, 8],
      [{ a: null, b: 3, c: 2 }, null],
    ],
  },
  {
    what: 'an excess',
    made: excess('a', 'b'),
    expression: 'IF(OR([@a]="",[@b]=""),"",[@a]-[@b])',
    values: [
      [{ a: 10, b: 3 }, 7],
      [{ a: null, b: 3 }, null],
      [{ a: 10, b: null }, null],
    ],
  },
  {
    what: 'what parts come to',
    made: together('a', 'b'),
    expression: 'IF(COUNT([@a],[@b])=0,"",SUM([@a],[@b]))',
    values: [
      [{ a: 10, b: 3 }, 13],
      [{ a: null, b: 3 }, 3],
      [{ a: null, b: null }, null],
    ],
  },
] as const)('$what', ({ made, expression, values }) => {
  it('is computed of the cells beside it', () => {
    for (const [row, expected] of values) {
      const { figure, expression: found } = made({}, {}, own(row))
      expect(figure.value, JSON.stringify(row)).toBe(expected)
      expect(found).toBe(expression)
    }
  })
})
