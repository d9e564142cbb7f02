/** What an editor remarks on one text or one field, in words; and how near what is right comes to it. */

import { describe, expect, test } from 'vitest'
import { checkInvisible, checkLetters, codeOf } from '../../src/press/editorial-letters.ts'
import { checkNesting } from '../../src/press/editorial-nesting.ts'
import { checkNumbers } from '../../src/press/editorial-numbers.ts'
import { placeOf, prose, type Written, writtenFields } from '../../src/press/editorial-texts.ts'
import { inWords } from '../support/in-words.ts'
import { entry } from '../support/sample-dataset.ts'
import { packs, tongue } from '../support/tongues.ts'

const of = entry('area', 'a', { name: 'A' })
const written = (text: string, language = 'ru'): Written => ({ of, pointer: '/name', language, text })
const remarks = (text: string, language?: string) =>
  inWords(checkLetters(written(text, language), packs)).map(({ message }) => message)

describe('alphabets', () => {
  const mixed = (text: string, language?: string) =>
    remarks(text, language).map(message => /mixes alphabets: (.*)\.$/.exec(message)?.[1])

  test.each([
    // The fewer letters are the strangers.
    ['Kрасного', 'ru', 'Latin K (U+004B) among Cyrillic letters'],
    ['Sоciety', 'en', 'Cyrillic о (U+043E) among Latin letters'],
    ['cоoбщество', 'ru', 'Latin c (U+0063), o (U+006F) among Cyrillic letters'],
    ['aбвa', 'uz-Cyrl', 'Latin a (U+0061) among Cyrillic letters'],
    // As many of each: the language decides, or the rest of the text.
    ['бc', 'uz-Cyrl', 'Latin c (U+0063) among Cyrillic letters'],
    ['бc', 'en', 'Cyrillic б (U+0431) among Latin letters'],
    ['слово бc', 'ru', 'Latin c (U+0063) among Cyrillic letters'],
    ['many words бc', 'ru', 'Cyrillic б (U+0431) among Latin letters'],
    // An abbreviation of letters that all have twins is no abbreviation.
    ['XҚХҚ', 'uz-Cyrl', 'Latin X (U+0058) among Cyrillic letters'],
    ['CCCРнинг', 'uz-Cyrl', 'Latin C (U+0043) among Cyrillic letters'],
  ])('%s in %s', (text, language, expected) => {
    expect(mixed(text, language)).toEqual([expected])
  })

  test.each(['GOнинг', 'IFRCга', 'IT-отдел', 'слово word', 'Go', 'ОК', 'a@бв.uz'])('%s is as it is meant', text => {
    expect(mixed(text)).toEqual([])
  })

  test.each(['Goнинг', 'Gнинг', 'нингGO', 'GOнингGO'])('%s is no abbreviation with an ending', text => {
    expect(mixed(text)).toHaveLength(1)
  })

  test('a word that comes twice is told once', () => {
    expect(mixed('Kрасный и Kрасный')).toHaveLength(1)
    expect(mixed('Kрасный и Cиний')).toHaveLength(2)
  })
})

describe('spaces', () => {
  test.each([
    'два  слова',
    'два \u00a0слова',
    '- пункт, два  слова',
    '1. два  слова',
    '12) два  слова',
    '> два  слова',
    'строка\nдва  слова',
  ])('%j has two between words', text => {
    expect(remarks(text)).toEqual([expect.stringMatching(/^Two spaces stand between words: “.*[^ ] {2}[^ ].*”\.$/)])
  })
  test.each([
    'два слова',
    '-  пункт',
    '1.  пункт',
    '12)  пункт',
    '  *  пункт',
    '>  слова',
    'конец  ',
    '  начало',
    '| а  | б |',
    '    код  код',
    '```  код  код',
    '  ~~~  код',
  ])('%j is Markdown', text => {
    expect(remarks(text)).toEqual([])
  })
})

