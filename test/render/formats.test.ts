/** The table of formats: what it names is there, and a job is made by the row of its format alone. */
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import type { RenderJob } from '../../src/model/render-job.ts'
import { pathOf } from '../../src/model/work.ts'
import { formatOf, formats, releaseWriters, reportWriters } from '../../src/render/formats.ts'
import { createRenderer } from '../../src/render/renderer.ts'

const rows = Object.entries(formats)
const work = { kind: 'press', year: 2022, id: 'a', language: 'en', date: '2022-08-15', records: ['a'] } as const
const renderer = createRenderer({ version: '0', sandbox: 'auto', tabs: 1, environment: {} })

test.for(rows)('%s is a format of something, and its libraries are there', ([, row]) => {
  expect(row.release ?? row.report).toBeDefined()
  for (const library of row.libraries) expect(createRequire(import.meta.url).resolve(library)).toContain('node_modules')
})

test('the preview frames one format of a work, and links the others', () => {
  expect(rows.filter(([, row]) => row.shown === 'framed').map(([format]) => format)).toEqual(['html'])
})

test('each writer is that of its row', async () => {
  expect([...(await releaseWriters()).keys()]).toEqual(rows.filter(([, row]) => row.release).map(([format]) => format))
  const unprinted = await reportWriters(row => !row.isPrinted)
  expect([...unprinted.keys()]).toEqual(['xlsx'])
})

test('text is written as it is; a job that does not hold what its format needs is a bug', async () => {
  const job: RenderJob = { ...work, format: 'txt', path: pathOf(work, 'txt'), text: 'ў' }
  expect(await renderer.render(job)).toEqual(new TextEncoder().encode('ў'))
  for (const format of ['html', 'pdf', 'xlsx'])
    await expect(renderer.render({ ...job, format })).rejects.toThrow('press/2022/a.en.txt does not say')
  expect(() => formatOf('docx')).toThrow('docx')
})

test('the versions that count are those of the row', async () => {
  expect(await renderer.versions('txt')).toEqual({ khabar: '0' })
  expect(Object.keys(await renderer.versions('xlsx'))).toEqual(['khabar', 'exceljs', 'fflate'])
})
