/** Every sentence of the source is translated in each table that there is, with its own placeholders, and nothing else is. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { codes } from '../../src/model/diagnostic.ts'
import { explanationsIn, messagesIn } from '../../src/pipeline/messages.ts'
import { allSentences, sentencesIn } from './sentences.ts'
import { wrongInTable } from './wrong-in-table.ts'

const templates = fileURLToPath(new URL('../../templates', import.meta.url))
const folder = `${templates}/messages`
const languages = readdirSync(folder)
  .map(name => name.replace(/\.yaml$/, ''))
  .filter(name => name !== 'explain')
const { sentences, unreadable } = allSentences()

test('all that is said is a literal', () => {
  expect(unreadable).toEqual([])
  expect(sentences.length).toBeGreaterThan(1000)
})

test.each([
  [`said('One {a}.', { a })`, ['One {a}.']],
  [`said(\n  "It's.",\n)`, ["It's."]],
  [`counted(all.length, '{n} file', '{n} files')`, ['{n} files']],
  ['said(sentence)', [undefined]],
  ["said(isOne ? 'one' : 'more')", [undefined]],
  [`said('one' + two)`, [undefined]],
  ['said(`{a}`, { a })', [undefined]],
  ["told.said('not ours')", []],
  ["// said('a comment')", []],
  ["/** said('a comment') */", []],
  [`replace(/^\\.?\\/*x/, '') said('One.') // a * and a /`, ['One.']],
])('%j', (text, found) => expect(sentencesIn(text).map(each => each.text)).toEqual(found))

test.each(languages.map(language => [language] as const))('%s has every sentence', language => {
  expect(wrongInTable(language, messagesIn(templates, language), sentences)).toEqual([])
})

const few = [
  { text: 'One {a} of {b}.', of: [] },
  { text: '{n} files', one: '{n} file', of: [] },
]
const right = { 'One {a} of {b}.': '{B}: {a}.', '{n} files': { one: '{n} файл', few: '{n} файла', many: '{n} файлов' } }

test.each([
  ['whole', right, []],
  ['one is missing', { '{n} files': right['{n} files'] }, ['not there: One {a} of {b}.']],
  ['one is empty', { ...right, 'One {a} of {b}.': '' }, ['not there: One {a} of {b}.']],
  ['one is of another version', { ...right, 'Two.': 'Два.' }, ['nobody says: Two.']],
  ['a placeholder is lost', { ...right, 'One {a} of {b}.': '{a}.' }, ['other placeholders: {a}.']],
  ['one is invented', { ...right, 'One {a} of {b}.': '{a} {b} {c}' }, ['other placeholders: {a} {b} {c}']],
  [
    'a form is missing',
    { ...right, '{n} files': { one: '{n} файл', many: '{n} файлов' } },
    ['forms one, many: {n} files'],
  ],
  [
    'a word is left in other letters',
    { ...right, 'One {a} of {b}.': '{B}: one {a}.' },
    ['Latin letters: one in {B}: one {a}.'],
  ],
  ['one text for all counts', { ...right, '{n} files': '{n} файлов' }, ['forms : {n} files']],
  [
    'counted by what is not there',
    { ...right, 'One {a} of {b}.': { ...right['{n} files'], by: 'c' } },
    [
      'other placeholders: {n} файл',
      'other placeholders: {n} файла',
      'other placeholders: {n} файлов',
      'counts by c: One {a} of {b}.',
    ],
  ],
])('a table where %s', (_, table, told) => {
  expect(wrongInTable('ru', new Map(Object.entries(table)), few)).toEqual(told)
})

test('a language without plural forms needs one text', () => {
  expect(wrongInTable('uz-Latn', new Map(Object.entries({ ...right, '{n} files': '{n} ta fayl' })), few)).toEqual([])
})

test('every code is explained, with an example, and how it is mended', () => {
  const explained = explanationsIn(templates)
  expect(Object.keys(explained).toSorted()).toEqual(Object.keys(codes).toSorted())
  for (const [code, { example = '', mend = '' }] of Object.entries(explained)) {
    expect(example, code).not.toBe('')
    expect(mend, code).toMatch(/^\p{Lu}.*\.$/u)
  }
})
