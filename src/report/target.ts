/** The target of an indicator in a period: as first agreed, and as revised by the cut-off. Not agreed is `null`. */
import { compare } from '../model/diagnostic.ts'
import type { Indicator } from '../model/record/agreement.ts'
import { joinedValue } from './figures.ts'
import type { Ledger } from './ledger.ts'

const quarterNames = ['q1', 'q2', 'q3', 'q4'] as const
type Name = 'total' | (typeof quarterNames)[number]
type YearlyTarget = { readonly [name in Name]: number | null }

export interface PeriodTarget extends YearlyTarget {
  readonly original: number | null
}

type Of = Pick<Ledger, 'agreement' | 'period' | 'years'>

export function targetOf(indicator: Indicator, of: Of): PeriodTarget {
  const { period, years } = of
  if (period.kind === 'final' && years.length > 1)
    return { ...none, total: indicator.life_target ?? null, original: indicator.life_target ?? null }
  const agreed = agreedOf(indicator, of)
  const revised = revisedOf(indicator, agreed, of)
  const numbers = period.quarters.map(({ number }) => number)
  if (period.kind === 'quarter' || period.kind === 'half-year') {
    return {
      ...revised,
      total: overQuarters(indicator, revised, numbers),
      original: overQuarters(indicator, agreed, numbers),
    }
  }
  return { ...revised, original: agreed.total }
}

/** Of a final report over one reporting year, that year. */
const yearOf = ({ reportingYear, year }: Of['period']): number => reportingYear?.year ?? year

const none: YearlyTarget = { total: null, q1: null, q2: null, q3: null, q4: null }

function agreedOf({ target, target_by_year }: Indicator, { period, years }: Of): YearlyTarget {
  const isFirst = years[0]?.year === yearOf(period)
  return { ...none, ...(target_by_year?.[yearOf(period)] ?? (isFirst ? target : undefined)) }
}

function revisedOf(
  { target_revisions = [] }: Indicator,
  agreed: YearlyTarget,
  { agreement, period, years }: Of,
): YearlyTarget {
  return target_revisions
    .filter(({ date, year }) => date <= agreement.data.data_cutoff && (year ?? years[0]?.year) === yearOf(period))
    .toSorted((a, b) => compare(a.date, b.date))
    .reduce<YearlyTarget>(revisedBy, agreed)
}

/** What a revision does not name stays as it was. */
function revisedBy(before: YearlyTarget, { total, q1, q2, q3, q4 }: Partial<Record<Name, number>>): YearlyTarget {
  return {
    total: total ?? before.total,
    q1: q1 ?? before.q1,
    q2: q2 ?? before.q2,
    q3: q3 ?? before.q3,
    q4: q4 ?? before.q4,
  }
}

/** Of a part of a year: by the rule across periods; not known where that of a quarter is not. */
function overQuarters({ roll_up }: Indicator, target: YearlyTarget, numbers: readonly number[]): number | null {
  const of = numbers.map(number => target[quarterNames[number - 1] ?? 'total'])
  if (roll_up.periods === 'latest') return of.at(-1) ?? null
  return of.includes(null)
    ? null
    : joinedValue(
        of.flatMap(each => each ?? []),
        roll_up.periods,
      )
}
