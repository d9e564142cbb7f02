/** Broken on purpose: fonts and colours. */

import type { PdfObject } from '../../../src/conform/pdf-objects.ts'
import { dict, name } from '../objects.ts'
import { codesFor } from '../sample-font.ts'
import { sampleProfile } from '../sample-metadata.ts'
import type { Control, Sample } from './broken-pdf.ts'

const glyphMap = (pdf: Sample, byte: number): void => {
  pdf.cidFont.set('CIDToGIDMap', pdf.add({ dict: dict({}), data: Buffer.alloc(131_072, byte) }))
}
const information = (ordering: string) =>
  dict({ Registry: { bytes: 'Adobe' }, Ordering: { bytes: ordering }, Supplement: 0 })

/** A second font, used once in an artifact. */
function addFont(pdf: Sample, entries: Readonly<Record<string, PdfObject>>): void {
  const font = dict({ Type: name('Font'), BaseFont: name('SourceSerif4-Regular'), ToUnicode: codeA(pdf), ...entries })
  pdf.dict('Root', 'Pages', 'Kids', 0, 'Resources', 'Font').set('F2', font)
  pdf.content(text => `${text}\n/Artifact BMC BT /F2 9 Tf <41> Tj ET EMC`)
}
const codeA = (pdf: Sample) => pdf.add({ dict: dict({}), data: Buffer.from('1 beginbfchar <41> <0041> endbfchar') })

const rename = (pdf: Sample, to: string): void => {
  pdf.font.set('BaseFont', name(to))
  pdf.cidFont.set('BaseFont', name(to))
  pdf.fontDescriptor.set('FontName', name(to))
}

/** "Обсуждение" with a mark over its first letter, which is said to mean something, and from which the next is so far. */
function stressed(pdf: Sample, meaning: string, next: string): void {
  const mark = codesFor('\u0301')
  const text = (at: string, code: string): string => `BT /F1 11 Tf 1 0 0 1 ${at} 750 Tm <${code}> Tj ET`
  const said = '/Span <</ActualText <FEFF041E0301>>> BDC'
  const letters = `${said} ${text('60', codesFor('О'))}\n${text('64', mark)} EMC\n${text(`${64 + Number(next)}`, codesFor('б'))}`
  pdf.marked('H2', (open, _, close) => open + letters + close)
  const hex = meaning.charCodeAt(0).toString(16).padStart(4, '0')
  pdf.toUnicode(map => map.replace('endbfchar', `<${mark}> <${hex}>\nendbfchar`))
  const widths = pdf.cidFont.get('W')
  if (Array.isArray(widths)) widths.push(Number.parseInt(mark, 16), [0])
}

export const fontControls: readonly Control[] = [
  { name: 'not embedded', rule: 'UA 7.21.4.1-1', change: pdf => pdf.fontDescriptor.delete('FontFile2') },
  { name: 'glyphs that are not there', rule: 'UA 7.21.4.1-3', change: pdf => glyphMap(pdf, 0xfe) },
  { name: 'only .notdef', rule: 'UA 7.21.8-1', change: pdf => glyphMap(pdf, 0) },
  { name: 'wrong widths', rule: 'UA 7.21.5-1', change: pdf => pdf.cidFont.delete('W') },
  {
    name: 'a code without text',
    rule: 'UA 7.21.7-1',
    change: pdf => pdf.toUnicode(text => text.replace(/<....> <0032>/, '')),
  },
  {
    name: 'a code that means U+FEFF',
    rule: 'UA 7.21.7-2',
    change: pdf => pdf.toUnicode(text => text.replace('> <0032>', '> <FEFF>')),
  },
  {
    name: 'a stress mark that means U+0000',
    rule: 'UA 7.21.7-2',
    also: ['own private-characters'],
    change: pdf => stressed(pdf, '\0', '16'),
  },
  { name: 'a stress mark that parts its word', rule: 'own whole-words', change: pdf => stressed(pdf, '\u0301', '5') },
  { name: 'no CIDToGIDMap', rule: 'UA 7.21.3.2-1', change: pdf => pdf.cidFont.delete('CIDToGIDMap') },
  { name: 'a CMap that no one has', rule: 'UA 7.21.3.3-1', change: pdf => pdf.font.set('Encoding', name('House-H')) },
  {
    name: 'a CMap for another collection',
    rule: 'UA 7.21.3.1-1',
    change: pdf =>
      pdf.font.set(
        'Encoding',
        pdf.add({ dict: dict({ CIDSystemInfo: information('Japan1') }), data: new Uint8Array() }),
      ),
  },
  {
    name: 'an empty CIDSet',
    rule: 'UA 7.21.4.2-2',
    change: pdf => pdf.fontDescriptor.set('CIDSet', pdf.add({ dict: dict({}), data: new Uint8Array(4) })),
  },
  {
    name: 'a symbolic font with an encoding',
    rule: 'UA 7.21.6-1',
    change: pdf => {
      const descriptor = pdf.cidFont.get('FontDescriptor') ?? null
      addFont(pdf, { Subtype: name('TrueType'), FontDescriptor: descriptor, Encoding: name('WinAnsiEncoding') })
    },
  },
  { name: 'names that differ', rule: 'PDF 9.8.1-1', change: pdf => pdf.fontDescriptor.set('FontName', name('Other')) },
  { name: 'a Type 3 font', rule: 'own type3', change: pdf => addFont(pdf, { Subtype: name('Type3') }) },
  { name: 'a font of the machine', rule: 'own fonts', change: pdf => rename(pdf, 'AAAAAA+DejaVuSans') },
]

