/** What the finisher's tests share: pages as the browser prints them, facts, and a look into a finished file. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { Asset } from '../../../src/model/render-job.ts'
import type { Browser } from '../../../src/render/browser/browser.ts'
import type { FinishFacts } from '../../../src/render/finish/facts.ts'
import { contentsOf } from '../../../src/render/finish/pdf-objects.ts'
import { job, type PageText } from '../browser-fixtures.ts'

export const facts: FinishFacts = {
  title: 'Встреча <в Ташкенте> & планы',
  language: 'ru',
  description: 'Обсудили планы',
  keywords: ['первая помощь', 'МККК'],
  author: 'Общество Красного Полумесяца Узбекистана',
  date: '2022-08-15',
  creatorTool: 'Khabar',
  attachments: [
    file('record.yaml', 'application/yaml', 'id: a\n'),
    file('record.json', 'application/json', '{"id":"a"}'),
  ],
}

function file(name: string, mime: string, text: string) {
  return { name, mime, description: `Факты: ${name}`, bytes: Buffer.from(text), relationship: 'Source' } as const
}

export const printed = (browser: Browser, text: PageText, assets: readonly Asset[] = []): Promise<Uint8Array> =>
  browser.use(async tab => {
    await tab.show(job(text, assets))
    return tab.print()
  })

/** A finished file, read by the library's own loader. */
export interface Finished {
  readonly catalog: PDFDict
  readonly info: PDFDict
  readonly contents: readonly string[]
  /** One line an element, two spaces a level: its type, then what it says of itself. */
  readonly outline: string
  readonly annotations: readonly PDFDict[]
  readonly text: (owner: PDFDict, key: string) => string
}

export async function read(pdf: Uint8Array): Promise<Finished> {
  const { context, catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
  const dicts = context.enumerateIndirectObjects().flatMap(([, each]) => (each instanceof PDFDict ? [each] : []))
  const pages = dicts.filter(each => each.get(PDFName.of('Type')) === PDFName.of('Page'))
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  return {
    catalog,
    info: context.lookup(context.trailerInfo.Info, PDFDict),
    contents: pages.map(page => contentOf(page)),
    outline: outlineOf(root, 0).join('\n'),
    annotations: dicts.filter(each => each.get(PDFName.of('Type')) === PDFName.of('Annot')),
    text: textIn,
  }
}

const contentOf = (page: PDFDict): string => {
  const stream = page.lookup(PDFName.of('Contents'))
  return stream instanceof PDFRawStream ? contentsOf(stream).toString('latin1') : ''
}

function textIn(owner: PDFDict, key: string): string {
  const value = owner.lookup(PDFName.of(key))
  return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : String(value ?? '')
}

function outlineOf(owner: PDFDict, depth: number): readonly string[] {
  const kids = owner.lookup(PDFName.of('K'))
  const below = (kids instanceof PDFArray ? kids.asArray() : [kids]).map(kid => owner.context.lookup(kid))
  return below.flatMap(kid => {
    if (!(kid instanceof PDFDict)) return []
    const type = (textIn(kid, 'S') || textIn(kid, 'Type')).slice(1)
    const said = ['ActualText', 'ID', 'Alt'].map(key => textIn(kid, key)).filter(each => each !== '')
    return [`${'  '.repeat(depth)}${[type, ...said].join(' ')}`, ...outlineOf(kid, depth + 1)]
  })
}
