/** Wording and report layouts as templates/ holds them. */
import { expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { loadTemplates } from '../../src/load/templates.ts'

const load = (files: { readonly [path: string]: string }) =>
  loadTemplates(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    new Map(),
  )

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
  const { value, diagnostics } = load({
    'templates/wording/ru.yaml': 'a: 1\nb: [x]\nc:\nd:\n  e: x\n  e: y\nd.e: z\n',
    'templates/wording/russian.yaml': 'a: x\n',
    'templates/wording/en.yml': 'a: x\n',
  })
  expect(printConcise(diagnostics)).toMatchInlineSnapshot(`
    "templates/wording/en.yml:1:1 error file/not-read This file is not read: wording and layouts end in “.yaml”.
    templates/wording/ru.yaml:1:1 warning template/unknown-wording Nothing asks for the words under “a”.
    templates/wording/ru.yaml:1:4 error record/wrong-type “a” takes words, not 1.
    templates/wording/ru.yaml:2:1 warning template/unknown-wording Nothing asks for the words under “b”.
    templates/wording/ru.yaml:2:4 error record/wrong-type “b” takes words, not a list.
    templates/wording/ru.yaml:3:1 error record/wrong-type “c” is empty.
    templates/wording/ru.yaml:3:1 warning template/unknown-wording Nothing asks for the words under “c”.
    templates/wording/ru.yaml:4:1 warning template/unknown-wording Nothing asks for the words under “d”.
    templates/wording/ru.yaml:6:3 error yaml/duplicate-key “e” stands twice here.
    templates/wording/ru.yaml:7:1 warning template/unknown-wording Nothing asks for the words under “d.e”.
    templates/wording/ru.yaml:7:1 error yaml/duplicate-key “d.e” stands twice in this wording.
    templates/wording/russian.yaml:1:1 error file/not-read “russian” is not a language tag, so this wording is not read.
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
