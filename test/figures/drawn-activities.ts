/** Random activities: their days and people, the agreements that pay, sums with refunds, results with places. */
import type { Kind } from './agreements.ts'
import type { Draw } from './drawn.ts'
import { areas, currencies } from './drawn-agreements.ts'
import { type Days, quarterOf, whenOf } from './drawn-days.ts'
import { peopleOf } from './drawn-people.ts'
import { regions, resultsOf } from './drawn-results.ts'
import { decimalsOf } from './reference/money.ts'
import type { Activity, Agreement, Funding, Spending, Workspace } from './reference/records.ts'
import { dayAfter, earlierOf, laterOf } from './reference/time.ts'

type Paid = Pick<Workspace, 'society' | 'agreements'>

export function activitiesOf(draw: Draw, paid: Paid, kind: Kind): Workspace['activities'] {
  const taken = new Set<string>()
  const drawn = draw.times(1, 7, index => [`act-${index + 1}`, activityOf(draw, { paid, taken, kind })] as const)
  return Object.fromEntries(drawn)
}

function activityOf(
  draw: Draw,
  { paid, taken, kind }: { readonly paid: Paid; readonly taken: Set<string>; readonly kind: Kind },
): Activity {
  const agreements = Object.entries(paid.agreements)
  const [id, agreement] = draw.pick(agreements)
  const days = daysOf(draw, agreement, kind)
  const others = draw.some(
    agreements.filter(([other, { start, end }]) => other !== id && start <= days.end && end >= days.start),
    40,
  )
  const paying = [[id, agreement] as const, ...others]
  const activity = {
    name: 'Activity',
    area: draw.pick(areas),
    type: 'training',
    ...days,
    ...draw.maybe(12, () => ({ cancelled: { on: days.start, reason: 'Snow' } })),
    ...placesOf(days),
    ...draw.maybe(60, () => ({ target: peopleOf(draw, days, kind) })),
    ...draw.maybe(75, () => ({ reached: peopleOf(draw, days, kind) })),
    funding: paying.flatMap(([other, of]) => fundingOf(draw, other, of, { days, kind })),
  }
  const results = resultsOf(draw, { society: paid.society, days, paying, taken, kind })
  return { ...activity, ...(results.length > 0 && { results }) }
}

/** Several regions, one, or none: by the first day, so that no draw after it is another. */
function placesOf({ start }: Days): Pick<Activity, 'places'> {
  const day = Number(start.slice(8))
  if (day % 5 === 0) return {}
  return { places: day % 2 === 0 ? regions : ['uz-sa'] }
}

/** Mostly within the agreement; where any is drawn, some reach out of it. */
function daysOf(draw: Draw, { start, end }: Agreement, kind: Kind): Days {
  if (kind === 'calendar') {
    const first = draw.day(start, end)
    return { start: first, end: draw.day(first, earlierOf(end, dayAfter(first, 60))) }
  }
  const first = draw.day(dayAfter(start, draw.chance(10) ? -20 : 0), end)
  const length = draw.pick([0, draw.int(0, 60), draw.int(0, 60), draw.int(60, 500)])
  const last = dayAfter(first, length)
  const isWithin = last <= end || draw.chance(25)
  return { start: first, end: laterOf(first, isWithin ? last : end) }
}

interface Around {
  readonly days: Days
  readonly kind: Kind
}

function fundingOf(draw: Draw, id: string, agreement: Agreement, around: Around): readonly Funding[] {
  const lines = agreement.budget.map(({ line }) => line)
  const line = draw.pick(lines)
  const second = draw.chance(15) ? lines.filter(each => each !== line) : []
  const named = [draw.chance(90) ? { line } : {}, ...second.slice(0, 1).map(other => ({ line: other }))]
  return named.map(of => {
    const spent = draw.times(0, 3, () => spendingOf(draw, agreement, around))
    return {
      agreement: id,
      ...of,
      ...draw.maybe(50, () => ({
        budget: { amount: Math.abs(amountOf(draw, agreement.currency)), currency: agreement.currency },
      })),
      ...(spent.length > 0 && { spent }),
    }
  })
}

const amountOf = (draw: Draw, currency: string): number =>
  draw.chance(5)
    ? draw.decimal(20_000_000, Math.min(2, decimalsOf(currency)))
    : draw.decimal(3000, decimalsOf(currency))

/** In the currency of the agreement or one for which it has a rate. */
function currencyOf(draw: Draw, { currency, rates = [] }: Agreement): string {
  const known = rates.flatMap(({ from, to }) => [from, to]).filter(each => each !== currency)
  const usable = currencies.filter(each => known.includes(each))
  return usable.length > 0 && draw.chance(60) ? draw.pick(usable) : currency
}

function spendingOf(draw: Draw, agreement: Agreement, { days, kind }: Around): Spending {
  const currency = currencyOf(draw, agreement)
  const amount = amountOf(draw, currency)
  if (kind === 'calendar')
    return { amount, currency, ...draw.maybe(50, () => ({ period: quarterOf(draw.day(days.start, days.end)) })) }
  const refund = amount > 0 && draw.chance(15) ? { amount: -amount, reason: 'Given back' } : { amount }
  return {
    currency,
    ...refund,
    ...whenOf(draw, days),
    ...draw.maybe(20, () => ({ voucher: 'V-1', category: draw.pick(['staff', 'travel', 'other']) })),
  }
}
