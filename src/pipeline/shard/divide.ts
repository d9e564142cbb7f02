/**
 * Which part of a build makes what: parts that cost about the same, and that stay what they are where a record is added.
 *
 * What costs more than a twentieth of a part is put, the dearest first, where there is least: as evenly as can be. All else
 * goes to the part that its name is drawn to (rendezvous hashing), unless that part is full: so a record that is added moves
 * few others, and a part that keeps its folder from build to build makes little anew. For what is small there is always
 * room: the part with least has no more than the mean.
 */
import { hash } from 'node:crypto'

export interface Weighed {
  /** No two have the same. */
  readonly name: string
  /** A whole number, so that sums are the same in whatever order. */
  readonly cost: number
}

/** How much more than the mean a part may have. */
const slack = 0.05

/** @returns as many parts as asked for, some of them empty where there are more parts than things */
export function divided<W extends Weighed>(all: readonly W[], parts: number): readonly (readonly W[])[] {
  const mean = all.reduce((sum, { cost }) => sum + cost, 0) / parts
  const most = mean * (1 + slack)
  const placed = Array.from({ length: parts }, (): W[] => [])
  const loads = placed.map(() => 0)
  const put = (each: W, part: number): void => {
    placed[part]?.push(each)
    loads[part] = (loads[part] ?? 0) + each.cost
  }
  const isLarge = ({ cost }: W): boolean => cost > mean * slack
  const drawn = all.map(each => ({ each, pull: pullOf(each.name) })).toSorted((a, b) => inOrder(a, b))
  for (const { each } of drawn.filter(one => isLarge(one.each)).toSorted((a, b) => b.each.cost - a.each.cost))
    put(each, leastOf(loads))
  for (const { each, pull } of drawn)
    if (!isLarge(each)) put(each, strongest(pull, loads, most - each.cost) ?? leastOf(loads))
  return placed
}

/** Any order will do that does not depend on how records are listed. */
const inOrder = (a: { readonly each: Weighed; readonly pull: number }, b: typeof a): number =>
  a.pull - b.pull || (a.each.name < b.each.name ? -1 : 1)

const pullOf = (name: string): number => Number.parseInt(hash('sha256', name).slice(0, 8), 16)

const leastOf = (loads: readonly number[]): number => loads.indexOf(Math.min(...loads))

/** The part that draws it most of those that have no more than this. */
function strongest(pull: number, loads: readonly number[], most: number): number | undefined {
  let best: number | undefined
  let bestPull = -1
  for (const [part, load] of loads.entries()) {
    const own = load <= most ? mixed(pull, part) : -1
    if (own > bestPull) [best, bestPull] = [part, own]
  }
  return best
}

/** Two numbers made one of which each bit depends on all of theirs (the finalizer of MurmurHash3). */
function mixed(pull: number, part: number): number {
  let bits = pull ^ Math.imul(part + 1, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
