/** One agreement in the period of a report: what of its account lies in it. All sheets draw on this and on nothing else. */
import type { Entry } from '../model/dataset.ts'
import type { Days } from '../model/day.ts'
import { compare } from '../model/diagnostic.ts'
import type { Account, AccountActivity, CountedPeople, Posting } from './account.ts'
import { clampedTo } from './fact.ts'
import { type HeadCount, joinedCount } from './head-count.ts'
import { earlierPartOf, isWithin, type ReportPeriod, sameIn, yearOf } from './report-period.ts'
import type { ReportedResult } from './results.ts'
import type { Status } from './status.ts'

/** 1 counts; 0 was cancelled and 2 had not begun by the cut-off: these stay in the register and are in no figure. */
export type CountedAs = 0 | 1 | 2

export interface ReportedActivity {
  readonly entry: Entry<'activity'>
  readonly status: Status
  readonly counted: CountedAs
  /** In the period of the report; `null` where nothing was agreed or reported. */
  readonly target: HeadCount | null
  readonly reached: HeadCount | null
}

export interface Ledger extends Pick<Account, 'agreement' | 'years'> {
  readonly account: Account
  readonly period: ReportPeriod
  readonly activities: readonly ReportedActivity[]
  readonly meetings: readonly Entry<'meeting'>[]
  readonly postings: readonly Posting[]
  readonly results: readonly ReportedResult[]
  readonly resultsByIndicator: ReadonlyMap<string, readonly ReportedResult[]>
}

const known = new WeakMap<Account, Map<string, Ledger>>()

/** Made once for each account and period. */
export function ledgerIn(account: Account, period: ReportPeriod): Ledger {
  const ledgers = known.get(account) ?? new Map<string, Ledger>()
  known.set(account, ledgers)
  const name = `${period.kind} ${period.first} ${period.last}`
  const ledger = ledgers.get(name) ?? ledgerOf(account, period)
  ledgers.set(name, ledger)
  return ledger
}

function ledgerOf(account: Account, period: ReportPeriod): Ledger {
  const dated = account.postings.filter(({ day }) => isWithin(day, period))
  const results = account.results.filter(({ day }) => isWithin(day, period))
  const told = new Set(
    [...dated.filter(({ kind }) => kind === 'spent'), ...results.filter(({ counted }) => counted)].map(
      ({ activity }) => activity,
    ),
  )
  const activities = account.activities.flatMap(activity => activityIn(activity, period, told))
  const listed = new Set(activities.map(({ entry }) => entry.id))
  // A plan without a day of its own is of the period in which its activity is.
  const postings = dated.filter(({ kind, activity }) => kind !== 'planned' || listed.has(activity))
  return {
    agreement: account.agreement,
    years: account.years,
    account,
    period,
    activities,
    meetings: account.meetings.filter(({ data }) => isMeetingIn(data.date, account, period)),
    postings,
    results,
    resultsByIndicator: Map.groupBy(results, ({ indicator }) => indicator),
  }
}

function activityIn(
  activity: AccountActivity,
  period: ReportPeriod,
  told: ReadonlySet<string>,
): readonly ReportedActivity[] {
  const { entry, status } = activity
  const { start, end, cancelled } = entry.data
  const reached = within(activity.reached, period)
  const isThere = (start <= period.last && end >= period.first) || reached !== null || told.has(entry.id)
  if (!isThere) return []
  const counted = cancelled ? 0 : status === 'planned' ? 2 : 1
  return [{ entry, status, counted, target: within(activity.target, period), reached }]
}

function within(people: readonly CountedPeople[], period: Days): HeadCount | null {
  return joinedCount(people.flatMap(({ day, count }) => (isWithin(day, period) ? [count] : [])))
}

export const isMeetingIn = (day: string, account: Account, period: ReportPeriod): boolean =>
  isWithin(heldFor(day, account), meetingDaysOf(account, period))

/** A meeting that names an agreement belongs to it whenever it was held: to the year that is nearest. */
const heldFor = (day: string, { years }: Account): string =>
  clampedTo({ start: years[0]?.whole.first ?? day, end: years.at(-1)?.whole.last ?? day }, day)

/** A reporting year has meetings in all its months, also where its agreement begins or ends in the midst of it. */
function meetingDaysOf({ years }: Account, { first, last }: ReportPeriod): Days {
  return {
    first: years.find(year => year.first === first)?.whole.first ?? first,
    last: years.find(year => year.last === last)?.whole.last ?? last,
  }
}

/** Whole reporting years of a programme, of this agreement and of others in it, before that of a report; earliest first. */
export function earlierOf({ account, period }: Ledger, accounts: readonly Account[]): readonly Ledger[] {
  const { programme } = account.agreement.data
  const before = accounts
    .filter(({ agreement }) => agreement.data.programme === programme)
    .flatMap(past => past.years.filter(({ last }) => last < period.first).map(year => ledgerIn(past, yearOf(year))))
    .toSorted((a, b) => compare(a.period.last, b.period.last) || compare(a.agreement.id, b.agreement.id))
  const part = earlierPartOf(period)
  return part ? [...before, ledgerIn(account, part)] : before
}

/** The same part of the reporting year before, in the same agreement if it had begun, else in another of its programme. */
export function yearBeforeOf({ account, period }: Ledger, accounts: readonly Account[]): Ledger | undefined {
  const { programme } = account.agreement.data
  const others = accounts.filter(each => each !== account && each.agreement.data.programme === programme)
  for (const past of [account, ...others]) {
    const year = past.years.find(each => each.year === period.year - 1)
    const same = year && sameIn(year, period)
    if (same) return ledgerIn(past, same)
  }
  return undefined
}
