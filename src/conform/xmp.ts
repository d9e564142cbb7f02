/** An XMP packet as properties by namespace, and the extension schemas it describes. */
import { SaxesParser } from 'saxes'

export interface XmpProperty {
  readonly namespace: string
  readonly name: string
  readonly text: string
  readonly items: readonly { readonly lang: string | undefined; readonly text: string }[]
}
export interface Xmp {
  readonly properties: readonly XmpProperty[]
  /** `namespace name` of properties that the packet itself describes. */
  readonly described: ReadonlySet<string>
  readonly faults: readonly string[]
}
interface XmlNode {
  readonly uri: string
  readonly local: string
  readonly attributes: readonly { readonly uri: string; readonly local: string; readonly value: string }[]
  readonly kids: XmlNode[]
  text: string
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xml = 'http://www.w3.org/XML/1998/namespace'
const extensionSchema = 'http://www.aiim.org/pdfa/ns/schema#'
const extensionProperty = 'http://www.aiim.org/pdfa/ns/property#'

export function readXmp(data: Uint8Array): Xmp {
  const text = Buffer.from(data).toString('utf8')
  const faults = packetFaults(text)
  const { root, error } = parse(text)
  if (error) return { properties: [], described: new Set(), faults: [...faults, error] }
  const all = descendants(root)
  const subjects = all.filter(node => node.uri === rdf && node.local === 'RDF').flatMap(node => node.kids)
  return { properties: subjects.flatMap(propertiesOf), described: new Set(all.flatMap(describedBy)), faults }
}

function packetFaults(text: string): readonly string[] {
  const header = /^\s*<\?xpacket begin=(["'])\ufeff?\1 id=(["'])W5M0MpCehiHzreSzNTczkc9d\2(.*?)\?>/.exec(text)
  if (!header) return ['the packet does not begin with an xpacket header']
  return [
    ...(header[3]?.trim() ? ['the xpacket header has a bytes or encoding attribute'] : []),
    ...(/<\?xpacket end=["'][rw]["']\?>\s*$/.test(text) ? [] : ['the packet has no trailer']),
    ...(text.includes('\ufffd') ? ['the packet is not in UTF-8'] : []),
  ]
}

function parse(text: string): { readonly root: XmlNode; readonly error: string | undefined } {
  const root: XmlNode = { uri: '', local: '', attributes: [], kids: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const node: XmlNode = { uri, local, attributes: Object.values(attributes), kids: [], text: '' }
    open.at(-1)?.kids.push(node)
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', part => {
    const node = open.at(-1)
    if (node) node.text += part
  })
  try {
    parser.write(text).close()
    return { root, error: undefined }
  } catch (error) {
    return { root, error: error instanceof Error ? error.message.split('\n')[0] : 'not well-formed' }
  }
}

const descendants = (node: XmlNode): readonly XmlNode[] => [node, ...node.kids.flatMap(descendants)]

/** A property is an element or, when simple, may be an attribute of the description. */
function propertiesOf(description: XmlNode): readonly XmpProperty[] {
  const short = description.attributes
    .filter(({ uri }) => uri !== rdf && uri !== xml && !uri.startsWith('http://www.w3.org/2000/xmlns'))
    .map(({ uri, local, value }) => ({ namespace: uri, name: local, text: value, items: [] }))
  const long = description.kids.map(node => ({
    namespace: node.uri,
    name: node.local,
    text: node.text.trim(),
    items: descendants(node)
      .filter(each => each.uri === rdf && each.local === 'li')
      .map(each => ({
        lang: each.attributes.find(({ uri, local }) => uri === xml && local === 'lang')?.value,
        text: each.text,
      })),
  }))
  return [...short, ...long]
}

const childText = (node: XmlNode, uri: string, local: string): string =>
  node.kids.find(each => each.uri === uri && each.local === local)?.text.trim() ??
  node.attributes.find(each => each.uri === uri && each.local === local)?.value ??
  ''

function describedBy(node: XmlNode): readonly string[] {
  const namespace = childText(node, extensionSchema, 'namespaceURI')
  if (!namespace) return []
  const isWhole = (each: XmlNode): boolean =>
    ['name', 'valueType', 'category', 'description'].every(local => childText(each, extensionProperty, local) !== '')
  return descendants(node)
    .filter(isWhole)
    .map(each => `${namespace} ${childText(each, extensionProperty, 'name')}`)
}
