/** Indicators of several years and of several kinds of numbers: which are the same, and how their values are shown. */
import type { Indicator } from '../model/record/agreement.ts'
import { textOr, words } from './cells.ts'
import type { Ledger } from './ledger.ts'
import type { Names } from './names.ts'

/** The same code with another unit is another indicator. */
export const isSame = (one: Pick<Indicator, 'code' | 'unit'>, other: Pick<Indicator, 'code' | 'unit'>): boolean =>
  one.code === other.code && one.unit === other.unit

/** In the words of the record where it has a unit of its own. */
export const unitWords = ({ unit, unit_name }: Pick<Indicator, 'unit' | 'unit_name'>, names: Names) =>
  unit_name === undefined ? words(`report.units.${unit}`) : textOr(names.text(unit_name))

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
