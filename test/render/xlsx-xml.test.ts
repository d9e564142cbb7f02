/** The little XML that the repairs need. */
import { expect, it } from 'vitest'
import { childrenOf, inOrder, withChildren } from '../../src/render/xlsx/xml.ts'

it('takes children whole, nested ones of the same name too', () => {
  const inner = '<a x="1"/><b><a><b/></a></b><x:c y="2>1">t</x:c>'
  expect(childrenOf(inner).map(({ xml }) => xml)).toEqual(['<a x="1"/>', '<b><a><b/></a></b>', '<x:c y="2>1">t</x:c>'])
})

it('keeps the order of those with one name', () => {
  const sorted = withChildren('<w n="1"><c/><b i="1"/><a/><b i="2"/></w>', 'w', all => inOrder(all, ['a', 'b', 'c']))
  expect(sorted).toBe('<w n="1"><a/><b i="1"/><b i="2"/><c/></w>')
})

it('stops at an element that nobody knows', () => {
  expect(() => inOrder([{ name: 'z', xml: '<z/>' }], ['a'])).toThrow('<z>')
})
