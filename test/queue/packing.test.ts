/** A job that goes over the queue comes out as it went in: every value, every byte, whatever the numbers and letters. */
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constant,
  double,
  integer,
  oneof,
  property,
  record,
  string,
  uint8Array,
} from 'fast-check'
import { expect, test } from 'vitest'
import type { RenderJob } from '../../src/model/render-job.ts'
import { madeRows } from '../../src/model/rows.ts'
import type { Cell, SheetRow, Workbook } from '../../src/model/workbook-sheet.ts'
import { packed, unpacked } from '../../src/queue/parcel.ts'
import { remembering } from '../../src/queue/recent-parts.ts'
import { packedWorkbook, unpackedWorkbook } from '../../src/queue/workbook-lines.ts'

const head = { kind: 'press', year: 2022, id: 'a', language: 'ru', date: '2022-08-15', records: ['a', 'b'] } as const
const page = { ...head, format: 'pdf', path: 'press/2022/a.ru.pdf', html: '<p>«Хабар» \ud800</p>' }
const facts = { title: 'Т', description: '', author: '', keywords: ['к'] }
const bytes = uint8Array({ maxLength: 200 })

async function through(job: RenderJob): Promise<RenderJob | undefined> {
  const parcel = packed(job)
  return parcel && unpacked(parcel.digest, async digest => parcel.parts.get(digest))
}

test('a page with its photos, fonts and attachments', async () => {
  await assert(
    asyncProperty(array(bytes), array(bytes), async (assets, attachments) => {
      const job: RenderJob = {
        ...page,
        facts,
        names: ['А Б'],
        assets: assets.map((each, nth) => ({ path: `photo-${nth}.jpg`, type: 'image/jpeg', bytes: each })),
        attachments: attachments.map(each => ({ name: 'r', mime: 'm', description: 'd', bytes: each })),
      }
      expect(await through(job)).toEqual(job)
    }),
  )
})

test('a web page has no attachments, not even none', async () => {
  const job: RenderJob = { ...page, format: 'html', assets: [] }
  expect(await through(job)).toEqual(job)
})

test('what differs in anything goes under another digest, and the same under the same', () => {
  const job: RenderJob = { ...page, format: 'html', assets: [] }
  const digests = [job, { ...job }, { ...job, date: '2022-08-16' }, { ...job, html: '' }].map(
    each => packed(each)?.digest,
  )
  expect(digests[1]).toBe(digests[0])
  expect(new Set(digests).size).toBe(3)
})

test('a job whose part is missing is no job', async () => {
  const photo = { path: 'photo-1.jpg', type: 'image/jpeg', bytes: new Uint8Array([1]) } as const
  const parcel = packed({ ...page, format: 'html', assets: [photo] })
  expect(parcel?.parts.size).toBe(2)
  for (const lost of parcel?.parts.keys() ?? [])
    expect(
      await unpacked(parcel?.digest ?? '', async each => (each === lost ? undefined : parcel?.parts.get(each))),
    ).toBe(undefined)
})

const cell: Arbitrary<Cell | null> = oneof(
  constant(null),
  record({
    kind: constant('text' as const),
    style: constant('text' as const),
    text: string({ unit: 'grapheme' }),
  }),
  record({
    kind: constant('number' as const),
    style: constant('money' as const),
    total: constant(true as const),
    value: double({ noDefaultInfinity: true, noNaN: true }).map(value => (Object.is(value, -0) ? 0 : value)),
  }),
  record({
    kind: constant('formula' as const),
    style: constant('count' as const),
    formula: string(),
    value: oneof(integer(), string()),
  }),
)
const rows = array(record({ cells: array(cell, { maxLength: 6 }), height: integer({ min: 1, max: 409 }) }))

const book = (...sheets: readonly (readonly SheetRow[] | Workbook['sheets'][number]['rows'])[]): Workbook => ({
  language: 'ru',
  title: 'Т',
  subject: '',
  creator: 'К',
  colour: '#8c1d2c',
  notice: null,
  names: [],
  sheets: sheets.map((each, nth) => ({
    name: `Лист ${nth}`,
    landscape: false,
    widths: [10.5],
    rows: each,
    tables: [],
    headerRow: null,
    frozenColumns: 0,
  })),
})

test('a workbook: every cell of every sheet', () => {
  assert(
    property(rows, rows, (first, second) => {
      const before = book(first, second)
      const lines = packedWorkbook(before)
      expect(lines && unpackedWorkbook(lines)).toEqual(before)
    }),
  )
})

test('a long register: its rows are read when they are asked for, and a cell that stands in many is one object', () => {
  const text = (row: number): Cell => ({ kind: 'text', style: 'text', text: `область ${row % 7}` })
  const make = (row: number): SheetRow => ({
    cells: [text(row), { kind: 'formula', style: 'count', formula: `A${row + 1}*2`, value: row }],
  })
  const lines = packedWorkbook(book(madeRows(20_000, make)))
  const read = lines && unpackedWorkbook(lines).sheets[0]?.rows
  expect(Array.isArray(read)).toBe(false)
  expect([...(read ?? [])]).toEqual(Array.from({ length: 20_000 }, (_, row) => make(row)))
  expect(read?.at(8)?.cells[0]).toBe(read?.at(1)?.cells[0])
  expect(lines?.length).toBeLessThan(300_000)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, -0])(
  '%s, which JSON does not know, is not sent: it would be another',
  value => {
    const wrong: Cell = { kind: 'number', style: 'money', value }
    expect(packedWorkbook(book([{ cells: [wrong] }]))).toBe(undefined)
    expect(packedWorkbook(book([{ cells: [{ kind: 'formula', style: 'money', formula: '1', value }] }]))).toBe(
      undefined,
    )
    expect(packed({ ...head, kind: 'report', format: 'xlsx', path: 'a', workbook: book([{ cells: [wrong] }]) })).toBe(
      undefined,
    )
  },
)

test('a worker remembers parts up to a size, and gives the very same bytes again', async () => {
  const asked: string[] = []
  const get = remembering(async digest => {
    asked.push(digest)
    return new Uint8Array(40)
  }, 100)
  const first = await get('a')
  await get('b')
  expect(await get('a')).toBe(first)
  await get('c')
  await get('a')
  await get('b')
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
})
