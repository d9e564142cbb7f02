/** The facts of a record as one text, whatever the order in which its file has them. */
import { expect, test } from 'vitest'
import { factsText } from '../../src/report/sources.ts'
import { entry } from '../support/sample-dataset.ts'

const place = (data: object) => factsText(entry('place', 'a-place', { name: { en: 'A' }, type: 'region', ...data }))

test('keys are sorted at every depth, and lists keep their order', () => {
  const facts = { zeta: [{ b: 2, a: [3, 1] }, null, 'x'], alpha: { y: 1, x: null }, none: undefined, '2022': 1 }
  expect(place(facts)).toBe(
    '{"2022":1,"alpha":{"x":null,"y":1},"name":{"en":"A"},"type":"region","zeta":[{"a":[3,1],"b":2},null,"x"]}',
  )
  expect(place(Object.fromEntries(Object.entries(facts).toReversed()))).toBe(place(facts))
})
