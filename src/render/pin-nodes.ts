/**
 * PDF -> the same PDF with its table headers numbered in their order. Chromium names them by a count of nodes that goes
 * on from document to document, and lists them in the order of a race. As many bytes as before: no offset moves.
 */

const id = /\((node\d{8})\)/g

export function pinNodes(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const named = new Map<string, string>()
  for (const [, node = ''] of text.matchAll(/\/ID \((node\d{8})\)/g)) {
    if (!named.has(node)) named.set(node, `node${String(named.size + 1).padStart(8, '0')}`)
  }
  const leaves = [...text.matchAll(leaf)]
  // More headers than one leaf holds: their order can't be mended without moving bytes between leaves.
  if (named.size === 0 || leaves.length !== 1) return pdf
  const renumbered = text.replace(id, (whole, node: string) => (named.has(node) ? `(${named.get(node)})` : whole))
  return Buffer.from(renumbered.replace(leaf, inOrder), 'latin1')
}

const leaf = /\/Limits \[\(node\d{8}\) \(node\d{8}\)\](\s*)\/Names \[([^\]]*)\]/g

function inOrder(whole: string, gap: string, list: string): string {
  const pairs = list.match(/\(node\d{8}\) \d+ \d+ R/g) ?? []
  const sorted = [...pairs].toSorted()
  const ids = sorted.map(pair => pair.slice(0, 14))
  const mended = `/Limits [${ids[0]} ${ids.at(-1)}]${gap}/Names [${sorted.join(' ')}]`
  return mended.length === whole.length ? mended : whole
}
