/**
 * All that is known of one agreement, each fact with its day: its activities with the people they were for and reached,
 * every sum of money converted at the agreement's own rates, every result for its indicators, its meetings. Reports are
 * parts of it, cut by a period; what no report may count is kept apart and told.
 */

import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { compare, type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { type Money, toMoney } from '../model/money.ts'
import { dayOfFact } from '../model/period.ts'
import type { Activity, Funding } from '../model/record/activity.ts'
import { firstMonthOf, type ReportingYear, reportingYearsOf } from '../model/reporting-year.ts'
import { said } from '../model/said.ts'
import type { Text } from '../model/text.ts'
import { clampedTo, type LeftOut, standingOf } from './fact.ts'
import { type HeadCount, headCountOf } from './head-count.ts'
import { withoutReplacedMonths } from './months.ts'
import { type AppliedRate, convertedAt, rateFor } from './rates.ts'
import { isWithin, quarterAt } from './report-period.ts'
import { type ReportedResult, resultsUnder } from './results.ts'
import { type Status, statusOf } from './status.ts'

/** Of the people an activity was for, or reached: all at once, or part by part. */
export interface CountedPeople {
  readonly day: string
  readonly count: HeadCount
}

export interface AccountActivity {
  readonly entry: Entry<'activity'>
  readonly status: Status
  readonly target: readonly CountedPeople[]
  /** Those that a report may count. */
  readonly reached: readonly CountedPeople[]
}

export interface Posting {
  readonly activity: string
  /** Where its record says it. */
  readonly pointer: string
  readonly status: Status
  /** Nothing is planned any more for what was cancelled; what was spent on it was spent. */
  readonly counted: boolean
  readonly kind: 'planned' | 'committed' | 'spent'
  readonly line: string | null
  /** Of its budget line; of the activity where it names no line. */
  readonly area: string
  readonly day: string
  /** As the sheets name it; of what is planned or ordered none. */
  readonly quarter: string | null
  readonly money: Money
  /** `null` where the money is in the currency of the agreement. */
  readonly rate: AppliedRate | null
  /** In the currency of the agreement, rounded once, here. */
  readonly converted: Money
  /** As records say more of a sum that was spent. */
  readonly spending?: NonNullable<Funding['spent']>[number]
  /** What was ordered. */
  readonly note?: Text
}

export interface Account {
  readonly agreement: Entry<'agreement'>
  readonly years: readonly ReportingYear[]
  readonly activities: readonly AccountActivity[]
  readonly meetings: readonly Entry<'meeting'>[]
  readonly postings: readonly Posting[]
  readonly results: readonly ReportedResult[]
  readonly leftOut: readonly LeftOut[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Of every agreement, whichever of them are reported: a programme goes on over years. */
export function accountsOf(dataset: Dataset): readonly Account[] {
  return [...dataset.agreement.values()].map(agreement => accountOf(dataset, agreement))
}

function accountOf(dataset: Dataset, agreement: Entry<'agreement'>): Account {
  const years = reportingYearsOf(agreement.data, firstMonthOf(agreement.data, dataset.society.data))
  const leftOut: LeftOut[] = []
  const diagnostics: Diagnostic[] = []
  const of: Opening = { dataset, agreement, years, leftOut, diagnostics }
  const entries = activitiesUnder(dataset, agreement)
  const activities = entries.map(entry => activityOf(entry, of))
  return {
    agreement,
    years,
    activities,
    meetings: meetingsUnder(of),
    postings: activities.flatMap(activity => postingsOf(activity, of)),
    results: withoutReplacedMonths(resultsUnder(of, activities), agreement.data),
    leftOut,
    diagnostics,
  }
}

/** What the parts of an account are made with, and where they put what they leave out. */
export interface Opening extends Pick<Account, 'agreement' | 'years'> {
  readonly dataset: Dataset
  readonly leftOut: LeftOut[]
  readonly diagnostics: Diagnostic[]
}

function activitiesUnder(dataset: Dataset, { id }: Entry<'agreement'>): readonly Entry<'activity'>[] {
  return [...dataset.activity.values()]
    .filter(({ data }) => [...(data.funding ?? []), ...(data.results ?? [])].some(of => of.agreement === id))
    .toSorted((a, b) => compare(a.data.start, b.data.start) || compare(a.id, b.id))
}

function activityOf(entry: Entry<'activity'>, of: Opening): AccountActivity {
  const { data } = entry
  const agreement = of.agreement.data
  const status = statusOf(data, agreement.data_cutoff)
  const target = peopleIn(data, 'target').map(({ day, count }) => ({ day: clampedTo(agreement, day), count }))
  const reached = peopleIn(data, 'reached').filter(({ day, count, pointer }) => {
    const standing = standingOf(day, agreement)
    const isElsewhere = standing === 'outside' && isUnderAnother(data, day, of.dataset)
    if (count.total !== null && standing !== 'counts' && !isElsewhere && status !== 'cancelled')
      of.leftOut.push({ entry, pointer, what: 'people', day, standing })
    return standing === 'counts'
  })
  return { entry, status, target, reached }
}

function peopleIn(
  data: Activity,
  what: 'target' | 'reached',
): readonly (CountedPeople & { readonly pointer: string })[] {
  const people = data[what]
  if (!people) return []
  const { by_period: parts, by_place } = people
  if (!parts) return [{ day: data.end, count: headCountOf(people), pointer: `/${what}` }]
  // Places are told of the whole: nobody can say which of several periods they belong to.
  const ofWhole = parts.length === 1 ? { by_place } : {}
  return parts.map((part, at) => ({
    day: dayOfFact(part, data),
    count: headCountOf({ ...part, ...ofWhole }),
    pointer: `/${what}/by_period/${at}`,
  }))
}

/** People belong to no agreement: the report of any that paid may count them. */
function isUnderAnother({ funding = [] }: Activity, day: string, { agreement }: Dataset): boolean {
  return funding.some(share => {
    const data = agreement.get(share.agreement)?.data
    return data !== undefined && standingOf(day, data) !== 'outside'
  })
}

/** A meeting that names no agreement belongs to that of its partner and year: talks come before the first day. */
function meetingsUnder({ dataset, agreement, years, leftOut }: Opening): readonly Entry<'meeting'>[] {
  const { id, data } = agreement
  return [...dataset.meeting.values()]
    .filter(({ data: meeting }) =>
      meeting.agreements
        ? meeting.agreements.includes(id)
        : years.some(({ whole }) => isWithin(meeting.date, whole)) &&
          [meeting.host, ...meeting.partners].includes(data.partner),
    )
    .filter(entry => {
      const isHeld = entry.data.date <= data.data_cutoff
      if (!isHeld)
        leftOut.push({ entry, pointer: '/date', what: 'meeting', day: entry.data.date, standing: 'after-cutoff' })
      return isHeld
    })
    .toSorted((a, b) => compare(a.data.date, b.data.date) || compare(a.id, b.id))
}

function postingsOf({ entry, status }: AccountActivity, of: Opening): readonly Posting[] {
  return (entry.data.funding ?? []).flatMap((funding, index) =>
    funding.agreement === of.agreement.id
      ? sumsOf(funding, entry.data, of.agreement).flatMap(sum => {
          const pointer = `/funding/${index}${sum.pointer}`
          const standing = sum.isPlan ? 'counts' : standingOf(sum.day, of.agreement.data)
          if (standing !== 'counts') of.leftOut.push({ entry, pointer, what: 'money', day: sum.day, standing })
          return standing === 'counts' ? converted({ entry, status, funding, sum, pointer }, of) : []
        })
      : [],
  )
}

interface Sum extends Pick<Posting, 'kind' | 'day' | 'money' | 'spending' | 'note'> {
  /** Whose rate it takes. */
  readonly rateDay: string
  readonly isPlan: boolean
  readonly pointer: string
}

function sumsOf(funding: Funding, { end }: Activity, { data }: Entry<'agreement'>): readonly Sum[] {
  const home = clampedTo(data, end)
  const plan = { day: home, rateDay: end, isPlan: true }
  return [
    ...(funding.budget
      ? [{ ...plan, kind: 'planned' as const, money: toMoney(funding.budget), pointer: '/budget' }]
      : []),
    ...(funding.committed ?? []).map((ordered, at) => ({
      kind: 'committed' as const,
      day: ordered.date ?? home,
      rateDay: ordered.date ?? end,
      isPlan: ordered.date === undefined,
      money: toMoney(ordered),
      ...(ordered.note !== undefined && { note: ordered.note }),
      pointer: `/committed/${at}`,
    })),
    ...(funding.spent ?? []).map((spending, at) => ({
      kind: 'spent' as const,
      day: dayOfFact(spending, { end }),
      rateDay: dayOfFact(spending, { end }),
      isPlan: false,
      money: toMoney(spending),
      spending,
      pointer: `/spent/${at}`,
    })),
  ]
}

interface Writing {
  readonly entry: Entry<'activity'>
  readonly status: Status
  readonly funding: Funding
  readonly sum: Sum
  readonly pointer: string
}

function converted({ entry, status, funding, sum, pointer }: Writing, of: Opening): readonly Posting[] {
  const { data } = of.agreement
  const { isPlan, rateDay, pointer: _, ...written } = sum
  const area = data.budget.find(({ line }) => line === funding.line)?.area ?? entry.data.area
  const posting = {
    ...written,
    activity: entry.id,
    pointer,
    status,
    counted: status !== 'cancelled' || sum.kind === 'spent',
    line: funding.line ?? null,
    area,
    quarter: sum.kind === 'spent' ? quarterAt(of.years, sum.day) : null,
  }
  const { currency: from } = sum.money
  if (from === data.currency) return [{ ...posting, rate: null, converted: sum.money }]
  const rate = rateFor(data, of.years, { from, to: data.currency, day: rateDay, isPlan })
  if (rate) return [{ ...posting, rate, converted: convertedAt(sum.money, data.currency, rate) }]
  of.diagnostics.push(noRate(spanOf(entry, pointer), sum, of.agreement))
  return []
}

function noRate(span: Diagnostic['span'], { money, day }: Sum, { id, data }: Entry<'agreement'>): Diagnostic {
  const { rate_rule: rule = 'fixed', currency: to } = data
  const from = money.currency
  const values = { id, from, to, day, month: day.slice(0, 7) }
  const dated = rule === 'month' ? `month: ${values.month}` : 'date: …'
  const hint = said('Add it to “rates” in the agreement: {rate}.', {
    rate: `{ from: ${from}, to: ${to}, rate: …, ${dated}, source: … }`,
  })
  const message = {
    fixed: () => said('“{id}” has no rate from {from} to {to}, so this sum cannot be reported.', { id, from, to }),
    day: () =>
      said('“{id}” has no rate from {from} to {to} on or before {day}, so this sum cannot be reported.', values),
    month: () => said('“{id}” has no rate from {from} to {to} of {month}, so this sum cannot be reported.', values),
    average: () =>
      said('“{id}” has no rate from {from} to {to} of the year of {day}, so this sum cannot be reported.', values),
  }[rule]()
  return errorAt('record/inconsistent', span, message, hint)
}
