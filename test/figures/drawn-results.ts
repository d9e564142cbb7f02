/** Random results: of a day or a period, of a region or of none, percentages with and without what they are of. */
import type { Kind } from './agreements.ts'
import type { Draw } from './drawn.ts'
import { type Days, quarterOf, whenOf } from './drawn-days.ts'
import { numberOf } from './drawn-indicators.ts'
import type { Agreement, Indicator, Result, Society } from './reference/records.ts'
import { dayOf, firstMonthOf } from './reference/time.ts'

export const regions = ['uz-tk', 'uz-sa', 'uz-su'] as const

interface Of {
  readonly society: Society
  readonly days: Days
  readonly paying: readonly (readonly [id: string, agreement: Agreement])[]
  /** What must not be said twice, over all activities. */
  readonly taken: Set<string>
  readonly kind: Kind
}

export function resultsOf(draw: Draw, { society, days, paying, taken, kind }: Of): readonly Result[] {
  const own = new Set<string>()
  return paying.flatMap(([id, agreement]) =>
    draw.some(agreement.indicators, 55).flatMap(indicator => {
      const firstMonth = firstMonthOf(society, agreement)
      const isNamed = paying.length > 1 || draw.chance(30)
      return draw
        .times(1, indicator.roll_up.months ? 8 : 3, () => ({
          indicator: indicator.code,
          ...(isNamed && { agreement: id }),
          ...worthOf(draw, indicator, kind),
          ...timeOf(draw, days, kind),
          ...placeOf(draw, indicator),
        }))
        .filter(result => !isSaid(result, { id, firstMonth, indicator, days }, { taken, own }))
    }),
  )
}

function timeOf(draw: Draw, days: Days, kind: Kind) {
  if (kind === 'any') return whenOf(draw, days)
  return draw.chance(50) ? { period: quarterOf(draw.day(days.start, days.end)) } : {}
}

function placeOf(draw: Draw, { roll_up }: Indicator) {
  return (roll_up.periods === 'latest' && roll_up.months === undefined) || draw.chance(60)
    ? { place: draw.pick(regions) }
    : {}
}

function worthOf(draw: Draw, { unit, may_exceed_100: isOpen }: Indicator, kind: Kind) {
  if (unit !== 'percent') return { value: numberOf(draw, unit) }
  if (kind === 'calendar' || draw.chance(30)) return { value: numberOf(draw, unit) }
  const denominator = draw.int(1, 200)
  return { numerator: draw.int(0, isOpen ? denominator * 2 : denominator), denominator }
}

interface Where {
  readonly id: string
  readonly firstMonth: number
  readonly indicator: Indicator
  readonly days: Days
}

/** Of all quarters that begin with a month. */
const quarterFrom = (firstMonth: number, day: string): number =>
  Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - firstMonth) / 3)

/** Where it would be open which of two values holds, the second is not said. */
function isSaid(
  result: Result,
  { id, firstMonth, indicator, days }: Where,
  { taken, own }: { readonly taken: Set<string>; readonly own: Set<string> },
): boolean {
  const { periods, places, months } = indicator.roll_up
  const { place = '' } = result
  const where = `${id} ${indicator.code} ${place}`
  const isLatest = periods === 'latest' && (months ?? 'latest') === 'latest'
  if (!isLatest && months !== 'latest' && (months !== undefined || (periods === places && periods !== 'average')))
    return false
  const said = isLatest ? taken : own
  const day = dayOf(result, days)
  const key = `${where} ${isLatest || months === 'latest' ? day : quarterFrom(firstMonth, day)}`
  if (said.has(key)) return true
  said.add(key)
  return false
}
