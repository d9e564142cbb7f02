/** XMP: properties of a packet, as attributes or as elements, plain or in lists and alternatives by language. */

export interface XmpText {
  readonly text: string
  /** As `xml:lang` says; `x-default` where it is for all. */
  readonly language?: string
}

const namespaces = {
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  dc: 'http://purl.org/dc/elements/1.1/',
} as const

/** @param name such as `photoshop:Credit` */
export function xmpTexts(packet: string, name: `${keyof typeof namespaces}:${string}`): readonly XmpText[] {
  const xml = packet.replace(/<!--.*?-->/gs, '')
  const [space = '', property = ''] = name.split(':')
  const address = Object.entries(namespaces).find(([known]) => known === space)?.[1] ?? ''
  const prefixes = [...xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].filter(([, , uri]) => uri === address)
  return prefixes
    .flatMap(([, prefix = '']) => textsOf(xml, `${prefix.replaceAll('.', '\\.')}:${property}`))
    .slice(0, 64)
}

function textsOf(xml: string, name: string): readonly XmpText[] {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xml)
  if (attribute) return [{ text: plain(attribute[1] ?? attribute[2] ?? '') }]
  const [, content] = new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}\\s*>`, 's').exec(xml) ?? []
  if (content === undefined) return []
  const items = [...content.matchAll(/<rdf:li((?:\s[^>]*)?)>(.*?)<\/rdf:li\s*>/gs)]
  if (items.length === 0) return content.replace(cdata, '').includes('<') ? [] : [{ text: plain(content) }]
  return items.map(([, attributes = '', text = '']) => {
    const language = /xml:lang\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    return { text: plain(text), ...(language !== undefined && { language }) }
  })
}

const cdata = /<!\[CDATA\[(.*?)\]\]>/gs

/** In CDATA signs stand for themselves. */
function plain(content: string): string {
  return content
    .split(/(<!\[CDATA\[.*?\]\]>)/s)
    .map(part => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : withoutEntities(part)))
    .join('')
}

const entities: { readonly [entity: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (_, hex?: string, decimal?: string, name = '') => {
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
      if (hex === undefined && decimal === undefined) return entities[String(name).toLowerCase()] ?? ''
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
