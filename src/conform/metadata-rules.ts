/** XMP says what the file is and conforms to, in words that Info repeats. */
import { type Finding, finding, type Rule, when } from './finding.ts'
import type { Subject } from './subject.ts'
import type { Xmp, XmpProperty } from './xmp.ts'

const dc = 'http://purl.org/dc/elements/1.1/'
const pdf = 'http://ns.adobe.com/pdf/1.3/'
const xap = 'http://ns.adobe.com/xap/1.0/'
const pdfaid = 'http://www.aiim.org/pdfa/ns/id/'
const pdfuaid = 'http://www.aiim.org/pdfua/ns/id/'
const predefined = [
  dc,
  pdf,
  xap,
  pdfaid,
  'http://ns.adobe.com/xap/1.0/rights/',
  'http://ns.adobe.com/xap/1.0/mm/',
  'http://ns.adobe.com/xap/1.0/bj/',
  'http://ns.adobe.com/xap/1.0/t/pg/',
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
  'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/camera-raw-settings/1.0/',
  'http://ns.adobe.com/tiff/1.0/',
  'http://ns.adobe.com/exif/1.0/',
  'http://ns.adobe.com/exif/1.0/aux/',
  'http://www.aiim.org/pdfa/ns/extension/',
]

export function checkMetadata(subject: Subject): readonly Finding[] {
  const { catalog, metadata, xmp } = subject
  const isDisplayed = catalog.get('ViewerPreferences').get('DisplayDocTitle').isTrue
  return [
    ...when(!isDisplayed, 'UA 7.1-10', 'catalog', 'DisplayDocTitle is not true'),
    ...(xmp
      ? [...stream(subject), ...packet(xmp), ...equal(subject, xmp)]
      : [finding('UA 7.1-8', metadata.isThere ? 'metadata' : 'catalog', 'no metadata stream')]),
  ]
}

function stream({ metadata }: Subject): readonly Finding[] {
  const isXml = metadata.get('Type').name === 'Metadata' && metadata.get('Subtype').name === 'XML'
  return when(!isXml, 'A 6.6.2.1-3', 'metadata', 'Type and Subtype are not Metadata and XML')
}

const find = (xmp: Xmp, namespace: string, name: string): XmpProperty | undefined =>
  xmp.properties.find(each => each.namespace === namespace && each.name === name)

/** The text of a simple property, the default of one by language, the items of a list. */
function textOf(property: XmpProperty | undefined): string | undefined {
  if (!property || property.items.length === 0) return property?.text
  const byDefault = property.items.find(each => each.lang === 'x-default')
  return byDefault?.text ?? property.items.map(each => each.text).join('; ')
}

function packet(xmp: Xmp): readonly Finding[] {
  const [fault] = xmp.faults
  if (fault && xmp.properties.length === 0) return [finding('A 6.6.2.1-2', 'XMP', fault)]
  const known = (each: XmpProperty): boolean =>
    predefined.includes(each.namespace) || xmp.described.has(`${each.namespace} ${each.name}`)
  const says = (rule: Rule, namespace: string, name: string, value: string): readonly Finding[] => {
    const found = textOf(find(xmp, namespace, name))
    return when(found !== value, rule, 'XMP', `${name} is ${found ?? 'missing'}, not ${value}`)
  }
  return [
    ...(fault ? [finding('A 6.6.2.1-2', 'XMP', fault)] : []),
    ...says('UA 5-1', pdfuaid, 'part', '1'),
    ...says('A 6.6.4-1', pdfaid, 'part', '3'),
    ...says('A 6.6.4-2', pdfaid, 'conformance', 'A'),
    ...when(!textOf(find(xmp, dc, 'title'))?.trim(), 'UA 7.1-9', 'XMP', 'no dc:title'),
    ...xmp.properties
      .filter(each => !known(each))
      .map(each => finding('A 6.6.2.3.1-1', 'XMP', `${each.name} of ${each.namespace} is not described`)),
  ]
}

const pairs = [
  ['Title', dc, 'title'],
  ['Author', dc, 'creator'],
  ['Subject', dc, 'description'],
  ['Keywords', pdf, 'Keywords'],
  ['Creator', xap, 'CreatorTool'],
  ['Producer', pdf, 'Producer'],
] as const
const dates = [
  ['CreationDate', 'CreateDate'],
  ['ModDate', 'ModifyDate'],
] as const

function equal({ info }: Subject, xmp: Xmp): readonly Finding[] {
  if (xmp.properties.length === 0) return []
  const texts = pairs.map(
    ([key, namespace, name]) => [key, info.get(key).text, textOf(find(xmp, namespace, name))] as const,
  )
  const days = dates.map(([key, name]) => {
    const inXmp = textOf(find(xmp, xap, name))
    return [key, instant(info.get(key).text), inXmp === undefined ? undefined : Date.parse(inXmp)] as const
  })
  return [...texts, ...days].flatMap(([key, inInfo, inXmp]) =>
    when(
      inInfo !== inXmp && !(key === 'Title' && inXmp === undefined),
      'own metadata-equal',
      `Info/${key}`,
      `"${inInfo ?? 'none'}" in Info, "${inXmp ?? 'none'}" in XMP`,
    ),
  )
}

/** A PDF date, whose zone is written +05'00'. */
function instant(date: string | undefined): number | undefined {
  if (date === undefined) return undefined
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d{0,2})?/.exec(date)
  if (!match) return Number.NaN
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = match
  const shift = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(/\D/g, '').padEnd(2, '0')}`
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${shift}`)
}
