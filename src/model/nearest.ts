/** Did you mean …? The name that an author most likely wanted. */
import { type Said, said } from './said.ts'

/** The nearest of `names`, or nothing where none is near: a wrong guess is worse than none. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const wanted = plain(written)
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const name of names) {
    const distance = editDistance(wanted, plain(name), bestDistance)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** `Start date`, `start-date` and `startDate` are one name to an author. */
function plain(name: string): string {
  return name.replace(/[\s_-]/g, '').toLowerCase()
}

/** Insertions, deletions, replacements and swaps of neighbours; `limit` or more is `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      // In the first row and column there is nothing before, which is no letter.
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(cost)
    }
    if (Math.min(...row) >= limit) return limit
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? limit, limit)
}

/** The hint that names the nearest, where one is near. */
export function didYouMean(written: string, names: Iterable<string>): Said | undefined {
  const near = nearest(written, names)
  return near === undefined ? undefined : wasMeant(near)
}

export const wasMeant = (name: string): Said => said('Did you mean “{name}”?', { name })

/** Hints for a name that is none of `names`: the nearest, or all of them where they are few. */
export function suggest(written: string, names: readonly string[]): readonly Said[] {
  const near = didYouMean(written, names)
  if (near !== undefined) return [near]
  if (names.length === 0) return [said('There are none: add what it names, or remove it.')]
  if (names.length > 24)
    return [
      said('None of the {count} that there are is like it: add what it names, or correct it.', { count: names.length }),
    ]
  return [said('There are: {names}.', { names: names.join(', ') })]
}