describe('Uzbek apostrophes', () => {
  test.each([
    ["bo'lib", "“bo'lib”: an apostrophe"],
    ["bo'lib, so'z", "“bo'lib” and 1 more: an apostrophe"],
    ["bo'lib, so`z, ma'no", "“bo'lib” and 2 more: an apostrophe"],
    ["bo'lib va bo'lib", "“bo'lib”: an apostrophe"],
    ["''bo'lib''", "“bo'lib”: an apostrophe"],
    ["tog'", "“tog'”: an apostrophe"],
    ["TOG'", "“TOG'”: an apostrophe"],
    ["san'at'", "“san'at”: an apostrophe"],
  ])('%s', (text, expected) => {
    expect(remarks(text, 'uz-Latn')).toEqual([expect.stringContaining(expected)])
  })

  test.each(["'yangi'", "soʻz 'va' maʼno", "https://example.org/o'z", "yangi'"])('%s has none', text => {
    expect(remarks(text, 'uz-Latn')).toEqual([])
  })

  test('in no other language', () => {
    expect(remarks("bo'lib", 'en')).toEqual([])
  })
})

test('an invisible character is told by its code, a visible one never', () => {
  expect(codeOf('\u200b')).toBe('U+200B')
  expect(codeOf('я')).toBe('U+044F')
  expect(codeOf('\u00ad')).toBe('U+00AD')
  expect(codeOf('\u{e0041}')).toBe('U+E0041')
  const told = (text: string) => inWords(checkInvisible(written(text))).map(({ message }) => message)
  expect(told('а\u200bб')).toEqual(['An invisible character (U+200B) has no width.'])
  expect(told('а\u200bб\u00ad')).toHaveLength(2)
  expect(told('Слово, word — «так» № 5 €\n\tЎзбекистон 👩‍🚒')).toEqual([])
})

const differ = (texts: { readonly [language: string]: string }, main = 'ru') =>
  inWords(
    checkNumbers(
      Object.entries(texts).map(([language, text]) => written(text, language)),
      main,
      tongue,
    ),
  ).map(({ message }) => message)

describe('numbers', () => {
  test.each(['1', '12', '20', '30', '90', '100', '1000', '1000000'])('%s may be a word', number => {
    expect(differ({ ru: `${number} человек`, en: 'people' })).toEqual([])
    expect(differ({ ru: 'люди', en: `${number} people` })).toEqual([])
  })
  test.each(['21', '25', '99', '101', '110', '120', '200', '1001', '2000', '20,5'])('%s is none', number => {
    expect(differ({ ru: `${number} человек`, en: 'people' })).toHaveLength(1)
  })
  test('a word and a number on each side are no words of one another', () => {
    expect(differ({ ru: '12 человек', en: '13 people' })).toEqual([
      'The text in en has 13 where the text in ru has 12.',
    ])
    expect(differ({ ru: '12 из 250', en: '12' })).toEqual(['The text in en lacks 250, which the text in ru has.'])
    expect(differ({ ru: '12', en: '12 of 250' })).toEqual(['The text in en has 250, which the text in ru lacks.'])
  })

  test.each([
    ['1 862', '1,862'],
    ['1 862,5', '1,862.5'],
    ['12 345 678', '12,345,678'],
    ['1862,50', '1,862.5'],
    ['85,3', '85.3'],
    ['007', '7'],
    ['9:05', '9:05'],
    ['16:30', '4:30 p.m.'],
    ['0:15', '12:15 am'],
    ['12:15', '12:15 p.m.'],
    ['9:00', '9am'],
    ['21:00', '9 PM'],
    ['01.09.2022', '1 September 2022'],
  ])('%s in Russian is %s in English', (ru, en) => {
    expect(differ({ ru: `x ${ru} x`, en: `x ${en} x` })).toEqual([])
    expect(differ({ ru: `x ${ru} x`, en: 'x 777 x' })).toHaveLength(1)
  })

  test.each([
    ['1,862', '1,862'],
    ['1862', '1,8625'],
    ['1862', '18,62'],
    ['9:05', '9:06'],
    ['16:00', '4 a.m.'],
    ['12:00', '12 a.m.'],
    ['21.09.2022', '22 September 2022'],
    ['21.09.2022', '21 September 2023'],
  ])('%s in Russian is not %s in English', (ru, en) => {
    expect(differ({ ru: `x ${ru} x`, en: `x ${en} x` })).toHaveLength(1)
  })

  test('the odd one is told: the others, or the main language where all others agree', () => {
    expect(differ({ ru: '404', uz: '404', en: '440' })).toEqual([
      'The text in en has 440 where the text in ru has 404.',
    ])
    expect(differ({ ru: '405', uz: '404', en: '404' })).toEqual([
      'The text in ru has 405 where the texts in all other languages have 404.',
    ])
    expect(differ({ ru: 'x 405', uz: 'x', en: 'x' })).toEqual([
      'The text in ru has 405, which the texts in all other languages lack.',
    ])
    expect(differ({ ru: '405', uz: '404', en: '403' })).toHaveLength(2)
    expect(differ({ ru: '405', uz: '404', en: '404', kk: '405' })).toHaveLength(2)
    expect(differ({ ru: '405', en: '404' })).toEqual(['The text in en has 404 where the text in ru has 405.'])
    // Where the main language has no text, the first is held against the others.
    expect(differ({ uz: '405', en: '404' })).toEqual(['The text in en has 404 where the text in uz has 405.'])
    expect(differ({ en: '404', uz: '405' }, 'uz')).toEqual(['The text in en has 404 where the text in uz has 405.'])
    expect(differ({})).toEqual([])
    expect(differ({ ru: '405' })).toEqual([])
  })
})

