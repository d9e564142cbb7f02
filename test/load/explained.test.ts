/** What an author is told of one wrong value: what it is marked on, what is wrong, and each way to mend it. */

import { expect, test } from 'vitest'
import { type Draft, dayAt, entriesAt, has, numberAt, textAt } from '../../src/load/draft.ts'
import { isTooLarge, limits } from '../../src/load/limits.ts'
import { load } from '../../src/load/load.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

const { sources, media } = await loadable('_base')

/** `marked: message | hint | hint` */
function told(path: string, text: string): string {
  const others = sources.filter(source => source.path !== path)
  const lines = inWords(load([...others, { path, text }], media).diagnostics).map(({ message, hints, span }) => {
    const marked = span?.file.text.slice(span.start, span.end).split('\n')[0]
    return `${marked}: ${[message, ...hints].join(' | ')}`
  })
  return `\n${lines.join('\n')}\n`
}

const person = (lines: string) => told('data/people/second.yaml', lines)
const place = (lines: string) => told('data/places/uz-sa.yaml', `type: region\nname: Самарканд\n${lines}`)
const activity = (lines: string) =>
  told(
    'data/activities/2022/volunteer-drill.yaml',
    `name: Учения\narea: first-aid\ntype: simulation\nstart: 2022-10-03\nend: 2022-10-04\n${lines}`,
  )

test('a value that is none of a list of words', () => {
  expect(activity('partner_role: fundin\n')).toMatchInlineSnapshot(`
    "
    fundin: “fundin” is not a value of “partner_role”. | Did you mean “funding”? | It takes: funding, technical, joint, in-kind.
    "
  `)
  expect(activity('partner_role: xyz\n')).toMatchInlineSnapshot(`
    "
    xyz: “xyz” is not a value of “partner_role”. | It takes: funding, technical, joint, in-kind.
    "
  `)
  expect(activity('reached: { total: 5, method: yes }\n')).toMatchInlineSnapshot(`
    "
    yes: “yes” is not a value of “method”. | It takes: registration, headcount, estimate, partner-report.
    "
  `)
  expect(activity('partner_role: 5\n')).toMatchInlineSnapshot(`
    "
    5: “partner_role” takes text, not 5. | Put it in quotes: "5".
    "
  `)
  expect(activity('partner_role: true\n')).toMatchInlineSnapshot(`
    "
    true: “partner_role” takes text, not true. | Put it in quotes: "true".
    "
  `)
  expect(
    activity(
      'release:\n  status: draft\n  headline: A\n  lead: B\n  photos: [{ file: x.jpg, alt: A, consent: yes }]\n',
    ),
  ).toMatchInlineSnapshot(`
    "
    x.jpg: “file” cannot be “x.jpg”. | Write media/x.jpg, and put the photo there. | Photos lie below data/media, and are named from there: media/2022/meeting.jpg.
    "
  `)
  expect(
    activity(
      'release:\n  status: draft\n  headline: A\n  lead: B\n  photos: [{ file: x.jpg, alt: A, consent: true }]\n',
    ),
  ).toMatchInlineSnapshot(`
    "
    x.jpg: “file” cannot be “x.jpg”. | Write media/x.jpg, and put the photo there. | Photos lie below data/media, and are named from there: media/2022/meeting.jpg.
    true: “consent” takes one of yes, no, not-needed, not true. | Write yes.
    "
  `)
})

test('what is empty: a value, a record, a list, a map', () => {
  expect(person('name:\n')).toMatchInlineSnapshot(`
    "
    name: “name” is empty. | Write a value; a field that need not be there is taken out: blank is not zero. | The field: Name as printed: initials and surname, or full name. One text in the main language, or a map by language.
    "
  `)
  expect(person('')).toMatchInlineSnapshot(`
    "
    : The record is empty. | Write its fields, or delete the file.
    "
  `)
  expect(person('null\n')).toMatchInlineSnapshot(`
    "
    null: The record is empty. | Write its fields, or delete the file.
    "
  `)
  expect(activity('places: []\n')).toMatchInlineSnapshot(`
    "
    []: “places” is an empty list. | Write at least one entry, or remove the field. | The field: Regions, records under data/places. None: not tied to a region.
    "
  `)
  expect(person('name: {}\n')).toMatchInlineSnapshot(`
    "
    {}: “name” is an empty map. | Write a text for each language, or remove the field.
    "
  `)
  expect(activity('evidence: [{}]\n')).toMatchInlineSnapshot(`
    "
    {}: Entry 1 of “evidence” is an empty map. | Write a text for each language, or remove the field.
    "
  `)
})

