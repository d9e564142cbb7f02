/** Records against each other: sides of a meeting, languages, zones, ids, and names of what is not there. */

import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

const { sources, media } = await loadable('_base')

/** `marked: message | hint | hint`, of a workspace with these files in place of its own. */
function told(files: { readonly [path: string]: string }): string {
  const others = sources.filter(({ path }) => files[path] === undefined)
  const own = Object.entries(files).map(([path, text]) => ({ path, text }))
  const lines = inWords(load([...others, ...own], media).diagnostics).map(({ message, hints, span }) => {
    const marked = span?.file.text.slice(span.start, span.end).split('\n')[0]
    return `${marked}: ${[message, ...hints].join(' | ')}`
  })
  return `\n${lines.join('\n')}\n`
}
const right = '\n\n'

const meeting = (lines: string, sides = 'host: society\npartners: [icrc]\n') =>
  told({
    'data/meetings/2022/m.yaml': `title: Встреча\ndate: 2022-08-15\nkind: working\nvenue: в офисе\n${sides}${lines}`,
  })

test('a meeting: who was there belongs to a side, and is named one way', () => {
  expect(meeting('participants: [{ organization: icrc, name: А, role: Б }]\n')).toBe(right)
  expect(meeting('participants: [{ organization: society, role: Б }]\n')).toBe(right)
  expect(meeting('participants: [{ organization: society, person: director }]\n')).toBe(right)
  expect(meeting('participants: [{ organization: ifrc, name: А }]\n')).toMatchInlineSnapshot(`
    "
    ifrc: “ifrc” is neither the host nor one of the partners. | Add it to “partners”, or correct it.
    "
  `)
  expect(meeting('participants: [{ organization: icrc }]\n')).toMatchInlineSnapshot(`
    "
    : This participant has no “name”, “person” or “role”. | Add “name”, “person” (a record under data/people), or “role” where no name is to be printed.
    "
  `)
  expect(meeting('participants: [{ organization: society, name: А, person: director }]\n')).toMatchInlineSnapshot(`
    "
    А: A participant has a “name” or a “person”, not both. | Remove one of them.
    "
  `)
  expect(meeting('', 'host: icrc\npartners: [icrc, ifrc]\n')).toMatchInlineSnapshot(`
    "
    icrc: “icrc” is both host and partner. | Under “partners” stand those who came.
    "
  `)
  expect(meeting('', 'host: icrc\npartners: [society, ifrc]\n')).toBe(right)
  // Where a side is not known, nothing is said of who came for it.
  expect(
    meeting('participants: [{ organization: ifrc, name: А }]\n', 'host: society\npartners: [icrk]\n'),
  ).toMatchInlineSnapshot(`
    "
    icrk: There is no organization with the id “icrk”. | Did you mean “icrc”?
    "
  `)
})

test('a meeting: what was promised is due after it, and done when it is done', () => {
  const commitment = (fields: string) => meeting(`commitments: [{ what: А, who: [society], ${fields} }]\n`)
  expect(commitment('by: 2022-08-15, status: open')).toBe(right)
  expect(commitment('by: 2022-09-01, done_on: 2022-08-20, status: done')).toBe(right)
  expect(commitment('by: 2022-08-14, status: open')).toMatchInlineSnapshot(`
    "
    2022-08-14: “by” (2022-08-14) is before “date” (2022-08-15). | Correct one of the two days.
    "
  `)
  expect(commitment('done_on: 2022-08-14, status: done')).toMatchInlineSnapshot(`
    "
    2022-08-14: “done_on” (2022-08-14) is before “date” (2022-08-15). | Correct one of the two days.
    "
  `)
  expect(commitment('done_on: 2022-08-20, status: open')).toMatchInlineSnapshot(`
    "
    2022-08-20: This commitment has “done_on”, but its status is “open”. | Write “status: done”, or remove “done_on”.
    "
  `)
})

const society = (zone: string, languages = '[ru, en]') =>
  told({
    'data/society.yaml': `name: Общество\ncountry: UZ\nlanguages: ${languages}\nseat: { city: Ташкент }\nillustrative: true\ntime_zone: ${zone}\n`,
  })

