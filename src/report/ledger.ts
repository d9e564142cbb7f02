/**
 * What is known of one agreement: its activities with their status, every sum of money planned or spent under it,
 * converted at the agreement's own rates, and every result for its indicators. All sheets draw on this and on nothing else.
 */
import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { compare, type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { convert, type Money, toMoney } from '../model/money.ts'
import type { Funding } from '../model/record/activity.ts'
import type { Rate } from '../model/record/agreement.ts'
import { type ReportedResult, resultsUnder } from './results.ts'
import { dayOfFact, quarterOf, type Status, statusOf } from './status.ts'

export interface ReportedActivity {
  readonly entry: Entry<'activity'>
  readonly status: Status
  /** Cancelled activities stay in the register and count nowhere. */
  readonly counted: boolean
}

export interface Posting {
  readonly activity: string
  readonly counted: boolean
  readonly kind: 'planned' | 'spent'
  readonly line: string | null
  /** Of its budget line; of the activity where it names no line. */
  readonly area: string
  readonly quarter: string | null
  readonly money: Money
  /** `null` where the money is in the currency of the agreement. */
  readonly rate: Rate | null
  /** In the currency of the agreement, rounded once, here. */
  readonly converted: Money
}

export interface Ledger {
  readonly agreement: Entry<'agreement'>
  readonly activities: readonly ReportedActivity[]
  readonly meetings: readonly Entry<'meeting'>[]
  readonly postings: readonly Posting[]
  readonly results: readonly ReportedResult[]
  readonly resultsByIndicator: ReadonlyMap<string, readonly ReportedResult[]>
  readonly diagnostics: readonly Diagnostic[]
}

/** Of every agreement, whichever of them are reported: a programme goes on over years. */
export function ledgersOf(dataset: Dataset): readonly Ledger[] {
  return [...dataset.agreement.values()].map(agreement => ledgerOf(dataset, agreement))
}

/** Those of the earlier years of the same programme, earliest first. */
export function earlierOf({ agreement: { data } }: Ledger, ledgers: readonly Ledger[]): readonly Ledger[] {
  return ledgers
    .filter(({ agreement: { data: past } }) => past.programme === data.programme && past.year < data.year)
    .toSorted((a, b) => a.agreement.data.year - b.agreement.data.year || compare(a.agreement.id, b.agreement.id))
}

function ledgerOf(dataset: Dataset, agreement: Entry<'agreement'>): Ledger {
  const activities = activitiesUnder(dataset, agreement)
  const diagnostics: Diagnostic[] = []
  const postings = activities.flatMap(activity => postingsOf(activity, agreement, diagnostics))
  const { results, diagnostics: misplaced } = resultsUnder(dataset, agreement, activities)
  diagnostics.push(...misplaced)
  return {
    agreement,
    activities,
    meetings: meetingsUnder(dataset, agreement),
    postings,
    results,
    resultsByIndicator: Map.groupBy(results, ({ indicator }) => indicator),
    diagnostics,
  }
}

function activitiesUnder(dataset: Dataset, agreement: Entry<'agreement'>): readonly ReportedActivity[] {
  return [...dataset.activity.values()]
    .filter(({ data }) => [...(data.funding ?? []), ...(data.results ?? [])].some(of => of.agreement === agreement.id))
    .map(entry => {
      const status = statusOf(entry.data, agreement.data.data_cutoff)
      return { entry, status, counted: status !== 'cancelled' }
    })
    .toSorted((a, b) => compare(a.entry.data.start, b.entry.data.start) || compare(a.entry.id, b.entry.id))
}

/** A meeting that names no agreement belongs to that of its partner and year. */
function meetingsUnder(dataset: Dataset, { id, data }: Entry<'agreement'>): readonly Entry<'meeting'>[] {
  return [...dataset.meeting.values()]
    .filter(({ data: meeting }) =>
      meeting.agreements
        ? meeting.agreements.includes(id)
        : meeting.date.startsWith(`${data.year}-`) && [meeting.host, ...meeting.partners].includes(data.partner),
    )
    .toSorted((a, b) => compare(a.data.date, b.data.date) || compare(a.id, b.id))
}

function postingsOf(
  activity: ReportedActivity,
  agreement: Entry<'agreement'>,
  diagnostics: Diagnostic[],
): readonly Posting[] {
  return (activity.entry.data.funding ?? []).flatMap((funding, index) =>
    funding.agreement === agreement.id
      ? sumsOf(funding, activity).flatMap(sum => {
          const posting = convertedUnder(agreement, sum)
          if (posting) return [posting]
          diagnostics.push(noRate(activity.entry, `/funding/${index}${sum.pointer}`, sum.money.currency, agreement))
          return []
        })
      : [],
  )
}

interface Sum extends Omit<Posting, 'rate' | 'converted' | 'area'> {
  readonly activityArea: string
  readonly pointer: string
}

function sumsOf(funding: Funding, { entry, counted }: ReportedActivity): readonly Sum[] {
  const of = { activity: entry.id, counted, line: funding.line ?? null, activityArea: entry.data.area }
  const planned = funding.budget
    ? [{ ...of, kind: 'planned' as const, quarter: null, money: toMoney(funding.budget), pointer: '/budget' }]
    : []
  const spent = (funding.spent ?? []).map((spending, at) => ({
    ...of,
    kind: 'spent' as const,
    quarter: quarterOf(dayOfFact(spending, entry.data)),
    money: toMoney(spending),
    pointer: `/spent/${at}`,
  }))
  return [...planned, ...spent]
}

function convertedUnder({ data }: Entry<'agreement'>, sum: Sum): Posting | undefined {
  const { activityArea, pointer: _, ...posting } = sum
  const area = data.budget.find(({ line }) => line === sum.line)?.area ?? activityArea
  if (sum.money.currency === data.currency) return { ...posting, area, rate: null, converted: sum.money }
  const rate = data.rates?.find(({ from, to }) => from === sum.money.currency && to === data.currency)
  return rate && { ...posting, area, rate, converted: convert(sum.money, data.currency, rate.rate) }
}

function noRate(activity: Entry, pointer: string, from: string, { id, data }: Entry<'agreement'>): Diagnostic {
  const message = `“${id}” has no rate from ${from} to ${data.currency}, so this sum cannot be reported.`
  const hint = `Add it to “rates” in the agreement: { from: ${from}, to: ${data.currency}, rate: …, date: …, source: … }.`
  return errorAt('record/inconsistent', spanOf(activity, pointer), message, hint)
}
