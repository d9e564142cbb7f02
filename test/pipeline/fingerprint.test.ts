/** A fingerprint changes with everything that a renderer is handed or works with, and with nothing else. */
import { expect, test } from 'vitest'
import type { AwaitedJob, PrintedContent } from '../../src/model/render-job.ts'
import type { Workbook } from '../../src/model/workbook.ts'
import type { Sheet, SheetRow } from '../../src/model/workbook-sheet.ts'
import { digestOf, fingerprint } from '../../src/pipeline/fingerprint.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const work = { kind: 'press', year: 2022, id: 'a', language: 'en', date: '2022-08-15', records: ['a'] } as const
const printed: PrintedContent = {
  html: '<p>One</p>',
  names: ['Aid Society'],
  attachments: [{ name: 'record.json', mime: 'application/json', description: 'What it says.', bytes: bytes('{}') }],
  facts: { title: 'One', description: 'A page.', author: 'Aid Society', keywords: ['aid'] },
}
const photo = { path: 'photo-1.jpg', type: 'image/jpeg', digest: 'd1', fetch: async () => bytes('') } as const
const paper = (over: object = {}): AwaitedJob => ({
  ...work,
  ...printed,
  format: 'pdf',
  path: 'press/2022/a.en.pdf',
  assets: [photo],
  ...over,
})
const [attached] = printed.attachments
const told = (over: Partial<PrintedContent['facts']>) => ({ facts: { ...printed.facts, ...over } })

test.each([
  ['the page', { html: '<p>Two</p>' }],
  ['names in which no line may break', { names: ['Aid', 'Society'] }],
  ['no names at all', { names: undefined }],
  ['the title', told({ title: 'Two' })],
  ['the description', told({ description: 'Another.' })],
  ['the author', told({ author: 'Another' })],
  ['the keywords', told({ keywords: ['aid', 'help'] })],
  ['what is attached', { attachments: [{ ...attached, bytes: bytes('[]') }] }],
  ['what it is called', { attachments: [{ ...attached, name: 'other.json' }] }],
  ['what it is', { attachments: [{ ...attached, mime: 'text/plain' }] }],
  ['how it is described', { attachments: [{ ...attached, description: 'Another.' }] }],
  ['nothing attached', { attachments: [] }],
  ['another photo', { assets: [{ ...photo, digest: 'd2' }] }],
  ['another place of it', { assets: [{ ...photo, path: 'photo-2.jpg' }] }],
  ['another type of it', { assets: [{ ...photo, type: 'image/png' }] }],
  ['no photo', { assets: [] }],
  ['the language', { language: 'ru' }],
  ['the day', { date: '2022-08-16' }],
  ['the format', { format: 'html' }],
])('%s', (_, over) => {
  expect(digestOf(paper(over))).not.toBe(digestOf(paper()))
})

test('where the file goes and which records are behind it are not what is drawn', () => {
  expect(digestOf(paper({ path: 'elsewhere.pdf', records: ['a', 'b'], id: 'b', year: 2023 }))).toBe(digestOf(paper()))
})

const one: SheetRow = { cells: [{ kind: 'number', value: 1, style: 'count' }] }
const sheet: Sheet = {
  name: 'People',
  landscape: false,
  widths: [10],
  rows: [one],
  tables: [],
  headerRow: null,
  frozenColumns: 0,
}
const workbook: Workbook = {
  language: 'en',
  title: 'R',
  subject: '',
  creator: '',
  colour: '#000000',
  notice: null,
  names: [],
  sheets: [sheet],
}
const book = (over: Partial<Workbook> = {}): AwaitedJob => ({
  ...work,
  format: 'xlsx',
  path: 'a.xlsx',
  workbook: { ...workbook, ...over },
})

test('a workbook: its cells, its sheets, and what it tells of itself', () => {
  const two: SheetRow = { cells: [{ kind: 'number', value: 2, style: 'count' }] }
  const others = [
    book({ sheets: [{ ...sheet, rows: [two] }] }),
    book({ sheets: [{ ...sheet, rows: [one, one] }] }),
    book({ sheets: [{ ...sheet, name: 'Others' }] }),
    book({ sheets: [sheet, sheet] }),
    book({ title: 'S' }),
  ]
  expect(new Set([book(), ...others].map(digestOf)).size).toBe(others.length + 1)
  expect(digestOf(book())).toBe(digestOf(book({ sheets: [{ ...sheet }] })))
})

test('a text', () => {
  const text = (words: string): AwaitedJob => ({ ...work, format: 'txt', path: 'a.txt', text: words })
  expect(digestOf(text('one'))).not.toBe(digestOf(text('two')))
})

test('the tools that decide the bytes, each by its version', () => {
  const made = fingerprint('handed', { chromium: '1', khabar: '1' })
  expect(fingerprint('handed', { chromium: '1', khabar: '1' })).toBe(made)
  for (const tools of [{ chromium: '2', khabar: '1' }, { chromium: '1' }, { chrome: '1', khabar: '1' }])
    expect(fingerprint('handed', tools)).not.toBe(made)
  expect(fingerprint('other', { chromium: '1', khabar: '1' })).not.toBe(made)
})
