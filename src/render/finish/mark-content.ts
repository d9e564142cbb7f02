/**
 * Everything that a page paints is content or an artifact: ISO 14289-1, 7.1 and 7.8; ISO 32000-1, 14.8.2.2.
 * Running headers and footers are known by their place: above or below everything that is content.
 */
import type { Box } from './geometry.ts'
import { type Edit, edited, type PageContent, type Sequence, type Unit } from './page-content.ts'
import type { Tag } from './write-structure.ts'

type Label = 'Header' | 'Footer' | 'Repeated' | 'Layout' | 'Plain'

const artifacts: { readonly [label in Label]: string } = {
  Header: '/Artifact <</Type /Pagination /Subtype /Header>>BDC\n',
  Footer: '/Artifact <</Type /Pagination /Subtype /Footer>>BDC\n',
  Repeated: '/Artifact <</Type /Pagination>>BDC\n',
  Layout: '/Artifact <</Type /Layout>>BDC\n',
  Plain: '/Artifact BMC\n',
}

export function markContent(page: PageContent, mediaBox: Box, tags: ReadonlyMap<Sequence, Tag>): string {
  const edits = [...page.edits]
  const textBoxes: Box[] = []
  for (const sequence of page.sequences.values()) {
    const tag = tags.get(sequence)
    if (!tag) {
      markArtifacts(edits, sequence.units, unit => (unit.kind === 'path' ? 'Layout' : 'Repeated'))
      continue
    }
    markSequence(edits, sequence, tag)
    for (const { kind, box } of sequence.units) if (kind === 'text' && box) textBoxes.push(box)
  }
  const middle = (mediaBox.top + mediaBox.bottom) / 2
  const top = textBoxes.reduce((highest, box) => Math.max(highest, box.bottom), middle)
  const bottom = textBoxes.reduce((lowest, box) => Math.min(lowest, box.top), middle)
  markArtifacts(edits, page.unmarked, unit => {
    if (unit.kind !== 'text' || !unit.box) return unit.kind === 'text' ? 'Plain' : 'Layout'
    if (unit.box.bottom > top) return 'Header'
    return unit.box.top < bottom ? 'Footer' : 'Plain'
  })
  return edited(page.content, edits)
}

/** The lines and grounds before its first letter and after its last are not part of a text. */
function markSequence(edits: Edit[], { units }: Sequence, { type, mcid, isDrawing }: Tag): void {
  const isReal = (unit: Unit): boolean => isDrawing || unit.kind !== 'path'
  const from = Math.max(0, units.findIndex(isReal))
  const last = units.findLastIndex(isReal)
  const to = last < 0 ? units.length - 1 : last
  const [begin, end] = [units[from], units[to]]
  if (!begin || !end) return
  markArtifacts(edits, units.slice(0, from), () => 'Layout')
  edits.push({ from: begin.start, to: begin.start, text: `/${type} <</MCID ${mcid}>>BDC\n` })
  edits.push({ from: end.end, to: end.end, text: '\nEMC' })
  markArtifacts(edits, units.slice(to + 1), () => 'Layout')
}

function markArtifacts(edits: Edit[], units: readonly Unit[], labelOf: (unit: Unit) => Label): void {
  const labels = units.map(labelOf)
  const isOneWith = (index: number): boolean =>
    labels[index] === labels[index + 1] && units[index]?.group === units[index + 1]?.group
  units.forEach((unit, index) => {
    const label = labels[index] ?? 'Plain'
    if (index === 0 || !isOneWith(index - 1)) edits.push({ from: unit.start, to: unit.start, text: artifacts[label] })
    if (!isOneWith(index)) edits.push({ from: unit.end, to: unit.end, text: '\nEMC' })
  })
}
