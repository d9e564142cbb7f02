/** Only what is printed is hyphenated; the other formats stay as they were compiled. */
import { expect, test } from 'vitest'
import type { RenderJob } from '../../src/model/render-job.ts'
import { forPaper } from '../../src/pipeline/paper.ts'
import { packs } from '../support/tongues.ts'

const html =
  '<!doctype html><html lang="ru"><body><div><p>Комитет сотрудничества, сотрудничества</p></div></body></html>'
const work = { kind: 'press', year: 2022, id: 'a', language: 'ru', date: '2022-08-15', records: ['a'] } as const
const job = { ...work, path: 'press/2022/a.ru.pdf', html, assets: [] }
const carried = { attachments: [], facts: { title: '', description: '', author: '', keywords: [] } }

test('words of a page may break, but not those of a name', async () => {
  const words = { names: ['Комитет сотрудничества'], hyphenation: packs.get('ru')?.hyphenation }
  const pdf: RenderJob = { ...job, ...carried, format: 'pdf', ...words }
  expect(await forPaper(pdf)).toEqual({ ...pdf, html: html.replace(', сотруд', ', сотруд\u00ad') })
})

test('a page without names, and a page for the web, stay whole', async () => {
  const bare: RenderJob = { ...job, ...carried, format: 'pdf' }
  const web: RenderJob = { ...job, format: 'html' }
  expect(await forPaper(bare)).toBe(bare)
  expect(await forPaper(web)).toBe(web)
})