test('one where several go, several where one goes', () => {
  expect(activity('places: uz-tk\n')).toMatchInlineSnapshot(`
    "
    uz-tk: “places” takes a list, not “uz-tk”. | Write places: [uz-tk].
    "
  `)
  expect(activity('places: { uz-tk: 1 }\n')).toMatchInlineSnapshot(`
    "
    { uz-tk: 1 }: “places” takes a list, not a map of fields. | Begin each entry on a line of its own with “- ”.
    "
  `)
  expect(activity('volunteers: [5]\n')).toMatchInlineSnapshot(`
    "
    [5]: “volunteers” takes a whole number, not a list. | Write one value, without a list.
    "
  `)
  expect(activity('volunteers: { total: 5 }\n')).toMatchInlineSnapshot(`
    "
    { total: 5 }: “volunteers” takes a whole number, not a map of fields. | The field: Volunteers who took part.
    "
  `)
  expect(person('name: [Имя]\n')).toMatchInlineSnapshot(`
    "
    [Имя]: “name” takes a text, or one for each language, not a list. | Write the value alone: Имя
    "
  `)
  expect(person('name: [Имя, Фамилия]\n')).toMatchInlineSnapshot(`
    "
    [Имя, Фамилия]: “name” takes a text, or one for each language, not a list. | Write one value; several paragraphs go under “|”.
    "
  `)
  expect(place('pcode: { its_value: UZ18 }\n')).toMatchInlineSnapshot(`
    "
    { its_value: UZ18 }: “pcode” takes one text, not a map of fields. | Write the value after the colon.
    "
  `)
  expect(place('pcode: { ru: UZ18 }\n')).toMatchInlineSnapshot(`
    "
    { ru: UZ18 }: “pcode” takes one text, not a map of fields. | This field is the same in every language: write it once.
    "
  `)
  expect(place('population: 5\n')).toMatchInlineSnapshot(`
    "
    : A region must have a “pcode”. | Add “pcode”: its OCHA P-code, for example UZ26; where there is none, “iso_code”: UZ-TK.
    5: “population” takes fields of its own, not 5. | Its fields: value, date, source.
    "
  `)
  expect(place('population: [5]\n')).toMatchInlineSnapshot(`
    "
    : A region must have a “pcode”. | Add “pcode”: its OCHA P-code, for example UZ26; where there is none, “iso_code”: UZ-TK.
    [5]: “population” takes fields of its own, not a list. | Remove the “- ” before its fields. | Its fields: value, date, source.
    "
  `)
})

test('numbers', () => {
  expect(activity('volunteers: 1.5\n')).toMatchInlineSnapshot(`
    "
    1.5: “volunteers” takes a whole number, not 1.5. | Write it without decimals.
    "
  `)
  expect(activity('volunteers: -1\n')).toMatchInlineSnapshot(`
    "
    -1: “volunteers” cannot be -1. | It is at least 0. | The field: Volunteers who took part.
    "
  `)
  expect(activity('volunteers: some\n')).toMatchInlineSnapshot(`
    "
    some: “volunteers” takes a whole number, not “some”. | Write digits only. | The field: Volunteers who took part.
    "
  `)
  expect(activity('volunteers: true\n')).toMatchInlineSnapshot(`
    "
    true: “volunteers” takes a whole number, not true. | The field: Volunteers who took part.
    "
  `)
  expect(activity('volunteers: 99999999999\n')).toMatchInlineSnapshot(`
    "
    99999999999: “volunteers” cannot be 99999999999. | It is at most 10000000000. | The field: Volunteers who took part.
    "
  `)
  expect(activity('places: [uz-tk, uz-sa, uz-tk]\n')).toMatchInlineSnapshot(`
    "
    uz-tk: “uz-tk” stands twice in “places”. | Keep one of them.
    "
  `)
})

test('days, moments and quarters', () => {
  expect(activity('cancelled: { on: 15.10, reason: A }\n')).toMatchInlineSnapshot(`
    "
    15.10: “15.10” in “on” is not a day. | Write the day as YYYY-MM-DD, for example 2022-08-15.
    "
  `)
  expect(activity('cancelled: { on: 20221015, reason: A }\n')).toMatchInlineSnapshot(`
    "
    20221015: “20221015” in “on” is not a day. | Write 2022-10-15.
    "
  `)
  expect(activity('results: [{ indicator: FA-1, value: 1, period: third of 2022 }]\n')).toMatchInlineSnapshot(`
    "
    FA-1: The result for “FA-1” belongs to no agreement. | Add “funding” with the agreement, or remove the result.
    third of 2022: “period” cannot be “third of 2022”. | Write a year (2022), a quarter (2022-Q3), a month (2022-11), or months from and to (2022-04/2023-03).
    "
  `)
  expect(activity('results: [{ indicator: FA-1, value: 1, period: 2022/4 }]\n')).toMatchInlineSnapshot(`
    "
    FA-1: The result for “FA-1” belongs to no agreement. | Add “funding” with the agreement, or remove the result.
    2022/4: “period” cannot be “2022/4”. | Write 2022-Q4.
    "
  `)
  expect(activity('results: [{ indicator: FA-1, value: 1, period: Q4 }]\n')).toMatchInlineSnapshot(`
    "
    FA-1: The result for “FA-1” belongs to no agreement. | Add “funding” with the agreement, or remove the result.
    Q4: “period” cannot be “Q4”. | Write a year (2022), a quarter (2022-Q3), a month (2022-11), or months from and to (2022-04/2023-03).
    "
  `)
})

