/** What the sample file says of itself: Info, XMP with both identifications, and a colour profile that is a bare header. */
import type { PdfDict } from '../../src/conform/pdf-objects.ts'
import { dict, textString } from './objects.ts'

export const title = 'Рабочая встреча двух организаций'
const date = '2022-08-15T00:00:00Z'

export const sampleInfo = (): PdfDict =>
  dict({
    Title: textString(title),
    Author: textString('Общество Помощи'),
    Subject: textString('О сотрудничестве'),
    Keywords: textString('первая помощь'),
    Creator: textString('Sample'),
    Producer: textString('Sample'),
    CreationDate: { bytes: "D:20220815050000+05'00'" },
    ModDate: { bytes: 'D:20220815000000Z' },
  })

const alternative = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li><rdf:li xml:lang="ru">${text}</rdf:li></rdf:Alt>`

export const sampleXmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title>${alternative(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>Общество Помощи</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative('О сотрудничестве')}</dc:description>
<dc:language><rdf:Bag><rdf:li>ru</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>первая помощь</pdf:Keywords><pdf:Producer>Sample</pdf:Producer><xmp:CreatorTool>Sample</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
`

export function sampleProfile(): Buffer {
  const profile = Buffer.alloc(132)
  profile.writeUInt32BE(profile.length, 0)
  profile[8] = 4
  profile.write('mntrRGB XYZ ', 12, 'latin1')
  profile.write('acsp', 36, 'latin1')
  return profile
}
