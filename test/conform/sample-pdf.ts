/**
 * A file that conforms, written by hand: a page with each thing that a release may have, from which every broken file is made.
 * It is not made by our finisher, so that the checker is not tried on what it was made to please.
 */
import { createHash } from 'node:crypto'
import { isString, type PdfDict, type PdfObject, type PdfRef } from '../../src/conform/pdf-objects.ts'
import { dict, name, ref, textString } from './objects.ts'
import { addFont, codesFor } from './sample-font.ts'
import { sampleInfo, sampleProfile, sampleXmp } from './sample-metadata.ts'
import { writePdf } from './write-pdf.ts'

const objects = new Map<number, PdfObject>()
const add = (object: PdfObject): PdfRef => {
  objects.set(objects.size + 1, object)
  return ref(objects.size)
}

/** Numbers that others refer to before they are filled. */
const [catalog, pages, page, tree, parents] = [add(null), add(null), add(null), add(null), add(null)]
const owners: PdfRef[] = []
const painted: string[] = []
let shown = ''
/** Elements by ID. */
const identified = new Map<string, PdfRef>()

type Point = readonly [number, number]
type Piece = (owner: PdfRef) => PdfObject
interface Extra {
  readonly [key: string]: PdfObject
}

/** Marked content of its own number, painted by `operators`. */
const content =
  (tag: string, operators: string): Piece =>
  owner => {
    painted.push(`/${tag} <</MCID ${owners.length}>> BDC\n${operators}\nEMC`)
    owners.push(owner)
    return owners.length - 1
  }

function text([x, y]: Point, words: string): string {
  shown += words
  return `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm <${codesFor(words)}> Tj ET`
}

function element(type: string, pieces: readonly Piece[], extra: Extra = {}): Piece {
  return parent => {
    const self = add(null)
    const kids = pieces.map(piece => piece(self))
    const id = extra['ID'] ?? null
    if (isString(id)) identified.set(id.bytes, self)
    const entries = { Type: name('StructElem'), S: name(type), P: parent, Pg: page, K: kids, ...extra }
    objects.set(self.ref, dict(entries))
    return self
  }
}

const line = (type: string, at: Point, words: string, extra: Extra = {}): Piece =>
  element(type, [content(type, text(at, words))], extra)

function artifact(operators: string): void {
  painted.push(`/Artifact <</Type /Layout>> BDC\n${operators}\nEMC`)
}

const annotations: PdfRef[] = []
function link([x, y]: Point, words: string, target: Extra): Piece {
  const mark = content('Link', text([x, y], words))
  const annotation = (owner: PdfRef): PdfObject => {
    const entries = {
      Type: name('Annot'),
      Subtype: name('Link'),
      F: 4,
      Rect: [x, y, x + 80, y + 12],
      Border: [0, 0, 0],
    }
    const self = add(dict({ ...entries, StructParent: annotations.length + 1, Contents: textString(words), ...target }))
    annotations.push(self)
    linkOwners.push(owner)
    return dict({ Type: name('OBJR'), Obj: self, Pg: page })
  }
  return element('Link', [mark, annotation])
}
const linkOwners: PdfRef[] = []

const table = (attributes: Extra): Extra => ({ A: dict({ O: name('Table'), ...attributes }) })
const column = { ...table({ Scope: name('Column') }) }
const identifier = { bytes: 'node1' }

const item = (y: number, words: string): Piece =>
  element('LI', [
    element('Lbl', [content('Lbl', `70 ${y} 4 4 re f`)], { ActualText: textString('•') }),
    line('LBody', [80, y], words),
  ])

const softHyphen = `/Span <</ActualText <FEFF00AD>>> BDC\n${text([200, 700], '-')}\nEMC`

const image = add({
  dict: dict({
    Type: name('XObject'),
    Subtype: name('Image'),
    Width: 1,
    Height: 1,
    BitsPerComponent: 8,
    ColorSpace: name('DeviceRGB'),
  }),
  data: Buffer.from([120, 130, 140]),
})
const form = add({
  dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 10, 10] }),
  data: Buffer.from('0 0 10 10 re f'),
})

