/** Indicators of several years and of several kinds of numbers: which are the same, and how their values are shown. */
import type { Indicator } from '../model/record/agreement.ts'
import type { Ledger } from './ledger.ts'

/** The same code with another unit is another indicator. */
export const isSame = (one: Pick<Indicator, 'code' | 'unit'>, other: Pick<Indicator, 'code' | 'unit'>): boolean =>
  one.code === other.code && one.unit === other.unit

/** Whole numbers but for shares, averages, and what was reported with a fraction. */
export function numberStyle(
  { unit, roll_up, baseline, target, life_target, code }: Indicator,
  { resultsByIndicator }: Ledger,
): 'count' | 'decimal' {
  if (unit === 'percent' || roll_up.periods === 'average' || roll_up.places === 'average') return 'decimal'
  const values = (resultsByIndicator.get(code) ?? []).map(each => each.value)
  const agreed = [...Object.values(target ?? {}), baseline?.value, life_target]
  return [...values, ...agreed].every(value => value === undefined || Number.isInteger(value)) ? 'count' : 'decimal'
}