test('fields: unknown, misspelt, missing, a level too high', () => {
  expect(person('name: Имя\nzzz: 1\n')).toMatchInlineSnapshot(`
    "
    zzz: “zzz” is not a field of this record. | Fields here: name, forms, role, role_forms, organization, gender, accepts.
    "
  `)
  expect(activity('female: 5\n')).toMatchInlineSnapshot(`
    "
    female: “female” is not a field of this record. | “female” belongs under “target”: indent it below that field.
    "
  `)
  expect(activity('reached: { totl: 5 }\n')).toMatchInlineSnapshot(`
    "
    totl: “totl” is not a field of “reached”. | Did you mean “total”?
    "
  `)
  expect(activity('cancelled: { on: 2022-10-01 }\n')).toMatchInlineSnapshot(`
    "
    cancelled: “cancelled” has no “reason”. | Add “reason”: Why. One text in the main language, or a map by language.
    "
  `)
  expect(activity('cancelled: { on: 2022-10-01, reson: A }\n')).toMatchInlineSnapshot(`
    "
    reson: “reson” is not a field of “cancelled”. | Did you mean “reason”?
    "
  `)
  expect(activity('funding: [{ line: a }]\n')).toMatchInlineSnapshot(`
    "
    : Entry 1 of “funding” has no “agreement”. | Add “agreement”: A record under data/agreements.
    "
  `)
  expect(activity('funding:\n  - line: a\nagreement: icrc-2022\n')).toMatchInlineSnapshot(`
    "
    agreement: “agreement” is not indented as it must be. | Begin it with 4 spaces: it belongs to “funding”.
    "
  `)
  expect(activity('place: [uz-tk]\nplaces: [uz-tk]\n')).toMatchInlineSnapshot(`
    "
    place: “place” is not a field of this record. | “place” belongs under “results”: indent it below that field.
    "
  `)
  expect(person('nane: Имя\n')).toMatchInlineSnapshot(`
    "
    nane: “nane” is not a field of this record. | Did you mean “name”?
    "
  `)
  expect(person('name: Имя\nforms: { RU: { genitive: Имени } }\n')).toMatchInlineSnapshot(`
    "
    RU: “RU” is not a field of “forms”. | Keys here are ids or languages: lower-case letters, digits and hyphens.
    RU: “RU” is not a language the society publishes in. | Write ru. | It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.
    "
  `)
  expect(person('name: Имя\nid: x\n')).toMatchInlineSnapshot(`
    "
    id: “id” is not a field of this record. | Remove it: the name of the file is the id.
    "
  `)
})

const draft = (data: unknown): Draft => ({
  kind: 'activity',
  id: 'a',
  data,
  origin: { file: { path: 'a.yaml', text: '' }, pointer: '', spans: new Map() },
  isMisnamed: false,
})

test('what is read of a record that may be wrong is only what is right', () => {
  const { data: _, ...rest } = draft({})
  const of = {
    ...rest,
    data: { text: 'a', number: 5, none: null, list: ['x', 'y'], odd: Number.NaN, zero: 0, empty: '' },
  }
  expect([textAt(of, '/text'), textAt(of, '/number'), textAt(of, '/no'), textAt(of, '/empty')]).toEqual([
    'a',
    undefined,
    undefined,
    '',
  ])
  expect(['/number', '/zero', '/text', '/odd', '/none'].map(at => numberAt(of, at))).toEqual([
    5,
    0,
    undefined,
    undefined,
    undefined,
  ])
  expect([entriesAt(of, '/list'), entriesAt(of, '/text'), entriesAt(of, '/none')]).toEqual([
    ['/list/0', '/list/1'],
    [],
    [],
  ])
  expect(['/text', '/zero', '/empty', '/none', '/no', '/text/length'].map(at => has(of, at))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test.each([
  ['2022-08-15', '2022-08-15'],
  ['2024-02-29', '2024-02-29'],
  ['2022-02-29', undefined],
  ['2022-00-10', undefined],
  ['2022-13-10', undefined],
  ['2022-12-31', '2022-12-31'],
  ['2022-01-01', '2022-01-01'],
  ['2022-08-00', undefined],
  ['2022-08-15T00:00', undefined],
  ['x2022-08-15', undefined],
  ['2022-8-15', undefined],
  [20220815, undefined],
])('%j as a day: %j', (written, day) => {
  expect(dayAt(draft({ on: written }), '/on')).toBe(day)
})

test('a text is too large by its bytes, not by its letters', () => {
  const { fileBytes } = limits
  expect(isTooLarge('a'.repeat(fileBytes))).toBe(false)
  expect(isTooLarge('a'.repeat(fileBytes + 1))).toBe(true)
  expect(isTooLarge('я'.repeat(fileBytes / 2))).toBe(false)
  expect(isTooLarge('я'.repeat(fileBytes / 2 + 1))).toBe(true)
  expect(isTooLarge('€'.repeat(Math.ceil(fileBytes / 3)))).toBe(fileBytes % 3 !== 0)
})