const body = element('Document', [
  line('H1', [60, 780], 'Рабочая встреча'),
  line('H2', [60, 750], 'Обсуждение'),
  element('P', [
    content(
      'P',
      `${text([60, 715], 'Говорили о ')}\n${text([60, 700], 'сотрудни')}\n${softHyphen}\n${text([60, 685], 'честве.')}`,
    ),
  ]),
  element('P', [
    line('Strong', [60, 660], 'Подробнее '),
    link([120, 660], 'example.org', {
      A: dict({ Type: name('Action'), S: name('URI'), URI: { bytes: 'https://example.org/' } }),
    }),
    link([220, 660], 'начало', { Dest: [page, name('XYZ'), 60, 790, 0] }),
    line('Note', [300, 660], 'примечание', { ID: { bytes: 'note1' } }),
  ]),
  element('L', [item(630, 'первая помощь'), item(615, 'поиск родных')], {
    A: dict({ O: name('List'), ListNumbering: name('Disc') }),
  }),
  element('Table', [
    element('THead', [
      element('TR', [
        line('TH', [60, 580], 'Год', { ...column, ID: identifier }),
        line('TH', [160, 580], 'Обучено', column),
      ]),
    ]),
    element('TBody', [
      element('TR', [line('TH', [60, 565], '2021', table({ Scope: name('Row') })), line('TD', [160, 565], '120')]),
      element('TR', [line('TD', [60, 550], '2022', table({ Headers: [identifier] })), line('TD', [160, 550], '140')]),
    ]),
  ]),
  element('Figure', [content('Figure', 'q 100 0 0 80 60 440 cm /Im0 Do Q')], {
    Alt: textString('Участники встречи за столом'),
    A: dict({ O: name('Layout'), BBox: [60, 440, 160, 520] }),
  }),
  line('Caption', [60, 425], 'Участники встречи'),
  line('Formula', [60, 400], '2 + 2', { Alt: textString('два плюс два') }),
  line('P', [60, 380], 'An English phrase', { Lang: { bytes: 'en' } }),
])

const attach = (file: string, type: string, data: string): PdfRef => {
  const bytes = Buffer.from(data)
  const sum = createHash('md5').update(bytes).digest().toString('latin1')
  const params = dict({ Size: bytes.length, ModDate: { bytes: 'D:20220815000000Z' }, CheckSum: { bytes: sum } })
  const stream = add({ dict: dict({ Type: name('EmbeddedFile'), Subtype: name(type), Params: params }), data: bytes })
  const names = { F: { bytes: file }, UF: textString(file), Desc: textString('Факты сообщения') }
  return add(
    dict({ Type: name('Filespec'), ...names, AFRelationship: name('Source'), EF: dict({ F: stream, UF: stream }) }),
  )
}

function samplePage(): PdfDict {
  artifact(`${text([60, 810], 'Общество Помощи')}\n/G0 gs\nq 1 0 0 1 60 800 cm /Fm0 Do Q`)
  const resources = dict({
    Font: dict({ F1: addFont(add, shown) }),
    XObject: dict({ Im0: image, Fm0: form }),
    ExtGState: dict({ G0: dict({ Type: name('ExtGState'), ca: 0.5, BM: name('Normal') }) }),
  })
  const stream = add({ dict: dict({}), data: Buffer.from(painted.join('\n')) })
  const links = { Annots: annotations, Tabs: name('S'), StructParents: 0 }
  const entries = {
    Type: name('Page'),
    Parent: pages,
    MediaBox: [0, 0, 595, 842],
    Resources: resources,
    Contents: stream,
  }
  return dict({ ...entries, ...links })
}

function sampleTree(root: PdfObject): PdfDict {
  return dict({
    Type: name('StructTreeRoot'),
    K: [root],
    RoleMap: dict({ Strong: name('Span') }),
    ParentTree: parents,
    ParentTreeNextKey: annotations.length + 1,
    IDTree: dict({ Names: [...identified].flatMap(([bytes, self]) => [{ bytes }, self]) }),
  })
}

function sampleCatalog(): PdfDict {
  const files = [attach('record.json', 'application/json', '{}\n'), attach('record.yaml', 'application/yaml', 'a: 1\n')]
  const profile = add({ dict: dict({ N: 3 }), data: sampleProfile() })
  const intent = { Type: name('OutputIntent'), S: name('GTS_PDFA1'), OutputConditionIdentifier: { bytes: 'sRGB' } }
  return dict({
    Type: name('Catalog'),
    Pages: pages,
    Lang: { bytes: 'ru' },
    MarkInfo: dict({ Marked: true }),
    ViewerPreferences: dict({ DisplayDocTitle: true }),
    StructTreeRoot: tree,
    Metadata: add({ dict: dict({ Type: name('Metadata'), Subtype: name('XML') }), data: Buffer.from(sampleXmp) }),
    OutputIntents: [dict({ ...intent, DestOutputProfile: profile })],
    Names: dict({
      EmbeddedFiles: dict({
        Names: [{ bytes: 'record.json' }, files[0] ?? null, { bytes: 'record.yaml' }, files[1] ?? null],
      }),
    }),
    AF: files,
  })
}

function build(): Uint8Array {
  const root = body(tree)
  objects.set(page.ref, samplePage())
  objects.set(pages.ref, dict({ Type: name('Pages'), Kids: [page], Count: 1 }))
  objects.set(tree.ref, sampleTree(root))
  objects.set(parents.ref, dict({ Nums: [0, owners, ...linkOwners.flatMap((owner, index) => [index + 1, owner])] }))
  objects.set(catalog.ref, sampleCatalog())
  const trailer = dict({
    Root: catalog,
    Info: add(sampleInfo()),
    ID: [{ bytes: 'khabar sample 01' }, { bytes: 'khabar sample 01' }],
  })
  return writePdf({ objects, trailer })
}

export const samplePdf: Uint8Array = build()
