/** Wording and report layouts as templates/ holds them. */

import { expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { loadTemplates } from '../../src/load/templates.ts'
import { inWords } from '../support/in-words.ts'

interface Files {
  readonly [path: string]: string
}
const sources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }))

/** @param shipped all that came with Khabar; without it, `files` did. */
const load = (files: Files, shipped?: Files) => loadTemplates(sources(files), new Map(), shipped && sources(shipped))

test('phrases are flattened, and their spans begin where their text begins', () => {
  const text = `press:
  lead:
    meeting: On {{day}}
    visit: "Visit of {{guests}}"
  single: 'it'
report.title: |
  Annual
  report
report.folded: >-
    One line
`
  const { value, diagnostics } = load({ 'templates/wording/en.yaml': text })
  expect(diagnostics).toEqual([])
  const phrases = [...(value.wording.get('en')?.phrases.values() ?? [])]
  expect(phrases.map(phrase => [phrase.key, phrase.text])).toEqual([
    ['press.lead.meeting', 'On {{day}}'],
    ['press.lead.visit', 'Visit of {{guests}}'],
    ['press.single', 'it'],
    ['report.title', 'Annual\nreport\n'],
    ['report.folded', 'One line'],
  ])
  for (const { text: words, span } of phrases) {
    const first = words.split('\n')[0] ?? ''
    expect(text.slice(span.start, span.start + first.length)).toBe(first)
  }
})

test('what is no wording is told at its place', () => {
  const { value, diagnostics } = load(
    {
      'templates/wording/ru.yaml': 'a: 1\nb: [x]\nc:\nd:\n  e: x\n  e: y\nd.e: z\n',
      'templates/wording/russian.yaml': 'a: x\n',
      'templates/wording/en.yml': 'a: x\n',
    },
    { 'khabar/templates/wording/ru.yaml': 'a: x\nb: x\nc: x\nd: { e: x }\n' },
  )
  expect(printConcise(diagnostics)).toMatchInlineSnapshot(`
    "templates/wording/en.yml:1:1 error file/not-read This file is not read: languages, wording and layouts end in “.yaml”.
    templates/wording/ru.yaml:1:4 error record/wrong-type “a” takes words, not 1.
    templates/wording/ru.yaml:2:4 error record/wrong-type “b” takes words, not a list.
    templates/wording/ru.yaml:3:1 error record/wrong-type “c” is empty.
    templates/wording/ru.yaml:6:3 error yaml/duplicate-key “e” stands twice here.
    templates/wording/ru.yaml:7:1 error yaml/duplicate-key “d.e” stands twice in this wording.
    templates/wording/russian.yaml:1:1 error file/not-read “russian” is not a language tag, so this file is not read.
    "
  `)
  expect([...value.wording.keys()]).toEqual(['ru'])
})

test('a layout is sheets and columns; a column is its name, or a map with a width', () => {
  const text = 'sheets:\n  - sheet: cover\n  - sheet: summary\n    columns: [area, { column: activities, width: 12 }]\n'
  const { value, diagnostics } = load({ 'templates/report/annual.yaml': text })
  expect(diagnostics).toEqual([])
  const layout = value.layouts.get('annual')
  expect(
    layout?.sheets.map(({ sheet, columns }) => [sheet, columns.map(({ column, width }) => [column, width])]),
  ).toEqual([
    ['cover', []],
    [
      'summary',
      [
        ['area', undefined],
        ['activities', 12],
      ],
    ],
  ])
  const spans = layout?.sheets.flatMap(({ span, columns }) => [span, ...columns.map(column => column.span)]) ?? []
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['cover', 'summary', 'area', 'activities'])
})

test('a wrong layout is told as a wrong record is', () => {
  const text =
    'sheets:\n  - shet: cover\n  - sheet: summary\n    columns: [1, { column: x, widht: 2 }, { width: 300 }]\n'
  const { value, diagnostics } = load({ 'templates/report/annual.yaml': text })
  expect(printConcise(diagnostics)).toMatchInlineSnapshot(`
    "templates/report/annual.yaml:2:5 error record/unknown-field “shet” is not a field of entry 1 of “sheets”.
    templates/report/annual.yaml:4:15 error record/wrong-type Entry 1 of “columns” takes text, not 1.
    templates/report/annual.yaml:4:31 error record/unknown-field “widht” is not a field of entry 2 of “columns”.
    templates/report/annual.yaml:4:43 error record/missing-field Entry 3 of “columns” has no “column”.
    templates/report/annual.yaml:4:52 error record/wrong-value “width” cannot be 300.
    "
  `)
  expect(value.layouts.size).toBe(0)
})

test('other texts are handed on by their path below templates/', () => {
  const { value } = load({ 'templates/press/release.hbs': '<p>', 'templates/press/release.css': 'p {}' })
  expect([...value.texts.keys()]).toEqual(['press/release.css', 'press/release.hbs'])
})

const told = (files: Files, shipped: Files) =>
  inWords(load(files, shipped).diagnostics).map(({ message, hints }) => [message, ...hints])

