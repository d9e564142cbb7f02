/** In which direction a language is written, and what parts the words of a list. */
import { expect, test } from 'vitest'
import { isolated, isolationAsHtml, withoutIsolation } from '../../src/model/isolated.ts'
import { directionOf, separatorsOf } from '../../src/model/text.ts'

test.for(['ar', 'fa', 'ur', 'ps', 'ckb', 'he', 'yi', 'ug', 'sd', 'dv', 'syr', 'nqo', 'uz-Arab', 'ff-Adlm', 'ar-EG'])(
  '%s',
  language => {
    expect(directionOf(language)).toBe('rtl')
  },
)
test.for(['ru', 'en', 'uz-Latn', 'uz-Cyrl', 'kk', 'ku', 'tr', 'az', 'hi', 'ka', 'hy', 'zh', 'kaa', 'xyz'])(
  '%s',
  language => {
    expect(directionOf(language)).toBe('ltr')
  },
)

test('commas and semicolons are those of the script', () => {
  expect(separatorsOf('ur')).toEqual({ comma: '،', semicolon: '؛' })
  expect(separatorsOf('dv').comma).toBe('،')
  expect(separatorsOf('he')).toEqual({ comma: ',', semicolon: ';' })
  expect(separatorsOf('ru')).toEqual({ comma: ',', semicolon: ';' })
})

test.for([
  ['ICRC', '\u2068ICRC\u2069'],
  ['4 группа', '\u20684 группа\u2069'],
  ['+998 71 000-00-00', '\u2068+998 71 000-00-00\u2069'],
  ['اللجنة', 'اللجنة'],
  ['15 أغسطس (IFRC)', '15 أغسطس (IFRC)'],
  ['שלום', 'שלום'],
  ['2022', '2022'],
  ['38,000', '38,000'],
  ['15–17', '15–17'],
  ['', ''],
] as const)('%s among words written from right to left', ([text, kept]) => {
  expect(isolated(text)).toBe(kept)
  expect(withoutIsolation(kept)).toBe(text)
})

test('on a page an element does it, in an attribute nothing', () => {
  const html = '<p title="مع \u2068A\u2069">مع \u2068A &amp; B\u2069 و \u2068C\u2069</p>'
  expect(isolationAsHtml(html)).toBe('<p title="مع A">مع <bdi>A &amp; B</bdi> و <bdi>C</bdi></p>')
})
