/** Every fact that a report could have counted and does not, with the reason: what a reader of a figure would miss in it. */
import type { Dataset, Entry } from '../model/dataset.ts'
import { toAmount } from '../model/money.ts'
import type { Ledger, ReportedActivity } from './ledger.ts'
import { isMoneyMissing } from './money-not-reported.ts'
import { isWithin } from './report-period.ts'

export type ReasonLeftOut =
  | 'cancelled'
  /** Had not begun by the cut-off. */
  | 'not-begun'
  /** Of after the cut-off, outside the days of the agreement. */
  | 'after-cutoff'
  | 'outside'
  | 'not-reported'
  /** Another month of the same quarter stands for the place. */
  | 'another-month'

export interface LeftOutFact {
  readonly record: string
  /** JSON pointer from the record. */
  readonly at: string
  readonly what: 'people' | 'money' | 'result'
  readonly why: ReasonLeftOut
  /** What the rows that it would be in are known by: its id, area, region, budget line, indicator. */
  readonly codes: readonly string[]
  readonly value: number | null
}

export function leftOutFacts(ledger: Ledger, dataset: Dataset): readonly LeftOutFact[] {
  return [
    ...ledger.activities.flatMap(activity => peopleLeftOut(activity, ledger, dataset)),
    ...ledger.postings
      .filter(({ counted }) => !counted)
      .map(
        ({ activity, pointer, area, line, money }): LeftOutFact => ({
          record: activity,
          at: pointer,
          what: 'money',
          why: 'cancelled',
          codes: [activity, area, ...(line === null ? [] : [line])],
          value: toAmount(money),
        }),
      ),
    ...ledger.results
      .filter(({ counted }) => !counted)
      .map(
        ({ activity, pointer, indicator, value }): LeftOutFact => ({
          record: activity,
          at: pointer,
          what: 'result',
          why: dataset.activity.get(activity)?.data.cancelled ? 'cancelled' : 'another-month',
          codes: [activity, indicator],
          value,
        }),
      ),
    ...datedLeftOut(ledger, dataset),
  ]
}

function peopleLeftOut(activity: ReportedActivity, ledger: Ledger, dataset: Dataset): readonly LeftOutFact[] {
  const { entry, counted, reached } = activity
  const of = { record: entry.id, codes: codesOf(entry, dataset) }
  const people = { ...of, at: '/reached', what: 'people', value: reached?.total ?? null } as const
  const money = { ...of, at: '/funding', what: 'money', why: 'not-reported', value: null } as const
  const isSilent = counted === 1 && (reached?.total ?? null) === null
  return [
    ...(counted === 1 ? [] : [{ ...people, why: counted === 0 ? ('cancelled' as const) : ('not-begun' as const) }]),
    ...(isSilent ? [{ ...people, why: 'not-reported' as const }] : []),
    ...(isMoneyMissing(activity, ledger) ? [money] : []),
  ]
}

/** Of the days of the report, or of days that no report has. */
function datedLeftOut({ account, period }: Ledger, dataset: Dataset): readonly LeftOutFact[] {
  return account.leftOut.flatMap(({ entry, pointer, what, day, standing }): readonly LeftOutFact[] => {
    const activity = dataset.activity.get(entry.id)
    if (!activity || what === 'meeting') return []
    if (standing === 'after-cutoff' && !isWithin(day, period)) return []
    const codes = [...codesOf(activity, dataset), ...ownCodes(activity, pointer)]
    return [{ record: entry.id, at: pointer, what, why: standing, codes, value: numberAt(activity, pointer) }]
  })
}

function codesOf({ id, data }: Entry<'activity'>, { place }: Dataset): readonly string[] {
  const regions = (data.places ?? []).flatMap(each => [each, place.get(each)?.data.pcode ?? []].flat())
  return [id, data.area, ...regions]
}

/** `/results/2` and `/funding/0/spent/1` are of an indicator, of a budget line. */
function ownCodes({ data }: Entry<'activity'>, pointer: string): readonly string[] {
  const [, list, index] = pointer.split('/')
  if (list === 'results') return [data.results?.[Number(index)]?.indicator ?? []].flat()
  return list === 'funding' ? [data.funding?.[Number(index)]?.line ?? []].flat() : []
}

function numberAt({ data }: Entry<'activity'>, pointer: string): number | null {
  const held = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, name) =>
        typeof node === 'object' && node !== null ? Object.entries(node).find(([key]) => key === name)?.[1] : undefined,
      data,
    )
  if (typeof held !== 'object' || held === null) return null
  const number = Object.entries(held).find(([name]) => ['amount', 'value', 'total'].includes(name))?.[1]
  return typeof number === 'number' ? number : null
}
