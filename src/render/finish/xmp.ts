/**
 * Metadata as XMP: ISO 19005-3, 6.6.2 to 6.6.4 (identification, properties, extension schema); ISO 14289-1, clause 5 and
 * 7.1 (Matterhorn 06-001 to 06-004). Part 3 of PDF/A knows no schema for `pdfuaid`, so the packet describes it.
 */
import type { DocumentDate } from './dates.ts'

export interface Metadata {
  readonly title: string
  readonly language: string
  /** Empty: not said at all. */
  readonly description: string
  readonly keywords: readonly string[]
  readonly author: string
  readonly creatorTool: string
  readonly producer: string
  readonly date: DocumentDate
}

export const keywordsOf = (metadata: Metadata): string => metadata.keywords.join(', ')

export function xmpPacket(metadata: Metadata): string {
  const { language, date } = metadata
  const properties = [
    simple('dc:format', 'application/pdf'),
    list('Alt', 'dc:title', alternatives(metadata.title, language)),
    list('Seq', 'dc:creator', items([metadata.author])),
    metadata.description && list('Alt', 'dc:description', alternatives(metadata.description, language)),
    metadata.keywords.length > 0 && list('Bag', 'dc:subject', items(metadata.keywords)),
    list('Bag', 'dc:language', items([language])),
    metadata.keywords.length > 0 && simple('pdf:Keywords', keywordsOf(metadata)),
    simple('pdf:Producer', metadata.producer),
    simple('xmp:CreatorTool', metadata.creatorTool),
    simple('xmp:CreateDate', date.iso),
    simple('xmp:ModifyDate', date.iso),
    simple('xmp:MetadataDate', date.iso),
    simple('pdfaid:part', '3'),
    simple('pdfaid:conformance', 'A'),
    simple('pdfuaid:part', '1'),
    extension,
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${namespaces}>
${properties.filter(property => property).join('\n')}
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

const namespaces = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('')

const simple = (property: string, text: string): string => `<${property}>${escaped(text)}</${property}>`

const list = (kind: 'Alt' | 'Bag' | 'Seq', property: string, inner: string): string =>
  `<${property}><rdf:${kind}>${inner}</rdf:${kind}></${property}>`

const items = (texts: readonly string[]): string => texts.map(text => simple('rdf:li', text)).join('')

const alternatives = (text: string, language: string): string =>
  ['x-default', language].map(tag => `<rdf:li xml:lang="${escaped(tag)}">${escaped(text)}</rdf:li>`).join('')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const extension = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`
