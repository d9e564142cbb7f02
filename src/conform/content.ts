/** A page's content, run: every thing painted, with the marked content it lies in, its colours and, for text, font, codes and place. */

import { runContent } from './content-machine.ts'
import type { Cursor } from './cursor.ts'
import type { Content, Frame } from './painted.ts'

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