test.each([
  ['см. [сайт](https://example.org/77) 5', 'см. [сайт] 5'],
  ['[a](b)(c)', '[a](c)'],
  ['на http://example.org/a?b=1 и', 'на  и'],
  ['(https://example.org)', '()'],
  ['<https://example.org>', '<>'],
  ['пишите press.office+1@mail.example.org, 5', 'пишите , 5'],
  ['a @ b', 'a @ b'],
  ['xhttps://a', 'xhttps://a'],
])('of %j, %j is prose', (text, expected) => {
  expect(prose(text)).toBe(expected)
})

test('nesting: as deep as the page shows, and one deeper', () => {
  const quoted = (depth: number, words = 'a') => checkNesting(written(`text\n${'>'.repeat(depth)}${words}`)).length
  expect([quoted(79), quoted(80), quoted(120), quoted(0)]).toEqual([0, 1, 1, 0])
  expect(checkNesting(written(`${'\t'.repeat(20)}> a`))).toHaveLength(1)
  expect(checkNesting(written(`${'\t'.repeat(19)}> a`))).toHaveLength(0)
  expect(checkNesting(written(' '.repeat(200)))).toEqual([])
  expect(checkNesting(written('- '.repeat(60)))).toEqual([])
  expect(checkNesting(written(`${'- '.repeat(60)}a`))).toHaveLength(1)
})

describe('texts of a record', () => {
  const texts = (data: object, main = 'ru') => {
    const { data: _, ...rest } = of
    return writtenFields(Object.assign({ ...rest, data: { name: 'A' } }, { data }), main).map(field =>
      field.map(({ pointer, language, text }) => [pointer, language, text]),
    )
  }

  test('a text without a language is in the main one, a map by language is one field', () => {
    expect(texts({ name: 'А', role: { ru: 'Б', 'uz-Latn': 'B' } })).toEqual([
      [['/name', 'ru', 'А']],
      [
        ['/role/ru', 'ru', 'Б'],
        ['/role/uz-Latn', 'uz-Latn', 'B'],
      ],
    ])
    expect(texts({ name: 'A' }, 'en')).toEqual([[['/name', 'en', 'A']]])
  })

  test('below lists and maps too, and nothing that is no text', () => {
    expect(texts({ items: [{ text: 'А', count: 5 }, null], seat: { city: { ru: 'Б' } }, ok: true, none: {} })).toEqual([
      [['/items/0/text', 'ru', 'А']],
      [['/seat/city/ru', 'ru', 'Б']],
    ])
    // A map that has other keys as well, and one of numbers by such keys.
    expect(texts({ a: { ru: 'А', other: 'Б' }, b: { uz: 1 } })).toEqual([
      [['/a/ru', 'ru', 'А']],
      [['/a/other', 'ru', 'Б']],
    ])
  })

  test('what is never published is not read', () => {
    expect(texts({ internal_note: 'А', inner: { comment: 'Б', text: 'В' } })).toEqual([[['/inner/text', 'ru', 'В']]])
  })

  test('a piece is found where it stands, the whole where it is not as typed', () => {
    const file = { path: 'a.yaml', text: 'name: one two\n' }
    const found = { ...of, origin: { file, pointer: '', spans: new Map([['/name', { value: [6, 13] as const }]]) } }
    const at = (piece: string) => {
      const { start, end } = placeOf({ of: found, pointer: '/name', language: 'en', text: 'one two' }, piece)
      return file.text.slice(start, end)
    }
    expect([at('two'), at('one'), at('three')]).toEqual(['two', 'one', 'one two'])
  })
})
