/** A page's content, run: every thing painted, with the marked content it lies in, its colours and, for text, font, codes and place. */

import { runContent } from './content-machine.ts'
import type { Cursor } from './cursor.ts'
import type { Matrix } from './matrix.ts'

/** One BDC/BMC that is open. */
export interface Mark {
  readonly tag: string
  readonly properties: Cursor
  readonly mcid: number | undefined
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
  readonly text?: ShownText
  readonly image?: Cursor
  /** Of an image: left, bottom, right, top, in page units. */
  readonly box?: readonly [number, number, number, number]
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

export interface PageContent extends Content {
  readonly page: Cursor
  readonly number: number
}

export function pagesOf(catalog: Cursor): readonly Cursor[] {
  const walk = (node: Cursor, depth: number): readonly Cursor[] =>
    node.get('Kids').isThere && depth < 40 ? node.get('Kids').items.flatMap(kid => walk(kid, depth + 1)) : [node]
  return catalog.get('Pages').isThere ? walk(catalog.get('Pages'), 0) : []
}

/** Pages inherit their resources and boxes from the tree above them. */
export function inherited(page: Cursor, key: string): Cursor {
  const own = page.get(key)
  return own.isThere || !page.get('Parent').dict ? own : inherited(page.get('Parent'), key)
}

export function readContent(page: Cursor, number: number): PageContent {
  const data = page.get('Contents').list.flatMap(each => [each.data, new Uint8Array([10])])
  const frame: Frame = {
    resources: inherited(page, 'Resources'),
    stream: page.number,
    matrix: [1, 0, 0, 1, 0, 0],
    marks: [],
    depth: 0,
  }
  return { page, number, ...runContent(Buffer.concat(data), frame) }
}

export const isArtifact = (marks: readonly Mark[]): boolean => marks.some(mark => mark.tag === 'Artifact')

/** The mark that ties content to the structure tree. */
export const taggedMark = (marks: readonly Mark[]): Mark | undefined => marks.findLast(mark => mark.mcid !== undefined)
