/** The file as a whole: its header and trailer, its filters, and nothing in it that acts, hides or is left over. */
import { inherited } from './content.ts'
import type { Cursor } from './cursor.ts'
import { type Finding, finding, when } from './finding.ts'
import { isRef, isStream, type PdfObject } from './pdf-objects.ts'
import { dictionaries, type Subject } from './subject.ts'

export const checkFile = (subject: Subject): readonly Finding[] => [
  ...frame(subject),
  ...streams(subject),
  ...spacing(subject),
  ...limits(subject),
  ...actions(subject),
  ...catalogKeys(subject),
  ...optionalContent(subject),
  ...orphans(subject),
]

function frame({ file }: Subject): readonly Finding[] {
  const head = Buffer.from(file.bytes.subarray(0, 64)).toString('latin1')
  const tail = Buffer.from(file.bytes.subarray(-64)).toString('latin1')
  const id = file.trailer.get('ID') ?? null
  const isIdentified =
    Array.isArray(id) &&
    id.length === 2 &&
    id.every(each => typeof each === 'object' && each !== null && 'bytes' in each && each.bytes !== '')
  return [
    ...when(!/^%PDF-1\.[0-7][\r\n]/.test(head), 'A 6.1.2-1', 'header', JSON.stringify(head.slice(0, 8))),
    ...when(!/^[^\r\n]+[\r\n]+%[\x80-\xff]{4}/.test(head), 'A 6.1.2-2', 'header', 'no comment of four bytes above 127'),
    ...when(!isIdentified, 'A 6.1.3-1', 'trailer', 'no ID'),
    ...when(file.trailer.has('Encrypt'), 'A 6.1.3-2', 'trailer', 'the file is encrypted'),
    ...when(!/%%EOF(\r\n|\r|\n)?$/.test(tail), 'A 6.1.3-3', 'end', 'something follows %%EOF'),
  ]
}

const filters = [
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
]

const streams = (subject: Subject): readonly Finding[] =>
  dictionaries(subject).flatMap(([each, where]) => {
    if (!isStream(each.value)) return []
    const wrong = each.filters.filter(name => !filters.includes(name))
    const isElsewhere = ['F', 'FFilter', 'FDecodeParms'].some(key => each.get(key).isThere)
    return [
      ...when(wrong.length > 0, 'A 6.1.7.2-1', where, wrong.join(', ')),
      ...when(isElsewhere, 'A 6.1.7.1-3', where, 'its data lies in another file'),
      ...ending(subject.file.bytes, each.value.data, where),
    ]
  })

function ending(bytes: Uint8Array, data: Uint8Array, where: string): readonly Finding[] {
  const start = data.byteOffset - bytes.byteOffset
  const end = textAt(bytes, start + data.length, 11)
  if (!/^(\r\n|\r|\n)?endstream/.test(end)) return [finding('A 6.1.7.1-1', where, 'endstream is not where Length says')]
  const isSpaced = /stream\r?\n$/.test(textAt(bytes, start - 8, 8)) && !end.startsWith('e')
  return when(!isSpaced, 'A 6.1.7.1-2', where, 'no line end around the data')
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.subarray(Math.max(0, at), Math.max(0, at + length))).toString('latin1')

/** Each object's first words, and the endobj before the next one. */
function spacing({ file }: Subject): readonly Finding[] {
  const starts = [...file.offsets].toSorted((a, b) => a[1] - b[1])
  return starts.flatMap(([number, at], index) => {
    const isOpened = /^[\r\n]\d+ \d+ obj[\r\n]/.test(textAt(file.bytes, at - 1, 32))
    const next = starts[index + 1]?.[1] ?? file.bytes.length
    const last = textAt(file.bytes, at, next - at).lastIndexOf('endobj')
    const isClosed = /[\r\n]endobj[\r\n]/.test(textAt(file.bytes, at + last - 1, 8))
    return when(!isOpened || !isClosed, 'A 6.1.9-1', `object ${number}`, 'obj or endobj does not stand at a line end')
  })
}

const maximum = { string: 32_767, name: 127, pageSide: 14_400 }

