/** Plain text for e-mail and messengers. */
import { expect, test } from 'vitest'
import { markdownLineToText, markdownToText } from '../../../src/render/beside/plain-text.ts'
import { besideOf, full } from './sample-beside.ts'

test('a release, whole', () => {
  expect(besideOf(full()).text).toMatchSnapshot()
})

test.each(['ru', 'uz-Latn', 'uz-Cyrl', 'en'])('nothing of typesetting is left in %s', language => {
  const { text, diagnostics } = besideOf(full(), language)
  expect(diagnostics).toEqual([])
  expect(text).not.toMatch(/[\u00a0\u00ad\u200b\u202f\u2009\u2060\ufeff\t\r]| $|\n{3}|<|\{\{/m)
  expect(text.endsWith('\n')).toBe(true)
})

test.each([
  ['a **bold** and *plain* word', 'a bold and plain word'],
  ['one\ntwo', 'one two'],
  ['before\n\n# Heading\n\ntext', 'before\n\nHeading\ntext'],
  ['- a\n- b\n  - c\n\nend', '– a\n– b\n  – c\n\nend'],
  ['3. a\n4. b', '3. a\n4. b'],
  ['| A | B |\n|---|---|\n| 1 | 2 |', 'A | B\n1 | 2'],
  ['> said', '> said'],
  ['[here](https://example.org/)', 'here (https://example.org/)'],
  ['[example.org](https://example.org/) [a@b.uz](mailto:a@b.uz)', 'example.org a@b.uz'],
  ['`code`\n\n    block', 'code\n\nblock'],
  ['![x](http://evil.test/a.png)', '![x](http://evil.test/a.png)'],
  ['<b>x</b>', '<b>x</b>'],
])('%j', (markdown, text) => {
  expect(markdownToText(markdown)).toBe(text)
})

test('one line of Markdown', () => {
  expect(markdownLineToText('*a* [b](https://c.uz)')).toBe('a b (https://c.uz)')
})
