/** Lists beneath one another: each name leads to the rows of its own list. */
import { expect, test } from 'vitest'
import { listParts, listRows, wordList } from '../../src/report/registers/lists.ts'

test('a name is of the rows of its list, and a span of all from its first list to its last', () => {
  const lists = {
    branches: wordList('one', ['a', 'b']),
    regions: wordList('two', ['c']),
    budget_lines: wordList('three', ['d', 'e', 'f']),
    ages: [],
  }
  expect(
    listRows(lists)
      .map(({ code }) => code)
      .join(''),
  ).toBe('cabdef')
  const parts = listParts(lists, { places: ['regions', 'branches'] })
  expect(parts.filter(({ column }) => column === 'code').map(({ name, rows }) => [name, rows])).toEqual([
    ['lst_RegionsCode', [0, 1]],
    ['lst_BranchesCode', [1, 3]],
    ['lst_BudgetLinesCode', [3, 6]],
    ['lst_AgesCode', [6, 6]],
    ['lst_PlacesCode', [0, 3]],
  ])
})
