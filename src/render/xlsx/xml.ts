/** Just enough of XML to put the children of one element in order: tags are counted, nothing is guessed; and to write a text. */

export interface Child {
  readonly name: string
  readonly xml: string
}

const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>/g

/** The elements directly inside, whole; text between them is dropped, for exceljs writes none. */
export function childrenOf(inner: string): readonly Child[] {
  const children: Child[] = []
  let depth = 0
  let start = 0
  for (const found of inner.matchAll(tag)) {
    const [whole, closing, name = '', , selfClosing] = found
    if (depth === 0) start = found.index
    if (closing) depth -= 1
    else if (!selfClosing) depth += 1
    if (depth === 0) children.push({ name, xml: inner.slice(start, found.index + whole.length) })
  }
  return children
}

/** @param element the name of the first such element, whose children are replaced */
export function withChildren(
  xml: string,
  element: string,
  change: (children: readonly Child[]) => readonly Child[],
): string {
  const open = new RegExp(`<${element}(?:\\s[^>]*[^/>]|\\s*)>`).exec(xml)
  const close = xml.lastIndexOf(`</${element}>`)
  if (!open || close < 0) return xml
  const start = open.index + open[0].length
  const children = change(childrenOf(xml.slice(start, close)))
  return xml.slice(0, start) + children.map(child => child.xml).join('') + xml.slice(close)
}

/** Stable: several of one name keep their order. A name that is not listed is a change in exceljs that wants a look. */
export function inOrder(children: readonly Child[], names: readonly string[]): readonly Child[] {
  const unknown = children.find(({ name }) => !names.includes(name))
  if (unknown) throw new Error(`<${unknown.name}> stands where the schema has no such element`)
  return children.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
}

/** Into an element or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, found => entities[found] ?? found) : text
}

const entities: { readonly [letter: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As the last child of the root, where the repairs put it in its place. */
export function withLast(xml: string, root: string, child: string): string {
  const close = xml.lastIndexOf(`</${root}>`)
  return close < 0 ? xml : xml.slice(0, close) + child + xml.slice(close)
}
