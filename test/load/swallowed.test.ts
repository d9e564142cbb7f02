/** What YAML takes for something else than its author meant: told, with what to write, and that mends it. */

import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { load } from '../../src/load/load.ts'
import { quoted } from '../../src/load/quoted.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish } from '../../src/model/said.ts'
import { positionAt } from '../../src/model/source.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

const { sources, media } = await loadable('_base')
const path = 'data/meetings/2022/2022-08-15-icrc.yaml'
const right = sources.find(source => source.path === path)?.text ?? ''

/** @param lines in place of the headline, which stands on line 26. */
const withHeadline = (...lines: readonly string[]) => right.replace(/headline: .*/, lines.join('\n    '))
const loaded = (text: string) => load([...sources.filter(each => each.path !== path), { path, text }], media)
const told = ({ severity, code, span }: Diagnostic): string => {
  const at = span && positionAt(span.file.text, span.start)
  return `${severity} ${code} ${at?.line}:${at?.column}`
}
const hintsOf = (found: readonly Diagnostic[]) =>
  inWords(found)
    .flatMap(({ hints }) => hints)
    .join(' ')

describe('a text that begins with a sign, or holds one', () => {
  test.each([
    ['Help to region #1 and #2', 'error yaml/swallowed 28:24'],
    ['Room # 5', 'error yaml/swallowed 28:14'],
    ['course #1', 'error yaml/swallowed 28:16'],
    ['#FirstAid week', 'error yaml/swallowed 28:9'],
    ['&Co and partners meet', 'error yaml/swallowed 28:9'],
    ['&Co', 'error yaml/swallowed 28:9'],
    ['& partners', 'error yaml/alias 28:9'],
    ['*Bold* text', 'error yaml/syntax 28:9'],
    ['**Bold** text', 'error yaml/syntax 28:9'],
    ['@icrc met us', 'error yaml/syntax 28:9'],
    ['%20 more', 'error yaml/syntax 28:9'],
    ['`code` of conduct', 'error yaml/syntax 28:9'],
    ['- Welcome', 'error yaml/syntax 28:9'],
    ['[site](https://example.org) is new', 'error yaml/syntax 28:9'],
    ['{name} met us', 'error yaml/syntax 28:9'],
    ['News: we met', 'error yaml/syntax 28:13'],
    ['“News: we met”', 'error yaml/syntax 28:14'],
    ['«News: we met»', 'error yaml/syntax 28:14'],
  ])('%s', (text, place) => {
    const { diagnostics } = loaded(withHeadline('headline:', 'ru: Встреча', `en: ${text}`))
    expect(diagnostics.map(told)).toEqual([place])
    const [put = ''] = /"[^"]+"(?=\.)/.exec(hintsOf(diagnostics)) ?? []
    expect(put).toBe(`"${text}"`)
    const mended = loaded(withHeadline('headline:', 'ru: Встреча', `en: ${put}`))
    expect(mended.diagnostics).toEqual([])
    expect(mended.value?.meeting.get('2022-08-15-icrc')?.data.release?.headline).toEqual({ ru: 'Встреча', en: text })
  })

  test.each([
    ['Собрано 12,5 млн'],
    ['мы пришли, увидели, победили'],
    ['«Мы, они»'],
    ['“We, they”'],
    ['Время: 16'],
    ['Район #1'],
    ['#Район'],
  ])('in braces: %s', text => {
    const { diagnostics } = loaded(withHeadline(`headline: { ru: ${text}, en: Meeting }`))
    expect(diagnostics.map(({ span }) => span && positionAt(span.file.text, span.start).line)).toEqual([26])
    const [put = ''] = /"[^"]+"(?=[.,])/.exec(hintsOf(diagnostics)) ?? []
    expect(put).toBe(`"${text}"`)
    expect(loaded(withHeadline(`headline: { ru: ${put}, en: Meeting }`)).diagnostics).toEqual([])
  })
})

test('what is put in quotes is read back, whatever it holds', () => {
  const line = string({ unit: 'grapheme' }).filter(
    text => text.trim() === text && !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(text),
  )
  assert(
    property(line, text => {
      expect(parseYaml(quoted(text))).toBe(text)
    }),
  )
})

