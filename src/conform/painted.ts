/** What a content stream comes to: what it paints, and within which marks. */
import type { Cursor } from './cursor.ts'
import type { Matrix } from './matrix.ts'

/** One BDC/BMC that is open. */
export interface Mark {
  readonly tag: string
  readonly properties: Cursor
  readonly mcid: number | undefined
  /** Its ActualText, where it has one. */
  readonly replacement: string | undefined
  /** The object whose stream opens it: for content in a form, perhaps the page around it. */
  readonly stream: number | undefined
}

export interface Painted {
  readonly kind: 'text' | 'path' | 'image' | 'shading'
  readonly marks: readonly Mark[]
  /** The object whose stream holds it: the page, or a form XObject. */
  readonly stream: number | undefined
  /** Names of the colour spaces it is painted with. */
  readonly colours: readonly Cursor[]
  readonly deviceColours: readonly string[]
  readonly text?: ShownText | undefined
  readonly image?: Cursor | undefined
  /** Of an image: left, bottom, right, top, in page units. */
  readonly box?: readonly [number, number, number, number] | undefined
}

export interface ShownText {
  readonly font: Cursor
  readonly bytes: string
  readonly renderingMode: number
  /** Where it starts, in page units. */
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface Content {
  readonly painted: readonly Painted[]
  /** Every opened mark with its surroundings, painted in or not. */
  readonly opened: readonly {
    readonly mark: Mark
    readonly around: readonly Mark[]
    readonly stream: number | undefined
  }[]
  readonly states: readonly Cursor[]
  readonly forms: readonly Cursor[]
  readonly operators: ReadonlySet<string>
  /** The deepest nesting of q. */
  readonly depth: number
  /** Marks left open or closed twice, operators that do not exist. */
  readonly faults: readonly string[]
}

export interface Frame {
  readonly resources: Cursor
  readonly stream: number | undefined
  readonly matrix: Matrix
  readonly marks: readonly Mark[]
  readonly depth: number
}

export const isArtifact = (marks: readonly Mark[]): boolean => marks.some(mark => mark.tag === 'Artifact')

/** The mark that ties content to the structure tree. */
export const taggedMark = (marks: readonly Mark[]): Mark | undefined => marks.findLast(mark => mark.mcid !== undefined)
