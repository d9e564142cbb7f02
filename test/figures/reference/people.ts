/**
 * People: a total, or what its parts come to; by sex and by age.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - Where a sex is given for the whole, the sexes of the age bands are not asked: they may be of a part only.
 */
import type { Band, People } from './records.ts'

export const sexes = ['female', 'male', 'other'] as const
export type Sex = (typeof sexes)[number]

/** Not reported at all is not zero. */
export function added(numbers: readonly (number | null | undefined)[]): number | null {
  let sum: number | null = null
  for (const number of numbers) if (number !== null && number !== undefined) sum = (sum ?? 0) + number
  return sum
}

export function bandTotal(band: Band): number | null {
  return band.total ?? added(sexes.map(sex => band[sex]))
}

export function totalOf(people: People): number | null {
  if (people.total !== undefined) return people.total
  const bySex = added(sexes.map(sex => people[sex]))
  if (bySex !== null) return bySex
  return added(Object.values(people.by_age ?? {}).map(bandTotal))
}

export function ofSex(people: People, sex: Sex): number | null {
  if (sexes.some(each => people[each] !== undefined)) return people[sex] ?? null
  return added(Object.values(people.by_age ?? {}).map(band => band[sex]))
}

/** Of a whole that is not reported, nothing is left over. */
export function leftOver(total: number | null, parts: readonly (number | null)[]): number | null {
  if (total === null) return null
  return Math.max(0, total - (added(parts) ?? 0))
}
