/** A page that a browser has printed fails the rules that browsers are known to break; what the finisher makes of it fails none. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import type { CheckOptions } from '../../src/conform/subject.ts'
import type { Asset } from '../../src/model/render-job.ts'
import { type FinishFacts, finishPdf } from '../../src/render/finish/finish-pdf.ts'
import { printPdf } from '../../src/render/pdf.ts'
import { job, open } from '../render/browser-fixtures.ts'
import { brokenPdf } from './broken/broken-pdf.ts'
import { attachmentControls, metadataControls } from './broken/document.ts'

const browser = open()
afterAll(() => browser.close())

const body = `<h1>Рабочая встреча</h1><h2>Обсуждение</h2>
<p>${'Говорили о подготовке к чрезвычайным ситуациям и о первой помощи. '.repeat(6)}</p>
<p>Подробнее: <a href="https://example.org/">example.org</a>, <a href="#plans">планы</a>, <strong>важно</strong>.</p>
<ul><li>первая помощь<ul><li>обучение</li></ul></li><li>поиск родных</li></ul>
<table><thead><tr><th scope="col">Год</th><th scope="col">Обучено</th></tr></thead>
<tbody><tr><th scope="row">2021</th><td>120</td></tr><tr><th scope="row">2022</th><td>140</td></tr></tbody></table>
<figure role="group"><img src="photo-1.jpg" alt="Участники встречи за столом" width="300"><figcaption>Участники</figcaption></figure>
<h2 id="plans">Планы</h2><blockquote>Мы продолжим.</blockquote>`
const style =
  '<style>p, li, td, th, h1, h2, figcaption, blockquote { white-space: pre-wrap } li { list-style: disc }</style>'

const fonts = ['SourceSans3-Regular', 'SourceSans3-SemiBold', 'SourceSerif4-Regular', 'SourceSerif4-SemiBold']
const options: CheckOptions = { fonts, attachments: ['record.json', 'record.yaml'], language: 'ru' }
const attachment = (name: string, mime: string, text: string) =>
  ({ name, mime, description: 'Факты сообщения', bytes: Buffer.from(text), relationship: 'Source' }) as const
const facts: FinishFacts = {
  title: 'Проба',
  language: 'ru',
  description: 'О встрече',
  author: 'Общество Помощи',
  date: '2022-08-15',
  creatorTool: 'Khabar',
  attachments: [
    attachment('record.json', 'application/json', '{}\n'),
    attachment('record.yaml', 'application/yaml', 'a: 1\n'),
  ],
}

const pages: { printed: Uint8Array; finished: Uint8Array } = { printed: new Uint8Array(), finished: new Uint8Array() }
beforeAll(async () => {
  const photo = sharp({ create: { width: 300, height: 200, channels: 3, background: 'grey' } })
  const asset: Asset = { path: 'photo-1.jpg', type: 'image/jpeg', bytes: await photo.jpeg().toBuffer() }
  pages.printed = await printPdf(job({ head: style, body }, [asset]), browser)
  pages.finished = await finishPdf(pages.printed, facts)
})

test('as printed it breaks what browsers break', async () => {
  const rules = new Set((await checkPdf(pages.printed, options)).map(each => each.rule))
  const known = [
    'A 6.1.3-1',
    'UA 7.1-8',
    'UA 7.1-5',
    'UA 7.1-3',
    'UA 7.2-20',
    'UA 7.18.5-2',
    'PDF 14.8.5.4-1',
    'A 6.2.4.3-2',
  ]
  expect([...rules]).toEqual(expect.arrayContaining(known))
})

test('finished it breaks nothing', async () => {
  expect(await checkPdf(pages.finished, options)).toEqual([])
})

const controls = [...metadataControls, ...attachmentControls]
test.for(controls)('broken again, $rule catches $name', async control => {
  const rules = (await checkPdf(brokenPdf(control, pages.finished), options)).map(each => each.rule)
  expect(rules).toContain(control.rule)
})
