/** Figures of a report, in integers: each a sum, a count or a ratio that knows the records behind it. */
import { compare } from '../model/diagnostic.ts'
import type { Figure, FigureRule } from '../model/figure.ts'
import { type Money, toAmount } from '../model/money.ts'
import type { ReportedActivity } from './ledger.ts'

/** An amount and the record it comes from; `null` where that record reports none. */
export interface Contribution {
  readonly record: string
  readonly value: number | null
}

/** Not reported by anyone is not zero. */
export function sumOf(contributions: readonly Contribution[], unit: string): Figure {
  const reported = contributions.filter(each => each.value !== null)
  const value = reported.length === 0 ? null : reported.reduce((sum, each) => sum + (each.value ?? 0), 0)
  return figure(value, { unit, rule: 'sum', records: reported.map(each => each.record) })
}

/** Sums minor units, and divides once. */
export function moneyOf(sums: readonly { readonly record: string; readonly money: Money }[], currency: string): Figure {
  const minor = sums.reduce((sum, each) => sum + each.money.minor, 0)
  const value = sums.length === 0 ? null : toAmount({ minor, currency })
  return figure(value, { unit: currency, rule: 'sum-converted', records: sums.map(each => each.record) })
}

export function countOf(records: readonly string[], unit: string): Figure {
  return figure(records.length, { unit, rule: 'count', records })
}

/** Of what is reported; nothing where either is not, or the whole is zero. */
export function ratioOf(part: Figure, whole: Figure): Figure {
  const value = part.value === null || !whole.value ? null : part.value / whole.value
  return figure(value, { unit: 'percent', rule: 'ratio', records: [...part.records, ...whole.records] })
}

export function differenceOf(whole: Figure, part: Figure): Figure {
  const records = [...whole.records, ...part.records]
  const value = whole.value === null ? null : exactDifference(whole.value, part.value ?? 0)
  return figure(value, { unit: whole.unit, rule: 'remainder', records })
}

/** From one year to the next: by how much, and by what share of the first. */
export function changeOf(now: Figure, before: Figure): { readonly change: Figure; readonly share: Figure } {
  const records = [...before.records, ...now.records]
  const isKnown = now.value !== null && before.value !== null
  const difference = /^[A-Z]{3}$/.test(now.unit) ? exactDifference : (a: number, b: number) => a - b
  const change = isKnown ? difference(now.value ?? 0, before.value ?? 0) : null
  const share = isKnown && before.value ? (now.value ?? 0) / before.value - 1 : null
  return {
    change: figure(change, { unit: now.unit, rule: 'remainder', records }),
    share: figure(share, { unit: 'percent', rule: 'ratio', records }),
  }
}

/** Amounts have at most two decimals: hundredths subtract without a float's dust. */
function exactDifference(whole: number, part: number): number {
  return (Math.round(whole * 100) - Math.round(part * 100)) / 100
}

export function figure(value: number | null, of: Omit<Figure, 'value'> & { readonly rule: FigureRule }): Figure {
  const { unit, rule, records } = of
  return { value, unit, rule, records: records.length < 2 ? records : [...new Set(records)].toSorted(compare) }
}

export function peopleOf(activities: readonly ReportedActivity[], what: 'target' | 'reached'): Figure {
  const counted = activities.filter(each => each.counted)
  return sumOf(
    counted.map(({ entry }) => ({ record: entry.id, value: entry.data[what]?.total ?? null })),
    'people',
  )
}
