/** The target of an indicator in a period: as first agreed, and as revised by the cut-off. Not agreed is `null`. */
import type { Indicator } from '../model/record/agreement.ts'
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

const none: YearlyTarget = { total: null, q1: null, q2: null, q3: null, q4: null }

function agreedOf({ target, target_by_year }: Indicator, { period, years }: Of): YearlyTarget {
  const isFirst = years[0]?.year === period.year
  return { ...none, ...(target_by_year?.[period.year] ?? (isFirst ? target : undefined)) }
}

function revisedOf(
  { target_revisions = [] }: Indicator,
  agreed: YearlyTarget,
  { agreement, period, years }: Of,
): YearlyTarget {
  return target_revisions
    .filter(({ date, year }) => date <= agreement.data.data_cutoff && (year ?? years[0]?.year) === period.year)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .reduce((before, { date: _, year: __, reason: ___, ...targets }) => ({ ...before, ...targets }), agreed)
}

/** Of a part of a year: added up, or as it stands at the end of it. */
function overQuarters({ roll_up }: Indicator, target: YearlyTarget, numbers: readonly number[]): number | null {
  const of = numbers.map(number => target[quarterNames[number - 1] ?? 'total'])
  if (roll_up.periods !== 'sum') return of.at(-1) ?? null
  const known = of.flatMap(each => each ?? [])
  return known.length < of.length || known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}
