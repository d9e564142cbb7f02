/** How the values of an indicator are shown, and which indicators of two years are one. */
import type { Indicator } from '../model/record/agreement.ts'
import type { Ledger } from './ledger.ts'

export type NumberStyle = 'count' | 'decimal'

/** The same code with another unit is another indicator; one that replaces another goes on where that ended. */
export const isSame = (
  now: Pick<Indicator, 'code' | 'unit' | 'replaces'>,
  past: Pick<Indicator, 'code' | 'unit'>,
): boolean => (now.code === past.code || now.replaces === past.code) && now.unit === past.unit

/** Whole numbers but for shares, averages, and what was reported with a fraction. */
export function numberStyle(indicator: Indicator, { resultsByIndicator }: Ledger): NumberStyle {
  const { unit, roll_up, baseline, target, target_by_year, life_target, code } = indicator
  if (unit === 'percent' || roll_up.periods === 'average' || roll_up.places === 'average') return 'decimal'
  const values = (resultsByIndicator.get(code) ?? []).map(each => each.value)
  const yearly = [target ?? {}, ...Object.values(target_by_year ?? {})]
  const agreed = [...yearly.flatMap(each => Object.values(each)), baseline?.value, life_target]
  return [...values, ...agreed].every(value => value === undefined || Number.isInteger(value)) ? 'count' : 'decimal'
}
