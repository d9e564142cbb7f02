/** Asked about the same once more it answers as before; about another it works out anew. */
import { expect, test } from 'vitest'
import { lastAsked } from '../../src/report/last-asked.ts'

test('works out once what is asked in a row', () => {
  const asked: string[] = []
  const nameOf = lastAsked(({ name }: { readonly name: string }) => {
    asked.push(name)
    return name.toUpperCase()
  })
  const [one, other] = [{ name: 'one' }, { name: 'other' }]
  expect([one, one, other, other, one].map(nameOf)).toEqual(['ONE', 'ONE', 'OTHER', 'OTHER', 'ONE'])
  expect(asked).toEqual(['one', 'other', 'one'])
})
