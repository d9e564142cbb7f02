/** Figures of a report: joined by a rule, exactly, and what follows from two of them. */
import { asFigure, type Contribution, eachOf, type Figure, type FigureRule } from '../model/figure.ts'
import type { CellModel } from '../model/workbook.ts'

type Each = NonNullable<Figure['each']>

export type JoinRule = 'sum' | 'max' | 'average' | 'latest'

const nowhere = () => []

export const figure = (value: number | null, rule: FigureRule, from: Figure['from'] = nowhere): Figure => ({
  value,
  rule,
  from,
})

/** One that many records gave to: they are found one after another. */
export const figureOf = (value: number | null, rule: FigureRule, each: Each): Figure => ({
  value,
  rule,
  from: () => [...each()],
  each,
})

/** Made of other figures by a rule, with all that these are of. */
const made = (value: number | null, rule: FigureRule, of: readonly Figure[]): Figure => ({
  ...figureOf(value, rule, () => eachIn(of)),
  of: () => of,
})

/** As one record says it. */
export const asReported = (value: number | null, by: Omit<Contribution, 'value'>): Figure =>
  figure(value, 'as-reported', () => (value === null ? [] : [{ ...by, value }]))

export function* eachIn(figures: Iterable<Figure>): Generator<Contribution> {
  for (const each of figures) yield* eachOf(each)
}

/** What a cell shows as a number. */
export function figureIn(cell: CellModel): Figure {
  if (cell.kind === 'formula') return cell.figure
  return cell.kind === 'value' ? asFigure(cell) : figure(null, 'as-reported')
}

/** In the order of time. What is not reported does not enter. */
export function joined(figures: readonly Figure[], rule: JoinRule): Figure {
  const reported = figures.filter(({ value }) => value !== null)
  const values = reported.flatMap(({ value }) => value ?? [])
  return made(joinedValue(values, rule), rule, rule === 'latest' ? reported.slice(-1) : reported)
}

/** Not reported by anyone is not zero. */
export function joinedValue(values: readonly number[], rule: JoinRule): number | null {
  const last = values.at(-1)
  if (last === undefined) return null
  switch (rule) {
    case 'sum':
      return exactSum(values)
    case 'max':
      return values.reduce((most, each) => Math.max(most, each), last)
    case 'average':
      return exactSum(values) / values.length
    default:
      return last
  }
}

/**
 * As integers of the last decimal that any of them has, so money in its minor units: no dust of a float is added.
 * Thirds have no last decimal.
 */
export function exactSum(values: readonly number[]): number {
  const decimals = values.reduce((most, each) => Math.max(most, decimalsIn(each)), 0)
  if (decimals > 6) return values.reduce((sum, each) => sum + each, 0)
  const scale = 10 ** decimals
  return values.reduce((sum, each) => sum + Math.round(each * scale), 0) / scale
}

/** At the most, of a number as JavaScript prints it: `12.5`, `7.3e-7`. */
function decimalsIn(value: number): number {
  if (Number.isInteger(value)) return 0
  // Money, told at a glance: a number that is so many hundredths prints as no more.
  if (Math.round(value * 100) / 100 === value) return 2
  const [digits = '', power = '0'] = String(value).split('e')
  return (digits.split('.')[1] ?? '').length - Number(power)
}

/** Of what is reported; nothing where either is not, or the whole is zero. */
export function ratioOf(part: Figure, whole: Figure): Figure {
  const value = part.value === null || !whole.value ? null : part.value / whole.value
  return made(value, 'ratio', [part, whole])
}

/** How many of a hundred, by the same rule. */
export function percentageOf(part: Figure, whole: Figure): Figure {
  const value = part.value === null || !whole.value ? null : (100 * part.value) / whole.value
  return made(value, 'percentage', [part, whole])
}

/** The whole less its parts; a part that is not reported takes nothing away. */
export function remainderOf(whole: Figure, parts: readonly Figure[]): Figure {
  const less = parts.map(({ value }) => -(value ?? 0))
  return made(whole.value === null ? null : exactSum([whole.value, ...less]), 'remainder', [whole, ...parts])
}

/** By how much one is above the other; nothing where either is not reported. */
export function excessOf(one: Figure, other: Figure): Figure {
  const isKnown = one.value !== null && other.value !== null
  return made(isKnown ? remainderOf(one, [other]).value : null, 'remainder', [one, other])
}

/** By which part of what it was a number grew; nothing where it was nothing, or either is not reported. */
export function changeOf(before: Figure, now: Figure): Figure {
  const value = before.value && now.value !== null ? now.value / before.value - 1 : null
  return made(value, 'change', [before, now])
}
