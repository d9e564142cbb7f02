/** What a cell is called and what it must have. */
import { expect, test } from 'vitest'
import type { Figure } from '../../src/model/figure.ts'
import { capitalised, cellAt, definedName, formula } from '../../src/model/workbook.ts'

const figure: Figure = { value: 7, rule: 'sum', from: () => [] }

test('a formula stands with its value, and with a look of its own only where it has one', () => {
  expect(formula('1+6', figure)).toEqual({ kind: 'formula', expression: '1+6', figure })
  expect('style' in formula('1+6', figure)).toBe(false)
  expect(formula('1+6', figure, 'money')).toEqual({ kind: 'formula', expression: '1+6', figure, style: 'money' })
})

test('formulas call a column by its prefix and its name', () => {
  expect(definedName('act', 'people_reached')).toBe('act_PeopleReached')
  expect(capitalised('spent_1')).toBe('Spent1')
})

test('a row without a cell in a column is a bug, and a blank cell is a cell', () => {
  const blank = { kind: 'value', value: null } as const
  expect(cellAt({ spent: blank }, 'spent')).toBe(blank)
  expect(() => cellAt({ spent: blank }, 'budget')).toThrow('no cell in the column “budget”')
})
