/** What an editor would say of a release, each at its place; and what must not be said. */

import { expect, test } from 'vitest'
import { allIn, type Dataset } from '../../src/model/dataset.ts'
import { verbatim } from '../../src/model/said.ts'
import { positionAt } from '../../src/model/source.ts'
import { type EditorialOptions, editorialOf, editorialOfShared, unseenIn } from '../../src/press/editorial.ts'
import { headlineLimit } from '../../src/press/editorial-release.ts'
import { subjectsOf } from '../../src/press/releases.ts'
import { inWords } from '../support/in-words.ts'
import { sampleDataset, sampleFiles, withMeeting } from '../support/sample-release.ts'

const asOf = '2022-08-20T00:00:00Z'

/** The sample without what an editor would say of it as it stands. */
const clean = (text: string) =>
  text.replace("o'tdi", 'oʻtdi').replace('status: approved', 'status: approved\n  without: [quote, boilerplate]')
const edited = (change: (text: string) => string) => withMeeting(text => change(clean(text)))
const withRelease = (lines: string) => edited(text => `${text}${lines}\n`)

/** Of a dataset with a release, as a build asks. */
function editorialChecks(dataset: Dataset, options: EditorialOptions) {
  const unseen = allIn(dataset).flatMap(entry => unseenIn(entry, dataset))
  const ofEach = subjectsOf(dataset).flatMap(subject => editorialOf(subject, dataset, options))
  return [...unseen, ...ofEach, ...editorialOfShared(dataset, options)]
}

/** `severity code line: marked text` */
const told = (dataset: Dataset, options: EditorialOptions = { asOf }) =>
  editorialChecks(dataset, options).map(({ severity, code, span }) => {
    const at = span && positionAt(span.file.text, span.start)
    return `${severity} ${code} ${at?.line}: ${span?.file.text.slice(span.start, span.end).split('\n')[0]}`
  })
const messages = (dataset: Dataset) => inWords(editorialChecks(dataset, { asOf })).map(each => each.message)

test('nothing is said of a release that lacks nothing', () => {
  expect(told(edited(text => text))).toEqual([])
})

test('nothing is said of a record without a release, and of a withheld one', () => {
  expect(
    told(
      sampleDataset(files => ({
        'data/meetings/2022/meeting.yaml': files['data/meetings/2022/meeting.yaml'].replace(/release:[\s\S]*/, ''),
      })),
    ),
  ).toEqual([])
  expect(told(withMeeting(text => text.replace('approved', 'withheld')))).toEqual([])
})

test('quote and boilerplate are missed, until they are said to be left out', () => {
  expect(told(withMeeting(text => text.replace("o'tdi", 'oʻtdi')))).toEqual([
    'warning editorial/no-quote 13: release',
    'warning editorial/no-boilerplate 13: release',
  ])
})

test('a news item and a note need neither', () => {
  for (const variant of ['news', 'meeting-note'])
    expect(told(edited(text => text.replace('without: [quote, boilerplate]', `variant: ${variant}`)))).toEqual([])
})

const society = (change: (text: string) => string) =>
  sampleDataset(files => ({
    'data/society.yaml': change(files['data/society.yaml']),
    'data/meetings/2022/meeting.yaml': clean(files['data/meetings/2022/meeting.yaml']),
  }))

test.each([
  ['data/organizations/partner.yaml', 'Комитет Содействия', 'Комитет Cодействия'],
  ['data/people/aminov.yaml', 'сотрудник', 'cотрудник'],
  ['data/society.yaml', 'Общество Помощи', 'Общество Пoмощи'],
] as const)('what a release prints of %s is looked at as its own texts are', (path, from, to) => {
  const dataset = sampleDataset(files => ({
    ...files,
    'data/meetings/2022/meeting.yaml': clean(files['data/meetings/2022/meeting.yaml']),
    [path]: files[path].replace(from, to),
  }))
  expect(editorialChecks(dataset, { asOf }).map(({ code, span }) => [code, span?.file.path])).toEqual([
    ['editorial/mixed-alphabets', path],
  ])
})

test('a contact must be there, and reachable', () => {
  expect(told(society(text => text.replace(/press_contact:[\s\S]*(?=illustrative)/, '')))).toEqual([
    'warning editorial/no-contact 13: release',
  ])
  expect(told(society(text => text.replace(/ {2}phone[\s\S]*(?=illustrative)/, '')))).toEqual([
    'warning editorial/no-contact 9: press_contact',
  ])
})