describe('a slip in a line', () => {
  test.each([
    ['kind: working', 'kind:working', 'yaml/syntax 3:5', 'Write “kind: working”.'],
    ['kind: working', 'kind working', 'yaml/syntax 3:1', 'Write “kind: working”.'],
    ['kind: working', 'kind = working', 'yaml/syntax 3:6', 'Write “kind: working”.'],
    ['kind: working', 'kind：working', 'yaml/syntax 3:5', 'Write “kind: working”.'],
    ['kind: working', 'kind:\u00a0working', 'yaml/space 3:6', 'Write “kind: working”.'],
    ['kind: working', 'kind:\u3000working', 'yaml/space 3:6', 'Write “kind: working”.'],
    ['partners: [icrc]', 'partners:[icrc]', 'yaml/syntax 5:9', 'Write “partners: [icrc]”.'],
    ['  status: approved', '\u00a0\u00a0status: approved', 'yaml/space 25:1', 'begin the line with 2 plain spaces.'],
    ['  status: approved', ' \u202fstatus: approved', 'yaml/space 25:2', 'begin the line with 2 plain spaces.'],
    ['  - organization: icrc', '  -\u00a0organization: icrc', 'yaml/space 11:4', 'Write “- organization: icrc”.'],
    ['  - organization: icrc', '  -organization: icrc', 'yaml/syntax 11:3', 'Write “- organization: icrc”.'],
    ['  - organization: icrc', '  – organization: icrc', 'yaml/syntax 11:3', 'Write “- organization: icrc”.'],
    ['  - organization: icrc', '  • organization: icrc', 'yaml/syntax 11:3', 'Write “- organization: icrc”.'],
    ['areas: [first-aid, rfl]', 'areas:\n  -\u00a0first-aid\n  - rfl', 'yaml/space 10:4', 'Write “- first-aid”.'],
    [
      'areas: [first-aid, rfl]',
      'areas:\n  -first-aid\n  -rfl',
      'yaml/syntax 10:3',
      'Write “- first-aid”, and begin the entries below it with “- ” too.',
    ],
    ['areas: [first-aid, rfl]', 'areas: first-aid; rfl', 'record/wrong-type 9:8', 'Write areas: [first-aid, rfl].'],
    ['title: {', 'title:\n  ru:Встреча\nplans: {', 'yaml/syntax 2:5', 'Write “ru: Встреча”.'],
  ])('%s typed as %j', (line, typed, place, hint) => {
    const { diagnostics } = loaded(right.replace(line, typed))
    expect(diagnostics.map(told)).toEqual([`error ${place}`])
    expect(hintsOf(diagnostics.slice(0, 1))).toContain(hint)
  })

  test('a language without its colon, alone below its field', () => {
    const { diagnostics } = loaded(withHeadline('headline:', 'ru Встреча'))
    expect(diagnostics.map(told)).toContain('error yaml/syntax 27:5')
    expect(hintsOf(diagnostics)).toContain('Write “ru: Встреча”.')
  })

  test('an odd space inside a text is the text’s own', () => {
    expect(loaded(withHeadline('headline:', 'ru: 12\u00a0млн', 'en: "\u00a012"')).diagnostics).toEqual([])
  })
})

describe('lines that are joined', () => {
  const body = (...lines: readonly string[]) =>
    loaded(`${right}  body:\n    ru: ${lines.join('\n      ')}\n    en: Text\n`).diagnostics.map(told)

  test.each([
    [['>-', 'Вот:', '', '- а', '- б'], 'warning yaml/folded 38:7'],
    [['>-', 'Вот:', '- а'], 'warning yaml/folded 36:7'],
    [['>-', '* а', '* б'], 'warning yaml/folded 36:7'],
    [['>', '1. а', '2. б'], 'warning yaml/folded 36:7'],
    [['>-', '| а | б |', '|---|---|', '| 1 | 2 |'], 'warning yaml/folded 36:7'],
    [['>-', 'а | б', '--- | ---', '1 | 2'], 'warning yaml/folded 36:7'],
    [['>-', '## Заголовок', 'Текст'], 'warning yaml/folded 35:7'],
    [['Вот', '- а', '- б'], 'warning yaml/folded 35:7'],
    [['"Вот:', '- а"'], 'warning yaml/folded 35:7'],
  ])('%j', (lines, place) => {
    expect(body(...lines)).toEqual([place])
  })

  test.each([
    [['|-', 'Вот:', '', '- а', '- б']],
    [['>-', '- а', '  и дальше', '', '- б']],
    [['>-', 'Это', '- одно', 'и ещё']],
    [['>-', 'в году', '2022. А потом']],
    [['>-', '## Заголовок', '', 'Текст']],
    [['>-', 'Вот', '  - а', '  - б']],
  ])('nothing is lost: %j', lines => {
    expect(body(...lines)).toEqual([])
  })
})

describe('what was meant to be inside', () => {
  test('texts in languages that stand beside their field', () => {
    const { diagnostics } = loaded(right.replace(/venue: .*/, 'venue:\nru: в офисе\nen: at the office'))
    expect(diagnostics.map(told)).toEqual(['error yaml/syntax 7:1'])
    expect(hintsOf(diagnostics)).toBe(
      'Begin it with 2 spaces, and move the line below it along: it belongs to “venue”.',
    )
  })

  test.each([
    ['in the column of its field', ['en: >-', 'We met'], '29:5'],
    ['from the first column', ['en: >-', '  We met\nand went\n      home'], '30:1'],
  ])('a line of a text %s', (_, lines, place) => {
    const { diagnostics } = loaded(withHeadline('headline:', 'ru: Встреча', ...lines))
    expect(diagnostics.map(told)).toEqual([`error yaml/syntax ${place}`])
    expect(hintsOf(diagnostics)).toContain('with 6 spaces: the text of “en” stands deeper than its field.')
  })
})

test.each([
  ['icrс', 'Write icrc: с (U+0441) is of another alphabet'],
  ['icrc; ifrc', 'part the entries of a list: icrc, ifrc.'],
])('an id with what is none: %s', (typed, hint) => {
  const { diagnostics } = loaded(right.replace('partners: [icrc]', `partners: [${typed}]`))
  expect(diagnostics.map(told)).toEqual(['error record/bad-id 5:12'])
  expect(hintsOf(diagnostics)).toContain(hint)
})

test.each([
  ['gender: 1.50', 'not 1.50'],
  ['gender: 1e400', 'not 1e400'],
  ['gender: 007', 'not 007'],
])('a number is shown as it was written: %s', (typed, words) => {
  const text = right.replace('person: director', `name: { ru: А, en: A }\n    ${typed}`)
  expect(
    inWords(loaded(text).diagnostics)
      .map(({ message }) => message)
      .join(),
  ).toContain(words)
})

test.each([
  ['12,5', '12.5'],
  ['1,200', '1200'],
])('a comma in a number in braces: %s', (typed, number) => {
  const text = right.replace('place: uz-tk', `seats: { amount: ${typed}, currency: CHF }`)
  const [, comma] = loaded(text).diagnostics
  expect(comma && told(comma)).toBe(`error yaml/swallowed 7:${18 + typed.indexOf(',')}`)
  expect(comma?.hints.map(inEnglish)).toEqual([`Write ${number}: decimals after a point.`])
})
