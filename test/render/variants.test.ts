/** The three templates of a release, the marks of its status, and characters that no font has. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFonts } from '../../src/load/fonts.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Font } from '../../src/model/templates.ts'
import { coverageOf, printable } from '../../src/render/words/font-coverage.ts'
import { renderRelease } from '../../src/render/words/html.ts'
import { releases } from '../support/releases.ts'
import { releaseTemplates, withMeeting } from '../support/sample-release.ts'

const templates = releaseTemplates()
const languages = ['ru', 'uz-Latn', 'uz-Cyrl', 'en']

function page(dataset: Dataset, language = 'en'): string {
  const plan = releases(dataset).value.find(each => each.language === language)
  if (!plan) throw new Error(`no release in ${language}`)
  const { value, diagnostics } = renderRelease(plan, templates)
  expect(diagnostics).toEqual([])
  return value.slice(value.indexOf('<body>'))
}

const released = (lines: string) => withMeeting(text => text.replace('status: approved', lines))

test.each(languages)('each variant has its name and its order, in %s', language => {
  const news = page(released('status: approved\n  variant: news'), language)
  const note = page(released('status: approved\n  variant: meeting-note'), language)
  const release = page(
    withMeeting(text => text),
    language,
  )
  const kinds = [release, news, note].map(html => /class="release-line"><strong>([^<]+)/.exec(html)?.[1])
  expect(new Set(kinds).size).toBe(3)
  expect(news.indexOf('class="sides"')).toBeGreaterThan(news.indexOf('class="lead"'))
  expect(note).toContain('class="facts"')
  expect(release).not.toContain('class="facts"')
})

test('only a press release says who the society is; all say whom to ask', () => {
  for (const [variant, has] of [
    ['press-release', true],
    ['news', false],
    ['meeting-note', false],
  ] as const) {
    const dataset = released(`status: approved\n  variant: ${variant}`)
    const [plan] = releases(dataset).value
    if (!plan) throw new Error('no release')
    const model = { ...plan.model, boilerplate: 'Who we are.' }
    const { value } = renderRelease({ ...plan, model }, templates)
    expect(value.includes('Who we are.')).toBe(has)
    expect(value).toContain('press@example.org')
  }
})

test.each(languages)('a draft and an embargo are told first and on every page, in %s', language => {
  const dataset = released('status: draft\n  embargo_until: 2022-08-15T16:00:00+05:00')
  const html = page(dataset, language)
  expect(html).toMatch(
    /^<body><p class="band draft">[^<]{8,}<\/p><p class="band">[^<]*16:00[^<]*UTC\+5[^<]*<\/p><header/,
  )
  const plan = releases(dataset).value.find(each => each.language === language)
  const whole = plan ? renderRelease(plan, templates).value : ''
  expect(/--mark:"([^"]*)"/.exec(whole)?.[1]).toContain('UTC')
})

test('an approved release carries no mark', () => {
  const [plan] = releases(withMeeting(text => text)).value
  if (!plan) throw new Error('no release')
  const { value } = renderRelease(plan, templates)
  expect(value).toContain('--mark:""')
  expect(value).not.toContain('class="band')
})

const serif = readFileSync(join(import.meta.dirname, '../../templates/fonts/SourceSerif4-Regular.ttf'))
const { value: fonts } = readFonts(new Map([['fonts/serif.ttf', new Uint8Array(serif)]]))

test('what a font shows is read from the font', () => {
  const shows = coverageOf(fonts)
  expect(Array.from('aЯўқғҳʻʼ№«»—₽…').filter(each => !shows(each))).toEqual([])
  expect(['🎉', '☪', 'თ', 'ع', '漢'].filter(each => shows(each))).toEqual([])
})

test.each([
  ['Спасибо 🎉 всем', 'Спасибо всем'],
  ['семья 👨‍👩‍👧!', 'семья!'],
  ['🎉 Ура', 'Ура'],
  ['конец ☪️', 'конец'],
  ['- 🎉 один\n- два 🎉\n', '- один\n- два\n'],
  ['თბილისი → №', 'თბილისი → №'],
  ['1\ufe0f\u20e3 первое', '1 первое'],
  ['с\u0336к\u0336и\u0336д\u0336ка', 'скидка'],
  ['до \ue000и \u0378после \ufdd1\ufeff', 'до и после '],
  ['5\u202f000\u1680лет \u202eнет', '5\u00a0000 лет нет'],
  ['за\u00adмо\u0301к', 'за\u00adмо\u0301к'],
])('%s is printed as %s', (written, printed) => {
  const shows = coverageOf(fonts)
  expect(printable({ list: [written], flag: true }, shows)).toEqual({ list: [printed], flag: true })
})

test('a mark is left out where no font has it together with its letter', () => {
  const [font] = fonts.values()
  if (!font) throw new Error('no font')
  const latin: Font = {
    ...font,
    covers: [
      [0x61, 0x7a],
      [0xe9, 0xe9],
      [0x301, 0x301],
      [0x323, 0x323],
    ],
  }
  const syriac: Font = {
    ...latin,
    path: 'fonts/s.ttf',
    covers: [
      [0x304, 0x304],
      [0x323, 0x323],
      [0x710, 0x74a],
    ],
  }
  const shows = coverageOf(new Map([latin, syriac].map(each => [each.path, each])))
  const written = 'e\u0301\u0323 \u00e9\u0304 \u0710\u0323\u0301 \u0710\u0304'
  expect(printable(written, shows)).toBe('e\u0301\u0323 \u00e9 \u0710\u0323 \u0710\u0304')
})

test('without fonts nothing is left out', () => {
  expect(printable('🎉', coverageOf(new Map()))).toBe('🎉')
})
