/** The structure tree of a finished page: lists, tables, figures, links, names. */
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { checkPdf } from '../../../src/conform/check-pdf.ts'
import type { Asset } from '../../../src/model/render-job.ts'
import { finishPdf } from '../../../src/render/finish/finish-pdf.ts'
import { open } from '../browser-fixtures.ts'
import { facts, printed, read } from './finish-fixtures.ts'

const browser = open()
afterAll(() => browser.close())

/** Else the space at the end of a line is not printed, and so not read. */
const head = '<style>p { white-space: pre-wrap }</style>'

async function finished(body: string, assets: readonly Asset[] = []) {
  const pdf = await finishPdf(await printed(browser, { head, body }, assets), facts)
  return { ...(await read(pdf)), findings: (await checkPdf(pdf)).filter(({ rule }) => !rule.startsWith('own ')) }
}

const picture = async (): Promise<Asset> => {
  const image = sharp({ create: { width: 160, height: 100, channels: 3, background: 'teal' } })
  return { path: 'photo-1.jpg', type: 'image/jpeg', bytes: await image.jpeg().toBuffer() }
}

test('list items hold a label and a body, at any depth, and bullets are read', async () => {
  const raw = await printed(browser, { body: '<h1>С</h1><ul><li>один<ul><li>два</ul><li><p>три<p>четыре</ul>' })
  expect((await read(raw)).outline).not.toContain('LBody')
  const { outline, findings } = await finished(
    '<h1>С</h1><ul><li>один<ul><li>два<ol><li>глубже</ol></ul><li><p>три<p>четыре</ul><ul style="list-style:none"><li>без</ul>',
  )
  expect(findings).toEqual([])
  expect(outline).toMatchInlineSnapshot(`
    "Document
      H1
        NonStruct
      L
        LI
          Lbl •
          LBody
            NonStruct
            L
              LI
                Lbl ◦
                LBody
                  NonStruct
                  L
                    LI
                      Lbl
                      LBody
                        NonStruct
        LI
          Lbl •
          LBody
            P
              NonStruct
            P
              NonStruct
      L
        LI
          LBody
            NonStruct"
  `)
})

test('a heading row that is printed on two pages is read once, and its cells are named in order', async () => {
  const rows = Array.from({ length: 50 }, (_, row) => `<tr><th scope="row">${row}</th><td>${row * 3}</td></tr>`)
  const body = `<style>td { border: 1px solid; background: #eee }</style><h1>Т</h1>
    <table><thead><tr><th>Год<th>Люди</tr></thead><tbody>${rows.join('')}</tbody></table>`
  await printed(browser, { body: '<table><tr><th>x<th>y<tr><td>3<td>4</table>' })
  const { catalog, contents, outline, findings } = await finished(body)
  expect(findings).toEqual([])
  expect(contents).toHaveLength(2)
  expect(contents[1]?.match(/\/Artifact <<\/Type \/Pagination>>BDC/g)).toHaveLength(2)
  expect(contents[0]).not.toContain('/Artifact <</Type /Pagination>>BDC')
  expect(contents.join('')).not.toMatch(/\/(?:Table|TD) <<\/MCID/)
  expect(outline.match(/ (?:TH|TD)/g)?.length).toBe(102)
  expect(outline).not.toContain('node0')
  const index = catalog
    .lookup(PDFName.of('StructTreeRoot'), PDFDict)
    .lookup(PDFName.of('IDTree'), PDFDict)
    .lookup(PDFName.of('Names'), PDFArray)
  const ids = index.asArray().filter((_, at) => at % 2 === 0)
  expect(ids.map(String)).toEqual(ids.map((_, at) => `(e${String(at + 1).padStart(6, '0')})`))
})

test('a figure says where it stands; what only decorates is an artifact; types of PDF 2.0 are mapped', async () => {
  const body = `<h1>Р</h1><figure role="group"><img src="photo-1.jpg" alt="Люди за столом"><figcaption>Подпись</figcaption></figure>
    <img src="photo-1.jpg" alt=""><svg role="img" aria-label="Круг на белом" width=50 height=50><circle cx=25 cy=25 r=20 /><text y=20>т</text></svg>
    <aside><em>в</em> <strong>стороне</strong></aside><p style="border: 1px solid; background: #eee">фон</p>
    <div style="position: fixed; top: 300px">образец</div><p style="break-before: page">дальше</p>`
  const { catalog, contents, outline, findings } = await finished(body, [await picture()])
  expect(findings).toEqual([])
  expect(outline).toContain('Figure Люди за столом')
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  expect(String(root.lookup(PDFName.of('RoleMap')))).toBe('<<\n/Aside /Div\n/Em /Span\n/Strong /Span\n>>')
  expect(contents[0]).toMatch(/\/Artifact <<\/Type \/Layout>>BDC\s+\/X\d+ Do\s+EMC/)
  expect(contents[0]).toMatch(/\/Figure <<\/MCID \d+>>BDC\s+45 25 m[\s\S]*?BT[\s\S]*?ET\s+EMC/)
  expect(contents[1]).toContain('/Artifact <</Type /Pagination>>BDC\nBT')
  const boxes = [...dictsBelow(root)]
    .map(dict => dict.lookup(PDFName.of('A')))
    .map(String)
    .filter(a => a.includes('BBox'))
  expect(boxes).toHaveLength(2)
  expect(boxes[0]).toMatch(/\/BBox \[ 6\d(\.\d+)? 6\d\d(\.\d+)? 18\d(\.\d+)? 7\d\d(\.\d+)? \]/)
})

function* dictsBelow(owner: PDFDict): Generator<PDFDict> {
  const kids = owner.lookup(PDFName.of('K'))
  for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
    const dict = owner.context.lookup(kid)
    if (!(dict instanceof PDFDict)) continue
    yield dict
    yield* dictsBelow(dict)
  }
}

test('each link is described by its words, its picture, or its address', async () => {
  const body = `<h1>С</h1><p>Сайт <a href="https://example.org/a">первая <b>важная</b> ссылка</a>, <a href="#т">внутрь</a>,
    <a href="https://example.org/b"><img src="photo-1.jpg" alt="Люди за столом" width=50></a> ${'слово '.repeat(9)}
    <a href="https://example.org/c">длинная ссылка, которая переносится на другую строку, потому что длинна, и ещё длиннее, чем строка</a></p><h2 id="т">Там</h2>`
  const { annotations, text, findings } = await finished(body, [await picture()])
  expect(findings).toEqual([])
  const contents = new Set(annotations.map(annotation => text(annotation, 'Contents')))
  expect([...contents]).toEqual([
    'первая важная ссылка',
    'внутрь',
    'Люди за столом',
    'длинная ссылка, которая переносится на другую строку, потому что длинна, и ещё длиннее, чем строка',
  ])
})
