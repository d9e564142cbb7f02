/** Broken on purpose: the file, its metadata and what is attached to it. */
import { dict, name, textString } from '../objects.ts'
import type { Control, Sample } from './broken-pdf.ts'

const latin1 = (file: Buffer, edit: (text: string) => string): Buffer =>
  Buffer.from(edit(file.toString('latin1')), 'latin1')
const form = (pdf: Sample) => pdf.resource('XObject', 'Fm0')
const script = dict({ Type: name('Action'), S: name('JavaScript'), JS: { bytes: 'app.beep()' } })

export const fileControls: readonly Control[] = [
  {
    name: 'a version that is not there',
    rule: 'A 6.1.2-1',
    bytes: file => latin1(file, text => text.replace('%PDF-1.7', '%PDF-1.9')),
  },
  {
    name: 'no binary comment',
    rule: 'A 6.1.2-2',
    bytes: file => latin1(file, text => text.replace('%\xe2\xe3\xcf\xd3', '%abcd')),
  },
  { name: 'no ID', rule: 'A 6.1.3-1', change: pdf => pdf.trailer.delete('ID') },
  {
    name: 'encrypted',
    rule: 'A 6.1.3-2',
    change: pdf => pdf.trailer.set('Encrypt', dict({ Filter: name('Standard') })),
  },
  {
    name: 'something after the end',
    rule: 'A 6.1.3-3',
    bytes: file => Buffer.concat([file, Buffer.from('left over')]),
  },
  { name: 'a wrong Length', rule: 'A 6.1.7.1-1', change: pdf => form(pdf).set('Length', pdf.add(7)) },
  { name: 'data in another file', rule: 'A 6.1.7.1-3', change: pdf => form(pdf).set('F', { bytes: 'elsewhere.bin' }) },
  {
    name: 'no line end before endstream',
    rule: 'A 6.1.7.1-2',
    bytes: file =>
      latin1(file, text => text.replace('re f\nendstream', 're f endstream').replace('/Length 14', '/Length 15')),
  },
  {
    name: 'objects run together',
    rule: 'A 6.1.9-1',
    bytes: file => latin1(file, text => text.replace('\nendobj', ' endobj')),
  },
  { name: 'a name too long', rule: 'A 6.1.13-1', change: pdf => pdf.page.set('PZ', name('x'.repeat(128))) },
  { name: 'q without end', rule: 'A 6.1.13-1', change: pdf => pdf.content(text => `${'q '.repeat(29)}${text}`) },
  { name: 'a page too large', rule: 'A 6.1.13-1', change: pdf => pdf.page.set('MediaBox', [0, 0, 595, 14_401]) },
  { name: 'a missing resource', rule: 'A 6.2.2-2', change: pdf => pdf.content(text => `${text}\n/G7 gs`) },
  {
    name: 'resources of the tree',
    rule: 'A 6.2.2-2',
    change: pdf => {
      pdf.dict('Root', 'Pages').set('Resources', pdf.page.get('Resources') ?? null)
      pdf.page.delete('Resources')
    },
  },
  { name: 'LZW', rule: 'A 6.1.7.2-1', change: pdf => form(pdf).set('Filter', name('LZWDecode')) },
  {
    name: 'foreign permissions',
    rule: 'A 6.1.12-1',
    change: pdf => pdf.catalog.set('Perms', dict({ Private: dict({}) })),
  },
  {
    name: 'an XFA form',
    rule: 'A 6.4.2-1',
    change: pdf => pdf.catalog.set('AcroForm', dict({ Fields: [], XFA: { bytes: '<xdp/>' } })),
  },
  { name: 'a script on opening', rule: 'A 6.5.1-1', change: pdf => pdf.catalog.set('OpenAction', script) },
  {
    name: 'scripts by name',
    rule: 'A 6.5.1-1',
    change: pdf => pdf.dict('Root', 'Names').set('JavaScript', dict({ Names: [] })),
  },
  {
    name: 'a program to launch',
    rule: 'A 6.5.1-1',
    change: pdf => pdf.annotation(0).set('A', dict({ S: name('Launch'), F: { bytes: 'a.exe' } })),
  },
  {
    name: 'printing by itself',
    rule: 'A 6.5.1-2',
    change: pdf => pdf.catalog.set('OpenAction', dict({ S: name('Named'), N: name('Print') })),
  },
  {
    name: 'an additional action',
    rule: 'A 6.5.2-1',
    change: pdf => pdf.page.set('AA', dict({ O: dict({ S: name('GoTo') }) })),
  },
  {
    name: 'presentation steps',
    rule: 'A 6.10-1',
    change: pdf => pdf.page.set('PresSteps', dict({ Type: name('NavNode') })),
  },
  {
    name: 'requirements',
    rule: 'A 6.11-1',
    change: pdf => pdf.catalog.set('Requirements', [dict({ S: name('EnableJavaScripts') })]),
  },
  {
    name: 'layers without a name',
    rule: 'UA 7.10-1',
    change: pdf => pdf.catalog.set('OCProperties', dict({ OCGs: [], D: dict({}) })),
  },
  {
    name: 'an object left over',
    rule: 'own orphans',
    change: pdf => {
      pdf.keepsOrphans = true
      pdf.add(dict({ Old: { bytes: 'what was taken out' } }))
    },
  },
]

