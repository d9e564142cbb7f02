/** A sentence in the language of the reader: values in their places, forms that counts ask for, English where there is none. */
import { expect, test } from 'vitest'
import { type Form, formIn, tellIn } from '../../src/diagnostics/messages.ts'
import { allOf, anyOf, counted, goingOn, inEnglish, inTurn, type Said, said, verbatim } from '../../src/model/said.ts'

const table: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['{Place} is empty.', 'Пусто: {place}. {Place}!'],
  ['the record', 'запись'],
  ['{n} files', { one: '{n} файл', few: '{n} файла', many: '{n} файлов' }],
  [
    '{length} of {most}',
    { by: 'length', one: '{length} знак из {most}', few: '{length} знака', many: '{length} знаков' },
  ],
  ['In {files}: {names}.', '{names} — в {files}.'],
  ['{one} or {other}', '{one} или {other}'],
])
const tell = tellIn('ru', table)
const files = (n: number): Said => counted(n, '{n} file', '{n} files')

test.each<readonly [Said, string, string]>([
  [said('{Place} is empty.', { place: said('the record') }), 'The record is empty.', 'Пусто: запись. Запись!'],
  [said('{Place} is empty.', { place: '“a”' }), '“a” is empty.', 'Пусто: “a”. “a”!'],
  [files(0), '0 files', '0 файлов'],
  [files(1), '1 file', '1 файл'],
  [files(3), '3 files', '3 файла'],
  [files(21), '21 files', '21 файл'],
  [files(1.5), '1.5 files', '1.5 файлов'],
  [said('{length} of {most}', { length: 2, most: 5 }), '2 of 5', '2 знака'],
  [said('In {files}: {names}.', { files: files(5), names: ['a', 'b'] }), 'In 5 files: a, b.', 'a, b — в 5 файлов.'],
  [
    said('Nobody translated {it}.', { it: said('the record') }),
    'Nobody translated the record.',
    'Nobody translated запись.',
  ],
  [said('{a} and {b}', { a: '{b}', b: 'x' }), '{b} and x', '{b} and x'],
  [said('{a}', { a: anyOf(['x', 'y', 'z']) }), 'x or y or z', 'x или y или z'],
  [said('{a}', { a: allOf(['x', 'y']) }), 'x and y', 'x and y'],
  [inTurn([files(1), files(2)], '; '), '1 file; 2 files', '1 файл; 2 файла'],
  [said('{a}: b', { a: goingOn(said('{Place} is empty.', { place: 'c' })) }), 'C is empty: b', 'Пусто: c. C!: b'],
  [
    said('Write { amount: {amount} } in {{#if a}}.', { amount: 1 }),
    'Write { amount: 1 } in {{#if a}}.',
    'Write { amount: 1 } in {{#if a}}.',
  ],
  [verbatim('{n} files'), '{n} files', '{n} files'],
])('%j', (told, english, russian) => {
  expect(inEnglish(told)).toBe(english)
  expect(tell(told)).toBe(russian)
})

test('what a memo keeps is told as before', () => {
  const told = said('In {files}: {names}.', { files: files(5), names: ['a'] })
  expect(tell(JSON.parse(JSON.stringify(told)) as Said)).toBe(tell(told))
})

test.each([
  ['', undefined],
  [null, undefined],
  [7, undefined],
  ['a', 'a'],
  [{ one: 'a', few: '' }, { one: 'a' }],
])('an entry %j', (written, form) => expect(formIn(written)).toEqual(form))