test("what a workspace's wording does not say is said as shipped, and what it says goes before", () => {
  const shipped = { 'khabar/templates/wording/en.yaml': 'report: { a: { name: A, note: N }, b: { name: B } }\n' }
  const { value, diagnostics } = load(
    { 'templates/wording/en.yaml': 'report: { a: { name: Mine, note: "" } }\n' },
    shipped,
  )
  expect(diagnostics).toEqual([])
  const phrases = [...(value.wording.get('en')?.phrases.values() ?? [])]
  expect(phrases.map(({ key, text, span }) => [key, text, span.file.path])).toEqual([
    ['report.a.name', 'Mine', 'templates/wording/en.yaml'],
    ['report.a.note', '', 'templates/wording/en.yaml'],
    ['report.b.name', 'B', 'khabar/templates/wording/en.yaml'],
  ])
})

test('a language that does not ship is lent the words of reports that it lacks, and none of releases', () => {
  const shipped = { 'templates/wording/en.yaml': 'report: { a: A, b: B }\npress: { c: C }\n' }
  const { value } = load({ ...shipped, 'templates/wording/kk.yaml': 'report: { a: Аты }\n' }, shipped)
  const phrases = [...(value.wording.get('kk')?.phrases.values() ?? [])]
  expect(phrases.map(({ key, text, isLent = false }) => [key, text, isLent])).toEqual([
    ['report.b', 'B', true],
    ['report.a', 'Аты', false],
  ])
})

test('words that nothing asks for are told once a group, with the nearest that is free', () => {
  const shipped = {
    'khabar/templates/wording/en.yaml':
      'report: { sum: { name: x, columns: { area: x, people: x }, charts: { p: { title: x } } }, properties: { title: x } }\n',
  }
  const own = (text: string) => told({ 'templates/wording/en.yaml': text }, shipped)
  const other = 'It may be of another version of Khabar: take it out.'
  expect(own('report: { summ: { name: x, title: "{{gone}}" } }')).toEqual([
    ['Nothing asks for the words under “report.summ”.', 'Did you mean “sum”?'],
  ])
  expect(own('report: { sum: { columns: { aera: x } } }')).toEqual([
    ['Nothing asks for “report.sum.columns.aera”.', 'Did you mean “area”?'],
  ])
  // One that the file has already is not what was meant.
  expect(own('report: { sum: { columns: { aera: x, area: y } } }')).toEqual([
    ['Nothing asks for “report.sum.columns.aera”.', other],
  ])
  expect(own('report: { sum: words }')).toEqual([['Nothing asks for “report.sum”.', other]])
  expect(own('report: { sum: { name: { x: y } } }')).toEqual([
    ['Nothing asks for the words under “report.sum.name”.', other],
  ])
  expect(
    own('report: { sum: { notes: { area: x }, charts: { p: { unit: x } } }, annual: { properties: { title: x } } }'),
  ).toEqual([])
})

test('a key that a template names is asked for', () => {
  const shipped = {
    'khabar/templates/wording/en.yaml': 'press: { a: x }\n',
    'khabar/templates/press/text.hbs': '{{t "press.a"}}',
  }
  const own = { 'templates/wording/en.yaml': 'press: { mine: x }\n', 'templates/press/text.hbs': '{{t "press.mine"}}' }
  expect(told(own, shipped)).toEqual([])
  expect(told({ ...own, 'templates/press/text.hbs': '' }, shipped)).toHaveLength(1)
})

test('a file that nothing reads is told, with what there is beside it', () => {
  const shipped = {
    'templates/press/release.hbs': '<p>',
    'templates/report/annual.yaml': 'sheets: [{ sheet: cover }]\n',
  }
  const own = {
    'templates/press/relase.hbs': '<p>',
    'templates/report/anual.yaml': 'sheets: [{ sheet: cover }]\n',
    'templates/press/news.css': 'p {}',
    'templates/press/partials/mine.hbs': '<p>',
  }
  const message = 'Nothing reads this template: Khabar has none of this path.'
  expect(told({ ...shipped, ...own }, shipped)).toEqual([
    [message, 'Did you mean “press/release.hbs”?'],
    [message, 'Did you mean “report/annual.yaml”?'],
  ])
})

test('what could not be read is told by whoever could not, and nothing follows from it', () => {
  const shipped = sources({
    'khabar/templates/wording/en.yaml': 'report: { a: A }\n',
    'khabar/templates/report/annual.yaml': 'sheets: [{ sheet: cover }]\n',
    'khabar/templates/press/release.hbs': '<p>',
  })
  const paths = ['wording/en.yaml', 'wording/kk.yaml', 'report/annual.yaml', 'press/release.hbs']
  const unread = paths.map(path => ({ path: `templates/${path}`, text: '', isUnread: true as const }))
  const { value, diagnostics } = loadTemplates(unread, new Map(), shipped)
  expect(diagnostics).toEqual([])
  expect(value.layouts.get('annual')?.sheets).toHaveLength(1)
  expect(value.texts.get('press/release.hbs')?.text).toBe('<p>')
  for (const language of ['en', 'kk']) expect(value.wording.get(language)?.phrases.get('report.a')?.text).toBe('A')
})
