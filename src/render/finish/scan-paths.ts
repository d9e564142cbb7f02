/** Paths, clips and pictures: ISO 32000-1, 8.5 and 8.8 to 8.10. */
import { type Box, boxThrough, Extent, overlap } from './geometry.ts'
import { unexpected } from './pdf-objects.ts'
import { type Handler, type Path, paint, type Scan } from './scan-state.ts'

/** @param pairs where among the operands points stand. */
const through =
  (...pairs: readonly number[]): Handler =>
  (scan, operation) => {
    const path = pathOf(scan, operation.start)
    for (const at of pairs) reach(scan, path, [operation.number(at), operation.number(at + 1)])
  }

function pathOf(scan: Scan, start: number): Path {
  scan.path ??= { start, extent: new Extent(), clips: false }
  return scan.path
}

function reach({ ctm: [a, b, c, d, e, f] }: Scan, { extent }: Path, [x, y]: readonly [number, number]): void {
  extent.reach(a * x + c * y + e, b * x + d * y + f)
}

const rectangle: Handler = (scan, operation) => {
  const path = pathOf(scan, operation.start)
  const [x, y] = [operation.number(0), operation.number(1)]
  reach(scan, path, [x, y])
  reach(scan, path, [x + operation.number(2), y + operation.number(3)])
}

const clip: Handler = scan => {
  if (scan.path) scan.path.clips = true
}

const nowhere: Box = { left: 0, bottom: 0, right: 0, top: 0 }

const endPath =
  (paints: boolean): Handler =>
  (scan, operation) => {
    const { path } = scan
    if (!path) throw unexpected('a page paints a path that it never drew')
    const { box } = path.extent
    if (paints) paint(scan, { kind: 'path', start: path.start, end: operation.end, box })
    if (path.clips) scan.clip = (box && overlap(scan.clip, box)) ?? nowhere
    scan.path = undefined
  }

const unitSquare: Box = { left: 0, bottom: 0, right: 1, top: 1 }

const picture: Handler = (scan, operation) => {
  scan.sequence?.said.push('=\uFFFC')
  paint(scan, { kind: 'image', start: operation.start, end: operation.end, box: boxThrough(scan.ctm, unitSquare) })
}

const shading: Handler = (scan, operation) => {
  paint(scan, { kind: 'path', start: operation.start, end: operation.end, box: scan.clip })
}

const painting = ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']

export const pathOperators: readonly (readonly [string, Handler])[] = [
  ['m', through(0)],
  ['l', through(0)],
  ['c', through(0, 2, 4)],
  ['v', through(0, 2)],
  ['y', through(0, 2)],
  ['re', rectangle],
  ['h', () => undefined],
  ['W', clip],
  ['W*', clip],
  ['n', endPath(false)],
  ...painting.map((operator): readonly [string, Handler] => [operator, endPath(true)]),
  ['Do', picture],
  ['sh', shading],
]