const intent = (profile: PdfObject): PdfObject =>
  dict({ Type: name('OutputIntent'), S: name('GTS_PDFA1'), DestOutputProfile: profile })
const intents = (pdf: Sample, ...profiles: readonly PdfObject[]): void => {
  pdf.catalog.set('OutputIntents', profiles.map(intent))
}
const profile = (pdf: Sample, components: number, edit: (data: Buffer) => void = () => undefined) => {
  const data = sampleProfile()
  edit(data)
  return pdf.add({ dict: dict({ N: components }), data })
}
const artifact = (operators: string) => (pdf: Sample) => pdf.content(text => `${text}\n/Artifact BMC ${operators} EMC`)

export const colourControls: readonly Control[] = [
  {
    name: 'no profile',
    rule: 'A 6.2.3-1',
    also: ['A 6.2.4.3-2', 'A 6.2.4.3-4', 'A 6.2.10-2'],
    change: pdf => intents(pdf, null),
  },
  {
    name: 'a profile that is none',
    rule: 'A 6.2.3-1',
    change: pdf =>
      intents(
        pdf,
        profile(pdf, 3, data => data.write('acxx', 36)),
      ),
  },
  {
    name: 'a profile cut short',
    rule: 'A 6.2.3-1',
    change: pdf =>
      intents(
        pdf,
        profile(pdf, 3, data => data.writeUInt32BE(3144, 0)),
      ),
  },
  { name: 'N that does not fit', rule: 'A 6.2.3-1', change: pdf => intents(pdf, profile(pdf, 4)) },
  { name: 'two profiles', rule: 'A 6.2.3-2', change: pdf => intents(pdf, profile(pdf, 3), profile(pdf, 3)) },
  {
    name: 'an image with a profile that does not fit',
    rule: 'A 6.2.4.2-1',
    change: pdf => pdf.resource('XObject', 'Im0').set('ColorSpace', [name('ICCBased'), profile(pdf, 4)]),
  },
  {
    name: 'RGB with a grey output intent',
    rule: 'A 6.2.4.3-2',
    change: pdf =>
      intents(
        pdf,
        profile(pdf, 1, data => data.write('GRAY', 16)),
      ),
  },
  { name: 'CMYK', rule: 'A 6.2.4.3-3', change: artifact('0 0 0 1 k 0 0 1 1 re f') },
  {
    name: 'no output intent',
    rule: 'A 6.2.4.3-4',
    also: ['A 6.2.4.3-2', 'A 6.2.10-2'],
    change: pdf => pdf.catalog.delete('OutputIntents'),
  },
  {
    name: 'a transfer function',
    rule: 'A 6.2.5-1',
    change: pdf => pdf.resource('ExtGState', 'G0').set('TR', name('Identity')),
  },
  { name: 'alternate images', rule: 'A 6.2.8-1', change: pdf => pdf.resource('XObject', 'Im0').set('Alternates', []) },
  {
    name: 'an interpolated image',
    rule: 'A 6.2.8-3',
    change: pdf => pdf.resource('XObject', 'Im0').set('Interpolate', true),
  },
  {
    name: 'a reference to another file',
    rule: 'A 6.2.9-1',
    change: pdf => pdf.resource('XObject', 'Fm0').set('Ref', dict({ Page: 0 })),
  },
  {
    name: 'an unknown blend mode',
    rule: 'A 6.2.10-1',
    change: pdf => pdf.resource('ExtGState', 'G0').set('BM', name('Sparkle')),
  },
  {
    name: 'transparency in no colours',
    rule: 'A 6.2.10-2',
    also: ['A 6.2.4.3-2', 'A 6.2.4.3-4'],
    change: pdf => pdf.catalog.delete('OutputIntents'),
  },
]
