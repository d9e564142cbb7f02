/** Tables of a page -> the same, each with the setting that holds it; and those that none holds. */

import { readFileSync } from 'node:fs'
import { create } from 'fontkitten'
import { describe, expect, test } from 'vitest'
import { readFonts } from '../../src/load/fonts.ts'
import { checkTables } from '../../src/press/editorial-tables.ts'
import { fitTables, type Setting } from '../../src/render/words/fit-tables.ts'
import { inkIn } from '../../src/render/words/letter-widths.ts'
import { wideTablesWith } from '../../src/render/words/release-tables.ts'
import { inWords } from '../support/in-words.ts'
import { entry } from '../support/sample-dataset.ts'
import { releaseTemplates } from '../support/sample-release.ts'
import { tongue } from '../support/tongues.ts'

/** Each letter as wide as it is high: of one point, so that a word of five asks for five points, and a column for one more. */
const rules = {
  settings: [
    { name: '', room: 20, size: 1, gap: 1, isInText: true },
    { name: 'wide', room: 40, size: 1, gap: 1 },
    { name: 'wide small', room: 40, size: 0.5, gap: 1 },
  ] satisfies readonly Setting[],
  isWhole: (tag: string) => tag === 'th',
  ink: (text: string) => text.length / 1.02,
}
const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map(cell => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
const fitted = (rows: string, attributes = '') => fitTables(`<p>a</p><table${attributes}>${rows}</table>`, rules)
const nameOf = (rows: string, attributes?: string) => /<table([^>]*)>/.exec(fitted(rows, attributes).html)?.[1]

test.each([
  ['what fits stays as it is', ['12345', '12345', '12345'], ''],
  ['to the point', ['12345', '12345', '1234567'], ''],
  ['and no further', ['12345', '12345', '12345678'], ' class="wide"'],
  ['words may be broken apart', ['12345 12345 12345', '12345', '1234567'], ''],
  ['but not at a no-break space', ['12345\u00a012345', '12345'], ''],
  ['not at a hyphen', ['12345-12345-12345-12345'], ' class="wide"'],
  ['elements are no letters', ['<strong>12345</strong>', '<a href="https://example.org">12345</a>', '1234567'], ''],
  ['a sign that is escaped is one', ['&amp;&lt;345', '12345', '1234567'], ''],
  ['a line end parts words', ['12345<br>12345', '12345', '1234567'], ''],
  ['smaller letters where that is not enough', Array.from({ length: 8 }, () => '12345'), ' class="wide small"'],
])('%s', (_, cells, name) => {
  expect(nameOf(row(cells))).toBe(name)
})

test('the widest cell of a column counts, and one over several columns does not', () => {
  const over = '<tr><td colspan="2">1234567890123456789012345</td><td>1</td></tr>'
  expect(nameOf(row(['1', '12345', '1']) + row(['12345', '1', '1234567']) + over)).toBe('')
  expect(nameOf(over + row(['1', '1', '1234567890123456789']))).toBe(' class="wide"')
})

test('where the style breaks no line, all words of a cell stand side by side', () => {
  expect(nameOf(row(['12345 12345 12345', '12345'], 'th'))).toBe(' class="wide"')
})

test('a class of its own is kept', () => {
  expect(nameOf(row(['1234567890', '1234567890']), ' class="numbers"')).toBe(' class="wide numbers"')
})

test('a word of more than thirty letters may be broken anywhere, and a part of it stands together', () => {
  const { html, tooWide } = fitted(row(['x'.repeat(31), '12345']))
  expect(tooWide).toEqual([])
  expect(html).toContain(`<table><tr><td><span style="overflow-wrap:anywhere">${'x'.repeat(31)}</span></td>`)
  expect(fitted(row(['x'.repeat(30)])).html).not.toContain('<span')
  expect(fitted(row([`<a href="https://example.org/${'y'.repeat(40)}">a</a>`])).html).not.toContain('<span')
})

test('in a list or quote there is less room, and no other place', () => {
  const narrow = { ...rules, settings: rules.settings.map(each => ({ ...each, room: each.room * 4 })) }
  const table = (length: number) => `<table>${row(Array.from({ length }, () => '123456789'))}</table>`
  const within = (length: number, open: string, close: string) => fitTables(`${open}${table(length)}${close}`, narrow)
  expect(within(6, '<ul><li>', '</li></ul>').tooWide).toEqual([])
  expect(within(7, '<ul><li>', '</li></ul>').tooWide).toEqual([{ table: 0, columns: 7, fitting: 6, isInside: true }])
  expect(within(7, '<blockquote><p>a</p></blockquote>', '')).toMatchObject({ tooWide: [] })
  expect(within(5, '<blockquote><ol><li>', '</li></ol></blockquote>').tooWide).toMatchObject([{ fitting: 4 }])
})

test('which of the tables no setting holds, and how many of its columns would fit', () => {
  const wide = `<table>${row(Array.from({ length: 20 }, () => '12345'))}</table>`
  const { html, tooWide } = fitTables(`<table>${row(['1'])}</table>${wide}`, rules)
  expect(tooWide).toEqual([{ table: 1, columns: 20, fitting: 11, isInside: false }])
  expect(html).toContain('<table class="wide small">')
})

describe('letters', () => {
  const folder = new URL('../../templates/fonts/', import.meta.url)
  const font = (name: string) => new Uint8Array(readFileSync(new URL(`${name}.ttf`, folder)))
  const names = ['SourceSans3-Regular', 'SourceSans3-SemiBold', 'SourceSerif4-Regular']
  const fonts = readFonts(new Map(names.map(name => [`fonts/${name}.ttf`, font(name)]))).value

  test('are as wide as the widest weight of the sans has them, by another reader of fonts', () => {
    const ink = inkIn({ ...releaseTemplates(), fonts })
    const judges = names.slice(0, 2).map(name => create(Buffer.from(font(name))))
    const widest = (text: string) =>
      Math.max(
        ...judges.map(judge =>
          'glyphForCodePoint' in judge
            ? judge.glyphForCodePoint(text.codePointAt(0) ?? 0).advanceWidth / judge.unitsPerEm
            : 0,
        ),
      )
    for (const letter of 'aWi0159.,– \u00a0«»№АЖщъёўқғҳЎʻʼƏẞﬁ')
      expect(ink(letter), letter).toBeCloseTo(widest(letter), 5)
    expect(ink('Жа')).toBeCloseTo(ink('Ж') + ink('а'), 9)
    expect(ink('а\u0301\u00ad')).toBe(ink('а'))
  })

  test('that no font has are taken for wide ones, and so are all where there is no font', () => {
    expect(inkIn({ ...releaseTemplates(), fonts })('漢')).toBe(0.7)
    expect(inkIn({ ...releaseTemplates(), fonts: new Map() })('i')).toBe(0.7)
  })

  test('of any font, where the style does not say which is the sans', () => {
    const texts = new Map()
    const [serif, sans] = [
      readFonts(new Map([['a', font('SourceSerif4-Regular')]])).value,
      readFonts(new Map([['b', font('SourceSans3-Regular')]])).value,
    ]
    const both = inkIn({ texts, fonts: new Map([...serif, ...sans]) })
    expect(both('ж')).toBe(Math.max(inkIn({ texts, fonts: serif })('ж'), inkIn({ texts, fonts: sans })('ж')))
  })
})

describe('told', () => {
  const wideTablesIn = wideTablesWith(releaseTemplates())
  const text = (columns: number) =>
    ['Head', '---', '12 345 678 901']
      .map(cell => `| ${Array.from({ length: columns }, () => cell).join(' | ')} |`)
      .join('\n')
  const of = entry('meeting', 'a', { title: 'A' } as never)
  const told = (pointer: string, written: string) =>
    inWords(checkTables({ of, pointer, language: 'ru', text: written }, tongue('ru'), wideTablesIn)).map(
      ({ message, hints }) => [message, ...hints],
    )

  test('as it is printed: a sum whose spaces do not break asks for more', () => {
    expect(told('/release/body', text(14))).toEqual([
      [
        'A table of 14 columns does not fit a page, even one that lies on its side: its last columns would be cut off.',
        'Split it into two tables, or leave out columns: its first 8 columns fit.',
      ],
    ])
    expect(told('/release/body', text(8))).toEqual([])
    expect(told('/release/body', text(14).replaceAll('12 345 678 901', '12 word'))).toEqual([])
  })

  test('of a quote, which is narrower', () => {
    expect(told('/release/quotes/0/text', text(8))).toEqual([
      [expect.stringContaining('the list or quote'), expect.anything(), expect.anything()],
    ])
    expect(told('/release/quotes/0/text', text(2))).toEqual([])
  })

  test('not of fields without tables', () => {
    expect(told('/release/headline', text(30))).toEqual([])
    expect(told('/internal_note', text(30))).toEqual([])
  })
})