test.each(['Asia/Tashkent', 'UTC', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince'])(
  '%s is a zone',
  zone => {
    expect(society(zone)).toBe(right)
  },
)
test.each([
  'Asia/Tashkend',
  'asia/tashkent',
  'GMT+5',
  'UTC+5',
  'XUTC',
  'Asia',
  'Asia/Tashkent now',
  '+05:00',
  'Nowhere/Here',
])('%s is none', zone => {
  expect(society(`"${zone}"`)).toMatch(/^\n.*: “.*” is not a time zone\. \| (Did you mean|Write an IANA name).*\n$/)
})

test('languages in which the society does not publish', () => {
  const name = (tag: string) => told({ 'data/people/second.yaml': `name: { ru: Имя, ${tag}: X }\n` })
  expect(name('en')).toBe(right)
  expect(name('kk')).toMatchInlineSnapshot(`
    "
    kk: “kk” is not a language the society publishes in. | It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.
    "
  `)
  expect(name('en-GB')).toMatchInlineSnapshot(`
    "
    en-GB: “en-GB” is not a language the society publishes in. | Write en. | It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.
    "
  `)
  expect(name('RU')).toMatchInlineSnapshot(`
    "
    RU: “RU” is not a language the society publishes in. | Write ru. | It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.
    "
  `)
  expect(name('english')).toMatchInlineSnapshot(`
    "
    english: “english” is not a language the society publishes in. | Write a BCP 47 tag such as ru, uz-Latn, uz-Cyrl, en. | It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.
    "
  `)
  expect(name('enn')).toMatchInlineSnapshot(`
    "
    enn: “enn” is not a language the society publishes in. | Did you mean “en”? | It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.
    "
  `)
  expect(name('e')).toMatchInlineSnapshot(`
    "
    e: “e” is not a language the society publishes in. | Write a BCP 47 tag such as ru, uz-Latn, uz-Cyrl, en. | It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.
    "
  `)
  expect(told({ 'data/people/second.yaml': 'name: { ru: Имя, en: " " }\n' })).toMatchInlineSnapshot(`
    "
    " ": This text is blank. | Write the text, or remove the field.
    "
  `)
  expect(told({ 'data/people/second.yaml': 'name: " "\n' })).toMatchInlineSnapshot(`
    "
    " ": This text is blank. | Write the text, or remove the field.
    "
  `)
})

test('names of what is not there, or of another type', () => {
  const activity = (lines: string) =>
    told({
      'data/activities/2022/volunteer-drill.yaml': `name: Учения\narea: first-aid\ntype: simulation\nstart: 2022-10-03\nend: 2022-10-04\n${lines}`,
    })
  expect(activity('places: [uz-tk]\nbranches: [branch-railway]\nimplementers: [society, icrc]\n')).toBe(right)
  expect(activity('places: [branch-railway]\n')).toMatchInlineSnapshot(`
    "
    branch-railway: “branch-railway” is a branch; here goes a region. | Branches go under “branches”.
    "
  `)
  expect(activity('branches: [uz-tk]\n')).toMatchInlineSnapshot(`
    "
    uz-tk: “uz-tk” is a region; here goes a branch. | Regions go under “places”.
    "
  `)
  expect(activity('places: [uz-zz]\n')).toMatchInlineSnapshot(`
    "
    uz-zz: There is no region with the id “uz-zz”. | There are: uz-sa, uz-tk.
    "
  `)
  expect(activity('branches: [nothing-like-it]\n')).toMatchInlineSnapshot(`
    "
    nothing-like-it: There is no branch with the id “nothing-like-it”. | There are: branch-railway.
    "
  `)
  expect(activity('implementers: [nobody-we-know]\n')).toMatchInlineSnapshot(`
    "
    nobody-we-know: There is no organization with the id “nobody-we-know”. | There are: society, icrc, ifrc.
    "
  `)
  expect(activity('implementers: [icr]\n')).toMatchInlineSnapshot(`
    "
    icr: There is no organization with the id “icr”. | Did you mean “icrc”?
    "
  `)
  expect(activity('reached: { total: 5, by_place: { branch-railway: 5 } }\n')).toMatchInlineSnapshot(`
    "
    branch-railway: “branch-railway” is a branch; here goes a region. | Branches go under “branches”.
    "
  `)
  expect(told({ 'data/places/branch-railway.yaml': 'type: branch\nname: А\nregion: uz-zz\n' })).toMatchInlineSnapshot(`
    "
    uz-zz: There is no region with the id “uz-zz”. | There are: uz-sa, uz-tk.
    "
  `)
})

test('two of one id, and two where one may be', () => {
  const drill = (id: string) =>
    `- id: ${id}\n  name: А\n  area: first-aid\n  type: simulation\n  start: 2022-10-03\n  end: 2022-10-04\n`
  expect(told({ 'data/activities/2022/list.yaml': drill('one') + drill('two') })).toBe(right)
  expect(told({ 'data/activities/2022/list.yaml': drill('one') + drill('one') })).toMatchInlineSnapshot(`
    "
    one: The id “one” is taken by data/activities/2022/list.yaml:1. | Give this record another id. | Meetings and activities share one space of ids.
    "
  `)
  expect(told({ 'data/activities/2022/list.yaml': drill('volunteer-drill') })).toMatchInlineSnapshot(`
    "
    : The id “volunteer-drill” is taken by data/activities/2022/list.yaml:1. | Rename this file. | Meetings and activities share one space of ids.
    "
  `)
  const agreement = sources.find(({ path }) => path === 'data/agreements/icrc-2022.yaml')?.text ?? ''
  const indicators = agreement.replace(/^narrative:[\s\S]*/m, '')
  expect(told({ 'data/agreements/second.yaml': indicators })).toMatchInlineSnapshot(`
    "
    2022: data/agreements/icrc-2022.yaml is an agreement of the same partner, programme and year. | Correct the year, or give one of them another programme.
    "
  `)
  expect(told({ 'data/agreements/second.yaml': indicators.replace(/^programme: .*/m, 'programme: other') })).toBe(right)
})
