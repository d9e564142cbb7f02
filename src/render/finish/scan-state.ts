/** Where the reading of a page's content stands: graphics state, open marks, and what has been found so far. */
import type { Operation } from './content-operations.ts'
import { type Box, type Extent, identity, type Matrix, overlap } from './geometry.ts'
import type { Edit, Replaced, Sequence, Unit } from './page-content.ts'
import { SoftHyphens } from './soft-hyphens.ts'

export interface PageToScan {
  readonly page: number
  readonly content: string
  readonly mediaBox: Box
  /** Text of glyphs in a font. */
  readonly fonts: (font: string) => (hex: string) => string
}

/** A mark that is open: a number's, or one that replaces a text, or an artifact's, or of what is read from its end. */
export interface Mark {
  readonly kind: 'sequence' | 'actual-text' | 'artifact' | 'reversed'
  readonly insideText: boolean
}

export interface TextObject {
  readonly start: number
  /** How much its sequence had said. */
  readonly saidBefore: number
  /** In the space of the page's current matrix. */
  readonly extent: Extent
  matrix: Matrix
  x: number
  y: number
  shows: boolean
}

export interface Path {
  readonly start: number
  readonly extent: Extent
  clips: boolean
}

export interface Scan {
  readonly page: number
  readonly content: string
  readonly fonts: PageToScan['fonts']
  readonly sequences: Map<number, Sequence>
  readonly unmarked: Unit[]
  readonly replaced: Replaced[]
  readonly edits: Edit[]
  readonly hyphens: SoftHyphens
  readonly saved: { readonly ctm: Matrix; readonly clip: Box }[]
  readonly marks: Mark[]
  ctm: Matrix
  clip: Box
  group: number
  sequence: Sequence | undefined
  text: TextObject | undefined
  font: { readonly name: string; readonly size: number }
  path: Path | undefined
}

export type Handler = (scan: Scan, operation: Operation) => void

export function startScan({ page, content, mediaBox, fonts }: PageToScan): Scan {
  const edits: Edit[] = []
  return {
    page,
    content,
    fonts,
    sequences: new Map(),
    unmarked: [],
    replaced: [],
    edits,
    hyphens: new SoftHyphens(edits, fonts),
    saved: [],
    marks: [],
    ctm: identity,
    clip: mediaBox,
    group: 0,
    sequence: undefined,
    text: undefined,
    font: { name: '', size: 0 },
    path: undefined,
  }
}

export function matrixOf(operation: Operation): Matrix {
  const [a, b, c] = [operation.number(0), operation.number(1), operation.number(2)]
  return [a, b, c, operation.number(3), operation.number(4), operation.number(5)]
}

/** Something has been painted, under the open mark or under none. */
export function paint(scan: Scan, painted: Omit<Unit, 'group'>): void {
  if (scan.marks.some(mark => mark.kind === 'artifact')) return
  const box = painted.box && overlap(scan.clip, painted.box)
  const units = scan.sequence?.units ?? scan.unmarked
  units.push({ ...painted, box, group: scan.group })
}