const headline = (en: string) => told(edited(text => text.replace('A meeting was held', `"${en}"`)))

test('a headline that is too long, or ends with a full stop', () => {
  expect(headline('a'.repeat(headlineLimit))).toEqual([])
  expect(headline('a'.repeat(headlineLimit + 1))).toEqual([expect.stringContaining('editorial/long-headline 16: "aaa')])
  expect(headline('A meeting was held.')).toEqual(['warning editorial/headline-stop 16: .'])
  expect(headline('And then…')).toEqual([])
  expect(headline('Plans for 15 г.')).toEqual([])
})

test('an embargo in the past, by the clock that is handed in', () => {
  const dataset = withRelease('  embargo_until: 2022-08-15T11:00:00Z')
  expect(told(dataset)).toEqual(['warning editorial/embargo-past 17: 2022-08-15T11:00:00Z'])
  expect(told(dataset, { asOf: '2022-08-15T10:59:00Z' })).toEqual([])
  expect(told(dataset, {})).toEqual([])
})

const photo = (fields: string) =>
  told(withRelease(`  photos: [{ file: media/photo.jpg, alt: { ru: Ф, uz-Latn: S, uz-Cyrl: С, en: P }${fields} }]`))

test('a photo needs credit and consent; refused, it may not be published', () => {
  expect(photo('')).toEqual([
    'warning editorial/photo-credit 17: media/photo.jpg',
    'warning editorial/photo-consent 17: media/photo.jpg',
  ])
  expect(photo(", credit: A, consent: 'no'")).toEqual(["error editorial/photo-refused 17: 'no'"])
  expect(photo(', credit: A, consent: not-needed, minors: true')).toEqual(['warning editorial/photo-consent 17: true'])
  expect(photo(", credit: A, consent: 'yes', minors: true")).toEqual([])
  expect(photo(', placeholder: true')).toEqual([])
})

test('somebody without a role, unless their record holds it', () => {
  expect(told(edited(text => text.replace(/ {4}role:.*\n/, '')))).toEqual([
    'warning editorial/no-role 8: organization: society',
  ])
  expect(
    told(withRelease('  quotes: [{ text: { ru: Да }, person: aminov }, { text: { ru: Да }, speaker: { ru: А } }]')),
  ).toEqual(['warning editorial/no-role 17: { text: { ru: Да }, speaker: { ru: А } }'])
})

const lead = (texts: string) => withRelease(`  lead: { ${texts} }`)

test.each([
  ['ru: "1 862 человека", en: "1,862 people"'],
  ['ru: "6 областей", en: six regions'],
  ['ru: "сто человек", en: "100 people"'],
  ['ru: "85,3 %", en: "85.3%"'],
  ['ru: "15.08.2022 в 16:00", en: "15 August 2022 at 4 p.m."'],
  ['ru: "с 9:00 до 18:00", en: "9 a.m. to 6 p.m."'],
  ['ru: "21–22 октября 2021 года", uz-Latn: "2021-yil 21–22-oktabr"'],
  ['ru: "подробнее: https://example.org/1999", en: "more"'],
  ['ru: "[сайт](https://example.org/77)", en: "[site](https://example.org/en/88)"'],
])('numbers agree: %s', texts => {
  expect(told(lead(texts)).filter(each => each.includes('numbers-differ'))).toEqual([])
})

test('numbers that differ between languages', () => {
  expect(messages(lead('ru: "404 человека", en: "440 people"'))).toEqual([
    'The text in en has 440 where the text in ru has 404.',
  ])
  expect(told(lead('ru: "404 человека", en: "440 people"'))).toEqual(['warning editorial/numbers-differ 17: 440'])
  expect(messages(lead('ru: "В 2023 году", en: Next year'))).toEqual([
    'The text in en lacks 2023, which the text in ru has.',
  ])
  expect(messages(lead('ru: "12 человек", en: "13 people"'))).toHaveLength(1)
  expect(messages(lead('ru: "1,862 человека", en: "1,862 people"'))).toHaveLength(1)
})