const limits = (subject: Subject): readonly Finding[] => [
  ...dictionaries(subject).flatMap(([each, where]) =>
    each.entries.flatMap(([key, { bytes = '', name = '' }]) => {
      const isLong = bytes.length > maximum.string || name.length > maximum.name || key.length > maximum.name
      return when(isLong, 'A 6.1.13-1', where, `${key.slice(0, 40)} is too long`)
    }),
  ),
  ...subject.pages.flatMap(({ page, number, depth }) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = inherited(page, 'MediaBox').numbers
    const isFit = [right - left, top - bottom].every(side => side >= 3 && side <= maximum.pageSide)
    return when(
      !isFit || depth > 28,
      'A 6.1.13-1',
      `page ${number}`,
      `${depth} nested q, ${right - left} x ${top - bottom}`,
    )
  }),
]

const forbiddenActions = [
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'JavaScript',
  'Hide',
  'SetOCGState',
  'Rendition',
  'Trans',
  'GoTo3DView',
  'SetState',
  'NoOp',
]

const actions = (subject: Subject): readonly Finding[] => [
  ...dictionaries(subject).flatMap(([each, where]) => {
    const kind = each.get('S').name ?? ''
    const isAction = each.get('Type').name === 'Action' || each.get('Type').name === undefined
    return [
      ...when(isAction && forbiddenActions.includes(kind), 'A 6.5.1-1', where, kind),
      ...when(
        kind === 'Named' && !/^(Next|Prev|First|Last)Page$/.test(each.get('N').name ?? ''),
        'A 6.5.1-2',
        where,
        each.get('N').name ?? '',
      ),
      ...when(each.get('AA').isThere, 'A 6.5.2-1', where, 'AA'),
    ]
  }),
  ...when(subject.catalog.get('Names').get('JavaScript').isThere, 'A 6.5.1-1', 'catalog', 'Names has JavaScript'),
]

function catalogKeys({ catalog, pages }: Subject): readonly Finding[] {
  const form = catalog.get('AcroForm')
  const isXfa = form.get('XFA').isThere || catalog.get('NeedsRendering').isTrue || form.get('NeedAppearances').isTrue
  const isShow =
    catalog.get('Names').get('AlternatePresentations').isThere || pages.some(each => each.page.get('PresSteps').isThere)
  const permissions = catalog.get('Perms').entries.map(([key]) => key)
  return [
    ...when(isXfa, 'A 6.4.2-1', 'catalog', 'XFA, NeedsRendering or NeedAppearances'),
    ...when(isShow, 'A 6.10-1', 'catalog', 'AlternatePresentations or PresSteps'),
    ...when(catalog.get('Requirements').isThere, 'A 6.11-1', 'catalog', 'Requirements'),
    ...when(
      permissions.some(key => !['UR3', 'DocMDP'].includes(key)),
      'A 6.1.12-1',
      'catalog',
      permissions.join(', '),
    ),
  ]
}

function optionalContent({ catalog }: Subject): readonly Finding[] {
  const properties = catalog.get('OCProperties')
  const all: readonly Cursor[] = [...properties.get('D').list, ...properties.get('Configs').items]
  return all.flatMap(each =>
    when(!each.get('Name').text || each.get('AS').isThere, 'UA 7.10-1', 'OCProperties', 'no Name, or AS'),
  )
}

/** What nothing refers to is at best waste, at worst what was meant to be gone. */
function orphans({ file }: Subject): readonly Finding[] {
  const reached = new Set<number>()
  const waiting: PdfObject[] = [...file.trailer.values()]
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each === null || typeof each !== 'object') continue
    if (Array.isArray(each)) waiting.push(...each)
    else if (each instanceof Map) waiting.push(...each.values())
    else if (isStream(each)) waiting.push(...each.dict.values())
    else if (isRef(each) && !reached.has(each.ref)) {
      reached.add(each.ref)
      waiting.push(file.objects.get(each.ref) ?? null)
    }
  }
  const lost = [...file.objects].filter(
    ([number, object]) => !reached.has(number) && typeof object === 'object' && object !== null,
  )
  return lost.length > 0
    ? [finding('own orphans', `object ${lost[0]?.[0]}`, `${lost.length} objects that nothing refers to`)]
    : []
}
