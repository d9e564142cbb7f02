/** How the values of an indicator are shown, and which indicators of two years are one. */
import type { Indicator } from '../model/record/agreement.ts'
import type { Ledger } from './ledger.ts'

export type NumberStyle = 'count' | 'decimal'

/** The same code with another unit is another indicator; one that replaces another goes on where that ended. */
export const isSame = (
  now: Pick<Indicator, 'code' | 'unit' | 'replaces'>,
  past: Pick<Indicator, 'code' | 'unit'>,
): boolean => (now.code === past.code || now.replaces === past.code) && now.unit === past.unit

/** As an agreement before had it: what it says to replace goes before what has its code. */
export function sameIn(before: readonly Indicator[], now: Indicator): Indicator | undefined {
  const same = before.filter(each => isSame(now, each))
  return same.find(({ code }) => code === now.replaces) ?? same[0]
}

/** Whole numbers but for shares, averages, and what was reported with a fraction. */
export function numberStyle(indicator: Indicator, { resultsByIndicator }: Ledger): NumberStyle {
  const { unit, roll_up, baseline, target, target_by_year, life_target, code } = indicator
  if (unit === 'percent' || Object.values(roll_up).includes('average')) return 'decimal'
  const values = (resultsByIndicator.get(code) ?? []).map(each => each.value)
  const yearly = [target ?? {}, ...Object.values(target_by_year ?? {})]
  const agreed = [...yearly.flatMap(each => Object.values(each)), baseline?.value, life_target]
  return [...values, ...agreed].every(value => value === undefined || Number.isInteger(value)) ? 'count' : 'decimal'
}
