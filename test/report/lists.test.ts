/** Lists beneath one another: each name leads to the rows of its own list. */
import { expect, test } from 'vitest'
import { listTable, wordList } from '../../src/report/lists.ts'

test('a name is of the rows of its list, and a span of all from its first list to its last', () => {
  const lists = [wordList('one', ['a', 'b']), wordList('two', ['c']), wordList('last_one', ['d', 'e', 'f'])]
  const { parts } = listTable([], lists, { both: ['two', 'last_one'] })
  expect(parts?.filter(({ column }) => column === 'code').map(({ name, rows }) => [name, rows])).toEqual([
    ['lst_OneCode', [0, 2]],
    ['lst_TwoCode', [2, 3]],
    ['lst_LastOneCode', [3, 6]],
    ['lst_BothCode', [2, 6]],
  ])
})
