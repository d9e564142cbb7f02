/** Boxes and matrices of a page, in points from its lower left corner. */

export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** a b c d e f, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** Grows with each point; a page has thousands, so it is one object. */
export class Extent {
  #left = Number.POSITIVE_INFINITY
  #bottom = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #top = Number.NEGATIVE_INFINITY

  reach(x: number, y: number): void {
    if (x < this.#left) this.#left = x
    if (x > this.#right) this.#right = x
    if (y < this.#bottom) this.#bottom = y
    if (y > this.#top) this.#top = y
  }

  get box(): Box | undefined {
    if (this.#left > this.#right) return undefined
    return { left: this.#left, bottom: this.#bottom, right: this.#right, top: this.#top }
  }
}

/** The box around a box of the matrix's own space. */
export function boxThrough(matrix: Matrix, { left, bottom, right, top }: Box): Box {
  const [a, b, c, d, e, f] = matrix
  const extent = new Extent()
  extent.reach(a * left + c * bottom + e, b * left + d * bottom + f)
  extent.reach(a * right + c * bottom + e, b * right + d * bottom + f)
  extent.reach(a * left + c * top + e, b * left + d * top + f)
  extent.reach(a * right + c * top + e, b * right + d * top + f)
  return extent.box ?? { left, bottom, right, top }
}

export function union(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (!one || !other) return one ?? other
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  }
}

/** Nothing in common: undefined. */
export function overlap(one: Box, other: Box): Box | undefined {
  const box = {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  }
  return box.left <= box.right && box.bottom <= box.top ? box : undefined
}
