/**
 * By brute force: every character that our fonts have, every mark of theirs on every letter of the published languages,
 * tables of every shape. All of it is printed, nothing breaks PDF/UA-1 or PDF/A-3a, and each word is read as it was written.
 */
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { checkPdf } from '../../../src/conform/check-pdf.ts'
import { elementKids } from '../../../src/conform/structure-tree.ts'
import { readSubject, type Subject } from '../../../src/conform/subject.ts'
import { textOf as textOfElement } from '../../../src/conform/text.ts'
import { readFonts } from '../../../src/load/fonts.ts'
import { finishPdf } from '../../../src/render/finish/finish-pdf.ts'
import { printPdf } from '../../../src/render/pdf.ts'
import { coverageOf } from '../../../src/render/words/font-coverage.ts'
import { escapeText } from '../../../src/render/words/html.ts'
import { markdownToHtml } from '../../../src/render/words/markdown.ts'
import { fonts, open } from '../browser-fixtures.ts'
import { need, textOf } from '../pdf-judges.ts'
import { facts } from './finish-fixtures.ts'

const browser = open()
afterAll(() => browser.close())

const style = ['page.css', 'press/release.css']
  .map(path => readFileSync(new URL(`../../../templates/${path}`, import.meta.url), 'utf8'))
  .join('\n')
/** Those that a style names; right to left is tried beside this. */
const named = fonts.filter(({ path }) => style.includes(path))
const shows = coverageOf(readFonts(new Map(named.map(({ path, bytes }) => [path, bytes]))).value)

/** As a release is printed. Lines stand apart, so that no mark reaches over the edge of its page. */
async function made(body: string): Promise<Uint8Array> {
  const head = `<meta charset="utf-8"><title>П</title><style>${style} p { line-height: 3 }</style>`
  const html = `<!doctype html><html lang="ru"><head>${head}</head><body><h1>Проба</h1>${body}</body></html>`
  return finishPdf(await printPdf({ html, assets: fonts }, browser), facts)
}

async function madeOf(body: string): Promise<Subject> {
  const pdf = await made(body)
  expect((await checkPdf(pdf)).slice(0, 9)).toEqual([])
  return readSubject(pdf, {})
}

const textsOf = (subject: Subject, type: string): readonly string[] =>
  subject.structure.elements.filter(each => each.standard === type).map(each => textOfElement(each, subject).trim())

const inCanon = (text: string): string => text.replaceAll('\u00ad', '').normalize('NFC')

/** Each word between two letters; eight a line. */
async function expectRead(signs: readonly string[]): Promise<void> {
  const lines = Array.from({ length: Math.ceil(signs.length / 8) }, (_, line) =>
    signs
      .slice(8 * line, 8 * line + 8)
      .map(sign => `к${sign}м`)
      .join(' '),
  )
  const read = textsOf(await madeOf(lines.map(line => `<p>${escapeText(line)}</p>`).join('')), 'P')
  expect(read.map(inCanon)).toEqual(lines.map(inCanon))
}

const characters = Array.from({ length: 0x30000 }, (_, code) => code)
  .filter(code => code < 0xd800 || code > 0xdfff)
  .map(code => String.fromCodePoint(code))
  .filter(each => shows(each))
const marks = characters.filter(each => /\p{M}/u.test(each))

test('every character of the fonts', async () => {
  // Spaces of odd widths are told apart from words; what steers a text is no part of it.
  const signs = characters.filter(each => !/[\s\p{C}]/u.test(each))
  expect(signs.length).toBeGreaterThan(1500)
  await expectRead(signs)
})

const latin = 'abcdefghijklmnopqrstuvwxyz'
const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳ'
test.for([latin, latin.toUpperCase(), cyrillic, cyrillic.toUpperCase(), '0123456789'])(
  'every mark on every letter of %s',
  async letters => {
    expect(marks.length).toBeGreaterThan(50)
    await expectRead(Array.from(letters).flatMap(letter => marks.map(mark => letter + mark)))
  },
)

test('a stress mark does not part its word for those who search or copy', async ctx => {
  await need(ctx, 'pdftotext')
  const words = 'А́нна замо́к мо́литва (кино́), ПОЗВОНИ́Т 1\ufe0f раз'
  const text = await textOf(await made(`<p>${words}</p><h2>А́нна прие́хала</h2>`))
  expect(text.replaceAll('\ufe0f', '')).toContain(words.replaceAll('\ufe0f', ''))
  expect(text).toContain('А́нна прие́хала')
})

/** All tables of so many rows and columns, of which any cells may be empty. */
function tables(rows: number, columns: number): readonly string[] {
  return Array.from({ length: 2 ** (rows * columns) }, (_, filled) => {
    const cell = (row: number, column: number) => ((filled >> (row * columns + column)) & 1 ? `${row}${column}` : ' ')
    const line = (row: number) =>
      `| ${Array.from({ length: columns }, (__, column) => cell(row, column)).join(' | ')} |`
    const rule = `|${'---|'.repeat(columns)}`
    return [line(0), rule, ...Array.from({ length: rows - 1 }, (__, row) => line(row + 1))].join('\n')
  })
}

test.for([
  [1, 1],
  [1, 2],
  [1, 4],
  [2, 1],
  [2, 2],
  [2, 3],
  [3, 2],
  [4, 1],
] as const)('tables of %i rows and %i columns, whichever cells are empty', async ([rows, columns]) => {
  const written = tables(rows, columns)
  const { structure } = await madeOf(written.map(table => markdownToHtml(table, 2)).join('<p>и</p>'))
  const shapes = structure.elements
    .filter(each => each.standard === 'Table')
    .map(table => elementKids(table).flatMap(kid => (kid.standard === 'TR' ? [kid] : elementKids(kid))))
    .map(lines => lines.map(line => elementKids(line).length))
  expect(shapes).toEqual(written.map(() => Array.from({ length: rows }, () => columns)))
})

test('a line that ends where its author says so parts two words', async () => {
  const read = await madeOf(
    '<p>один<br>два<strong>три<br>четыре</strong></p><pre>пять\nшесть</pre><h2>семь<br>восемь</h2>',
  )
  expect(textsOf(read, 'P').join('|')).toMatch(/^один два\s*три четыре/)
  expect(textsOf(read, 'H2')).toEqual(['семь восемь'])
})