const replaced = (from: string | RegExp, to: string) => (pdf: Sample) => pdf.xmp(text => text.replace(from, to))

export const metadataControls: readonly Control[] = [
  { name: 'no XMP', rule: 'UA 7.1-8', change: pdf => pdf.catalog.delete('Metadata') },
  { name: 'no title', rule: 'UA 7.1-9', change: replaced(/<dc:title>[\s\S]*?<\/dc:title>/, '') },
  {
    name: 'the title is not displayed',
    rule: 'UA 7.1-10',
    change: pdf => pdf.dict('Root', 'ViewerPreferences').set('DisplayDocTitle', false),
  },
  { name: 'XMP that is not well-formed', rule: 'A 6.6.2.1-2', change: replaced('</dc:title>', '</dc:titel>') },
  { name: 'an encoding in the header', rule: 'A 6.6.2.1-2', change: replaced('9d"?>', '9d" encoding="UTF-8"?>') },
  { name: 'no packet trailer', rule: 'A 6.6.2.1-2', change: replaced('<?xpacket end="w"?>', '') },
  {
    name: 'a stream of another kind',
    rule: 'A 6.6.2.1-3',
    change: pdf => pdf.dict('Root', 'Metadata').set('Subtype', name('JSON')),
  },
  { name: 'no PDF/UA identification', rule: 'UA 5-1', change: replaced('<pdfuaid:part>1</pdfuaid:part>', '') },
  { name: 'PDF/UA-2', rule: 'UA 5-1', change: replaced('<pdfuaid:part>1', '<pdfuaid:part>2') },
  { name: 'PDF/A-2', rule: 'A 6.6.4-1', change: replaced('<pdfaid:part>3', '<pdfaid:part>2') },
  { name: 'PDF/A-3b', rule: 'A 6.6.4-2', change: replaced('conformance>A', 'conformance>B') },
  {
    name: 'no extension schema',
    rule: 'A 6.6.2.3.1-1',
    change: replaced(/<pdfaExtension:schemas>[\s\S]*?<\/pdfaExtension:schemas>/, ''),
  },
  {
    name: 'a property of our own',
    rule: 'A 6.6.2.3.1-1',
    change: replaced('<dc:title>', '<k:secret xmlns:k="urn:k">1</k:secret><dc:title>'),
  },
  {
    name: 'another title in Info',
    rule: 'own metadata-equal',
    change: pdf => pdf.dict('Info').set('Title', textString('Иное')),
  },
  {
    name: 'another date in Info',
    rule: 'own metadata-equal',
    change: pdf => pdf.dict('Info').set('ModDate', { bytes: 'D:20261122000000Z' }),
  },
]

const file = (pdf: Sample) => pdf.dict('Root', 'AF', 0, 'EF', 'F')
const parameters = (pdf: Sample) => pdf.dict('Root', 'AF', 0, 'EF', 'F', 'Params')

export const attachmentControls: readonly Control[] = [
  { name: 'no F', rule: 'UA 7.11-1', change: pdf => pdf.attachment(0).delete('F') },
  {
    name: 'an empty UF',
    rule: 'UA 7.11-1',
    also: ['own attachments'],
    change: pdf => pdf.attachment(0).set('UF', { bytes: '' }),
  },
  { name: 'no MIME type', rule: 'A 6.8-1', change: pdf => file(pdf).delete('Subtype') },
  { name: 'no relationship', rule: 'A 6.8-3', change: pdf => pdf.attachment(1).delete('AFRelationship') },
  { name: 'not associated', rule: 'A 6.8-4', change: pdf => pdf.catalog.delete('AF') },
  { name: 'no date', rule: 'A 6.8-5', change: pdf => parameters(pdf).delete('ModDate') },
  { name: 'no description', rule: 'own file-description', change: pdf => pdf.attachment(0).delete('Desc') },
  { name: 'a wrong size', rule: 'own file-params', change: pdf => parameters(pdf).set('Size', 4) },
  {
    name: 'a wrong checksum',
    rule: 'own file-params',
    change: pdf => parameters(pdf).set('CheckSum', { bytes: '0123456789abcdef' }),
  },
  { name: 'one file missing', rule: 'own attachments', change: pdf => pdf.catalog.delete('Names') },
  {
    name: 'names out of order',
    rule: 'PDF 7.9.6-1',
    change: pdf => {
      const names = pdf.dict('Root', 'Names', 'EmbeddedFiles').get('Names')
      if (Array.isArray(names)) names.push(...names.splice(0, 2))
    },
  },
]
