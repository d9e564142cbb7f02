/** What a photo says of itself is printed where the record does not say it; the record's goes before it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Memo, noMemo } from '../../src/model/memo.ts'
import type { Content } from '../../src/model/render-job.ts'
import { compile } from '../../src/pipeline/compile.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { layOutCase } from '../support/case-workspace.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-credit-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** As the PDF carries them. */
function photosIn(content: Content | undefined): readonly { readonly credit?: string; readonly caption?: string }[] {
  const record = content && 'attachments' in content && content.attachments.find(each => each.name === 'record.json')
  if (!record) throw new Error('no record is carried')
  return (
    (JSON.parse(new TextDecoder().decode(record.bytes)) as { photos?: { credit?: string; caption?: string }[] })
      .photos ?? []
  )
}

const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#778899' } })
const xmp = (credit: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${credit}/></rdf:RDF></x:xmpmeta>`
const withCredit = (credit: string): Promise<Buffer> => picture.clone().withXmp(xmp(credit)).jpeg().toBuffer()

/** @param afterHashed what happens to the workspace between the hash of a photo and the look at its credit */
const creditsPrinted = async (
  memo: Memo = noMemo,
  afterHashed: () => Promise<void> = async () => {},
  field: 'credit' | 'caption' = 'credit',
): Promise<readonly (string | undefined)[]> => {
  const templates = join(import.meta.dirname, '../../templates')
  const workspace = openWorkspace(root, templates)
  const desk = { workspace, inputs: await workspace.read(), memo }
  await afterHashed()
  const { works } = await compile(desk, { paths: [] }, '2022-12-31T00:00:00Z')
  return works
    .filter(work => work.kind === 'press' && work.id.includes('icrc'))
    .flatMap(work => photosIn(work.write().get('pdf')))
    .map(photo => photo[field]?.replaceAll('\u00a0', ' '))
}

test('on the page: in every language, unless the record says who', async () => {
  await writeFile(join(root, 'data/media/2022/meeting.jpg'), await withCredit('photoshop:Credit="A. Name / Society"'))
  expect(await creditsPrinted()).toEqual(['The Society', 'Общество'])
  const record = join(root, 'data/meetings/2022/2022-08-15-icrc.yaml')
  await writeFile(record, (await readFile(record, 'utf8')).replace(/^ +credit: .*\n/m, ''))
  expect(await creditsPrinted()).toEqual(['A. Name / Society', 'A. Name / Society'])
})

test('a caption by language, and of none in which the file does not tell it', async () => {
  const alternatives = ['<rdf:li xml:lang="x-default">Meeting</rdf:li>', '<rdf:li xml:lang="en-GB">A meeting</rdf:li>']
  const described = xmp('').replace(
    '/></rdf:RDF>',
    `><dc:description xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt>${alternatives.join('')}</rdf:Alt></dc:description></rdf:Description></rdf:RDF>`,
  )
  await writeFile(join(root, 'data/media/2022/meeting.jpg'), await picture.clone().withXmp(described).jpeg().toBuffer())
  expect(await creditsPrinted(noMemo, async () => {}, 'caption')).toEqual(['A meeting', undefined])
})

test('a photo that is changed while it is looked at leaves no credit under its old content', async () => {
  const photo = join(root, 'data/media/2022/meeting.jpg')
  const record = join(root, 'data/meetings/2022/2022-08-15-icrc.yaml')
  const [own, other] = await Promise.all(['Own', 'Other'].map(name => withCredit(`photoshop:Credit="${name}"`)))
  await writeFile(record, (await readFile(record, 'utf8')).replace(/^ +credit: .*\n/m, ''))
  await writeFile(photo, own ?? '')
  const memo = openMemo(join(root, '.khabar'), 'this code')
  const whileChanged = creditsPrinted(memo, () => writeFile(photo, other ?? ''))
  await expect(whileChanged).rejects.toThrow('was changed while')
  await writeFile(photo, own ?? '')
  expect(await creditsPrinted(memo)).toEqual(['Own', 'Own'])
})
