/** What an explanation adds up to, by its own words: each figure again from what it says that it is of. */
import { decimalsOf } from '../model/currency.ts'
import type { Converted } from '../model/figure.ts'
import type { ExplainedFigure } from './explanation.ts'

/** `undefined` where it does not say enough: a figure that nothing explains. */
export function recomputed({ rule, records, of }: ExplainedFigure): number | null | undefined {
  const parts = of?.map(({ value }) => value) ?? records.map(({ value }) => value)
  const known = parts.filter(part => part !== null)
  const [first = null, second = null] = parts
  switch (rule) {
    case 'as-reported':
      return parts.length === 1 ? first : undefined
    case 'converted':
      return records.length === 1 && records[0]?.converted ? convertedAgain(records[0].converted) : undefined
    case 'count':
      return sumOf(known)
    case 'rate':
      return known.length > 0 ? sumOf(known) / known.length : 1
    case 'ratio':
      return first === null || !second ? null : first / second
    case 'percentage':
      return first === null || !second ? null : (100 * first) / second
    case 'change':
      return first && second !== null ? second / first - 1 : null
    case 'remainder':
      return first === null ? null : first - sumOf(parts.slice(1).map(part => part ?? 0))
    default:
      return known.length > 0 ? joinedBy[rule](known) : null
  }
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

const joinedBy = {
  sum: sumOf,
  max: (parts: readonly number[]) => parts.reduce((most, part) => Math.max(most, part)),
  average: (parts: readonly number[]) => sumOf(parts) / parts.length,
  latest: (parts: readonly number[]) => parts.at(-1) ?? null,
} as const

const convertedAgain = ({ amount, rate, isInverse }: Converted): number => (isInverse ? amount / rate : amount * rate)

/** But for the dust of a float. */
const isNear = (one: number, other: number, within = 1e-9): boolean =>
  Math.abs(one - other) <= within * Math.max(1, Math.abs(one), Math.abs(other))

/** Half of a minor unit, where it was rounded to one. */
function roundingOf({ rule, records }: ExplainedFigure): number {
  const [only] = records
  return rule === 'converted' && only?.converted ? 0.5 / 10 ** decimalsOf(only.converted.to) : 0
}

/** Of it and of all that it is of: those that are not what they say. */
export function unexplained(figure: ExplainedFigure): readonly ExplainedFigure[] {
  const again = recomputed(figure)
  const isRight =
    figure.value === null ||
    (typeof again === 'number' && (Math.abs(again - figure.value) <= roundingOf(figure) || isNear(again, figure.value)))
  return [...(isRight ? [] : [figure]), ...(figure.of ?? []).flatMap(unexplained)]
}
