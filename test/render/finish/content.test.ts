/** Reading a content stream, and marking it, without a browser. */
import { expect, test } from 'vitest'
import { eachOperation } from '../../../src/render/finish/content-operations.ts'
import { markContent } from '../../../src/render/finish/mark-content.ts'
import { scanContent } from '../../../src/render/finish/scan-content.ts'
import { srgbProfile } from '../../../src/render/finish/srgb-profile.ts'
import type { Tag } from '../../../src/render/finish/write-structure.ts'

const mediaBox = { left: 0, bottom: 0, right: 600, top: 800 }
const letters: { readonly [hex: string]: string } = { '01': '-', '02': 'а' }
const scan = (content: string) => scanContent({ page: 0, content, mediaBox, fonts: () => hex => letters[hex] ?? '' })

/** Marks the sequences with these numbers as paragraphs, everything else as artifacts. */
function marked(content: string, ...real: readonly number[]): string {
  const page = scan(content)
  const tags = new Map<typeof page.sequences extends ReadonlyMap<number, infer S> ? S : never, Tag>()
  for (const mcid of real) {
    const sequence = page.sequences.get(mcid)
    if (sequence) tags.set(sequence, { type: 'P', mcid: tags.size, isDrawing: false })
  }
  return markContent(page, mediaBox, tags).replace(/\s+/g, ' ').trim()
}

test('operators come with their operands, whatever the operands are', () => {
  const seen: string[] = []
  const content = '/Span<</ActualText (a\\)>>(b)) /B <</C <aa>>>>> BDC[<01>-3<02>]TJ\n-.5 1e0 m f*'
  eachOperation(content, operation => {
    seen.push(
      [operation.operator, ...Array.from({ length: operation.count }, (_, at) => operation.raw(at))].join(' | '),
    )
  })
  expect(seen).toEqual([
    'BDC | /Span | <</ActualText (a\\)>>(b)) /B <</C <aa>>>>>',
    'TJ | [<01>-3<02>]',
    'm | -.5 | 1e0',
    'f*',
  ])
  expect(() => eachOperation('1 2', () => undefined)).toThrow(/breaks off/)
  expect(() => scan('BI /W 1 ID x EI')).toThrow(/operator BI/)
  expect(() => scan('0 0 0 1 k')).toThrow(/operator k/)
})

test('a ground before a text is an artifact, and marks do not cross the states they never belonged to', () => {
  const content = 'q /P <</MCID 7>>BDC 0 0 9 9 re f Q q BT /F 9 Tf 1 0 0 1 9 400 Tm <02> Tj ET Q q EMC Q'
  expect(marked(content, 7)).toBe(
    'q /Artifact <</Type /Layout>>BDC 0 0 9 9 re f EMC Q q /P <</MCID 0>>BDC BT /F 9 Tf 1 0 0 1 9 400 Tm <02> Tj ET EMC Q q Q',
  )
})

test('neighbours share a mark; a clip paints nothing', () => {
  const run = (y: number) => `BT /F 9 Tf 1 0 0 1 9 ${y} Tm <02> Tj ET`
  const text = `/P <</MCID 0>>BDC ${run(400)} EMC`
  const header = '/Artifact <</Type /Pagination /Subtype /Header>>BDC'
  const footer = '/Artifact <</Type /Pagination /Subtype /Footer>>BDC'
  expect(marked(`${run(780)} ${run(781)} ${run(9)} 0 0 5 5 re W n ${text}`, 0)).toBe(
    `${header} ${run(780)} ${run(781)} EMC ${footer} ${run(9)} EMC 0 0 5 5 re W n /P <</MCID 0>>BDC ${run(400)} EMC`,
  )
})

test('a soft hyphen that holds up what follows stays', () => {
  const span = '/Span <</ActualText <FEFF00AD>>>BDC'
  const moved = `/P <</MCID 0>>BDC BT /F 9 Tf 1 0 0 1 9 400 Tm <02> Tj ${span} 5 0 Td <03> Tj EMC 0 0 Td <02> Tj ET EMC`
  expect(marked(moved, 0)).toContain('<02> Tj 5 0 Td 0 0 Td <02> Tj ET')
  const held = `/P <</MCID 0>>BDC BT /F 9 Tf 1 0 0 1 9 400 Tm <02> Tj ${span} <03> Tj EMC <02> Tj ET EMC`
  expect(marked(held, 0)).toContain(`${span} <03> Tj EMC <02> Tj`)
})

test('a bare hyphen after a soft one is marked; any other letter is not', () => {
  const soft = '/Span <</ActualText <FEFF00AD>>>BDC <03> Tj EMC'
  const broken = (last: string) =>
    marked(`/P <</MCID 0>>BDC BT /F 9 Tf <02> Tj ${soft} ET BT /F 9 Tf 1 0 0 1 20 400 Tm <${last}> Tj ET EMC`, 0)
  expect(broken('01')).toContain('/Span <</ActualText <FEFF00AD>>>BDC <01> Tj EMC ET')
  expect(broken('02')).toContain('Tm <02> Tj ET')
})

test('the colour profile is as long as it says, and its curve is that of sRGB', () => {
  const bytes = srgbProfile()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  expect(view.getUint32(0)).toBe(bytes.length)
  expect(Buffer.from(bytes.subarray(12, 24)).toString()).toBe('mntrRGB XYZ ')
  const places = new Map<string, number>()
  for (let tag = 0; tag < view.getUint32(128); tag += 1) {
    const [at, length] = [view.getUint32(136 + 12 * tag), view.getUint32(140 + 12 * tag)]
    expect(at % 4).toBe(0)
    expect(at + length).toBeLessThanOrEqual(bytes.length)
    places.set(Buffer.from(bytes.subarray(132 + 12 * tag, 136 + 12 * tag)).toString(), at)
  }
  expect([...places.keys()]).toEqual(['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'])
  const curve = places.get('rTRC') ?? 0
  const last = view.getUint32(curve + 8) - 1
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  for (let point = 0; point <= last; point += 1)
    expect(view.getUint16(curve + 12 + 2 * point)).toBe(Math.round(65535 * linear(point / last)))
})
