/** What a budget line came to in a period: as first agreed, and as revised since. Unknown is `null`, never shared out. */
import { earlierDay } from '../model/day.ts'
import { compare } from '../model/diagnostic.ts'
import type { Agreement } from '../model/record/agreement.ts'
import type { Ledger } from './ledger.ts'

type BudgetLine = Agreement['budget'][number]

export interface LineBudget {
  /** Of the reporting year; of a final report, of the whole life. */
  readonly budget: number | null
  readonly original: number | null
  /** Of the whole agreement, as revised by the end of the period. */
  readonly life: number
}

type Of = Pick<Ledger, 'agreement' | 'period' | 'years'>

export function budgetOf(line: BudgetLine, { agreement, period, years }: Of): LineBudget {
  const { data_cutoff } = agreement.data
  const life = amountOn(line, earlierDay(data_cutoff, period.last))
  const whole = { budget: amountOn(line, data_cutoff), original: line.amount, life }
  if (period.kind === 'final') return whole
  const year = String(period.year)
  // Of an agreement over one year, what is said of the whole is said of the year.
  const original = line.by_year?.[year] ?? (years.length === 1 ? line.amount : null)
  const revised = agreedBy(line, data_cutoff).findLast(each => yearIn(each, year, years) !== undefined)
  return { budget: (revised && yearIn(revised, year, years)) ?? original, original, life }
}

const agreedBy = ({ revisions = [] }: BudgetLine, day: string) =>
  revisions.filter(({ date }) => date <= day).toSorted((a, b) => compare(a.date, b.date))

function amountOn(line: BudgetLine, day: string): number {
  return agreedBy(line, day).findLast(({ amount }) => amount !== undefined)?.amount ?? line.amount
}

type Revision = NonNullable<BudgetLine['revisions']>[number]

const yearIn = ({ by_year, amount }: Revision, year: string, { length }: Of['years']): number | undefined =>
  by_year?.[year] ?? (length === 1 ? amount : undefined)

/** Over a part of a reporting year: what was spent of its budget is more than what the period has. */
export const isPartOfYear = ({ period: { kind } }: Pick<Ledger, 'period'>): boolean =>
  kind === 'quarter' || kind === 'half-year'

/** Over several years, or a part of one: what was before stands beside it, and what it comes to so far. */
export const isPartOfLife = ({ period, years }: Pick<Ledger, 'period' | 'years'>): boolean =>
  period.kind !== 'final' && (years.length > 1 || period.kind !== 'year')