test('where the main language is the odd one, it is told once, there', () => {
  const dataset = lead('ru: "405 человек", uz-Latn: "404 kishi", uz-Cyrl: "404 киши", en: "404 people"')
  expect(messages(dataset)).toEqual(['The text in ru has 405 where the texts in all other languages have 404.'])
})

test.each([
  ['ru: "Общество Kрасного Полумесяца"', 'mixed-alphabets 17: Kрасного'],
  ['en: "the Sоciety"', 'mixed-alphabets 17: Sоciety'],
  ['uz-Cyrl: "XҚХҚ билан"', 'mixed-alphabets 17: XҚХҚ'],
  ['ru: "два  пробела"', 'double-space 17: два  пробела'],
  ['uz-Latn: "Toshkentda bo\'lib"', "apostrophe 17: bo'lib"],
  ['uz-Latn: "tog\' va maʼno"', "apostrophe 17: tog'"],
  ['ru: "а\u200bб"', 'invisible-character 17: \u200b'],
  ['ru: "а\u202eб"', 'invisible-character 17: \u202e'],
])('letters: %s', (texts, expected) => {
  expect(told(lead(texts))).toEqual([`warning editorial/${expected}`])
})

test.each([
  ['ru: "IT-отдел, GOнинг, COVID-19, press@example.org"'],
  ['uz-Latn: "Bugun ‘yangi’ soʻz, https://example.org/o\'z"'],
  ['en: "The Society\'s office"'],
  ['ru: "семья 👨‍👩‍👧"'],
  ['ru: "- пункт\\n  - вложенный\\n\\n| а  | б |\\n|---|---|\\n| в  | г |"'],
])('letters that are meant: %s', texts => {
  expect(told(lead(texts))).toEqual([])
})

test('texts of the society are read too, and what is never published is not', () => {
  const dataset = sampleDataset(files => ({
    'data/society.yaml': `${files['data/society.yaml']}boilerplate: { ru: "Общество  Помощи" }\n`,
    'data/meetings/2022/meeting.yaml': `internal_note: two  spaces\n${clean(sampleFiles['data/meetings/2022/meeting.yaml'])}`,
  }))
  expect(told(dataset)).toEqual(['warning editorial/double-space 14: Общество  Помощи'])
})

const shows = (character: string) => !/\p{So}|\p{Script=Georgian}/u.test(character)

test('characters that the fonts lack: a picture is left out, a letter is an error', () => {
  const dataset = lead('ru: "Спасибо 🎉", en: "Tbilisi თბილისი"')
  expect(told(dataset, { shows }).slice(0, 2)).toEqual([
    'error editorial/missing-glyph 17: თ',
    'warning editorial/missing-glyph 17: 🎉',
  ])
})

test('a script that the fonts lack is told in one sentence, and a mark that they lack as what is left out', () => {
  const lacking = (character: string) => !/\p{Script=Arabic}|[\u0336\u20e3]/u.test(character)
  const dataset = lead('ru: "سلام عليكم", en: "1\ufe0f\u20e3 old\u0336"')
  const lacked = inWords(
    editorialChecks(dataset, { shows: lacking }).filter(each => each.code === 'editorial/missing-glyph'),
  ).map(each => each.message)
  expect(lacked).toEqual([
    'The fonts of the page have no “س” (U+0633) and 6 more: they lack the Arabic script.',
    'The fonts of the page have no “◌\u20e3” (U+20E3): the PDF leaves it out.',
    'The fonts of the page have no “◌\u0336” (U+0336): the PDF leaves it out.',
  ])
})

test('a mark that no font has together with its letter is told as what is left out of it', () => {
  const oneFontHas = (text: string) => !/\p{Script=Syriac}\u0323?\u0301/u.test(text)
  const lackedMarks = inWords(
    editorialChecks(lead('ru: "\u0710\u0323\u0301 замо\u0301к", en: "\u0712\u0301 \u0710\u0323"'), {
      shows: oneFontHas,
    }).filter(each => each.code === 'editorial/missing-glyph'),
  ).map(({ message, span }) => `${message} ${span?.file.text.slice(span.start, span.start + 2)}`)
  expect(lackedMarks).toEqual([
    'The fonts of the page have no “◌\u0301” (U+0301) over “\u0710\u0323\u0301”: the PDF leaves it out. \u0710\u0323',
    'The fonts of the page have no “◌\u0301” (U+0301) over “\u0712\u0301”: the PDF leaves it out. \u0712\u0301',
  ])
})

test('marks, commas and digits of a script that is lacking are told with its letters, those that several scripts share too', () => {
  const lacking = (character: string) => !/[\p{scx=Arabic}\p{scx=Devanagari}\p{scx=Bengali}]/u.test(character)
  const lacked = (texts: string) =>
    inWords(
      editorialChecks(lead(texts), { shows: lacking }).filter(each => each.code === 'editorial/missing-glyph'),
    ).map(({ message, hints }) => `${message} ${hints.join(' ')}`)
  expect(lacked('ru: "وزّعَ ١٢٠ أسرةً، كلها"')).toEqual([
    'The fonts of the page have no “و” (U+0648) and 17 more: they lack the Arabic script. ' +
      'Drop a font that has them, such as Noto Naskh Arabic, into templates/fonts/: no style needs to be changed.',
  ])
  expect(lacked('ru: "১২০ পরিবার। नमस्ते।"').map(each => each.split('. ')[0])).toEqual([
    'The fonts of the page have no “न” (U+0928) and 6 more: they lack the Devanagari script',
    'The fonts of the page have no “১” (U+09E7) and 7 more: they lack the Bengali script',
  ])
  // Without a letter of theirs they are left out as any other sign is.
  expect(lacked('ru: "да، нет"')).toEqual([
    'The fonts of the page have no “،” (U+060C): the PDF leaves it out. Say it in words; pictures belong under “photos”.',
  ])
})

test('the same number in the digits of another script', () => {
  const texts = (en: string) =>
    told(lead(`ru: "Помощь 120 семьям, 38 000 людей, 52,5 %", en: "${en}"`)).filter(each => /numbers/.test(each))
  expect(texts('١٢٠ أسرة، ٣٨٬٠٠٠ شخص، ٥٢٫٥٪')).toEqual([])
  expect(texts('۱۲۰ خانواده، ۳۸٬۰۰۰ نفر، ۵۲٫۵٪')).toEqual([])
  expect(texts('১২০ পরিবার, ৩৮০০০, ৫২.৫%')).toEqual([])
  expect(texts('١٢١ أسرة، ٣٨٬٠٠٠ شخص، ٥٢٫٥٪')).toHaveLength(1)
})

// What looks at each letter anew from every letter takes minutes of the processor, one look hundredths of a second.
test.for(['щ', 'x', "o'", 'ʻ', '1', '«', ' - ', "'"])('sixty thousand of “%s” are read in one look', each => {
  const text = JSON.stringify(each.repeat(60_000))
  const dataset = lead(`ru: ${text}, uz-Latn: ${text}, uz-Cyrl: ${text}, en: ${text}`)
  const before = process.cpuUsage()
  expect(told(dataset).length).toBeLessThan(50)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(10)
})

test('what the reader of Markdown remarks stands where its sign was typed, in fields that a release prints', () => {
  const shownAs: string[] = []
  const remarksOn = (text: string, shown: string) => {
    shownAs.push(`${shown} ${text}`)
    return text.includes('**')
      ? [{ kind: 'as-typed', piece: '**', message: verbatim('Stars.'), hint: verbatim('Take them out.') } as const]
      : []
  }
  const dataset = withRelease('  body: { ru: "Вот **слово" }\n  next_steps: [{ ru: Шаг }]')
  expect(told(dataset, { asOf, remarksOn })).toEqual(['warning editorial/printed-as-typed 17: **'])
  expect(shownAs).toContain('blocks Вот **слово')
  expect(shownAs).toContain('line Шаг')
  expect(shownAs).toContain('plain Встреча прошла')
  expect(shownAs.filter(each => each.endsWith('working'))).toEqual([])
})

test.each([
  ['👍 🎉', true],
  ['"\\u00ad\\u200b"', true],
  ['"\\U0001F469\\u200D\\U0001F680"', true],
  ['👍 1', false],
  ['…', false],
  ['"\\u0301"', false],
])('a text of which the page shows nothing is an error: %s', (text, isBlank) => {
  const dataset = edited(each => each.replace('en: A meeting was held', `en: ${text}`))
  const errors = told(dataset, { shows }).filter(each => each.startsWith('error'))
  expect(errors).toEqual(isBlank ? [expect.stringMatching(/^error editorial\/missing-glyph 16: /)] : [])
})
