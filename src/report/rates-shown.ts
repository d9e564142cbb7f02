/** The rates that a workbook shows, each under a name that conversions refer to: `rate_UZS`, `rate_UZS_2`. */
import type { Rate } from '../model/record/agreement.ts'
import { type CellModel, formula } from '../model/workbook.ts'
import { figure } from './figures.ts'
import type { AppliedRate } from './rates.ts'

export interface ShownRate {
  readonly rate: Rate
  readonly named: string
}

/** Of the rates into and out of a currency, in the order in which they are written. */
export function shownRates(rates: readonly Rate[], currency: string, suffix = ''): readonly ShownRate[] {
  const seen = new Map<string, number>()
  return rates.flatMap(rate => {
    const other = otherOf(rate, currency)
    if (other === undefined) return []
    const count = (seen.get(other) ?? 0) + 1
    seen.set(other, count)
    return [{ rate, named: `rate_${other}${count === 1 ? '' : `_${count}`}${suffix}` }]
  })
}

function otherOf({ from, to }: Rate, currency: string): string | undefined {
  if (to === currency) return from
  return from === currency ? to : undefined
}

/** 1 where nothing is converted; of several rates, their average. */
export function rateCell(rate: AppliedRate | null, shown: readonly ShownRate[]): CellModel | number {
  if (!rate) return 1
  const names = rate.published.flatMap(each => shown.find(({ rate: its }) => its === each)?.named ?? [])
  const [only = ''] = names
  return formula(names.length > 1 ? `AVERAGE(${names.join(',')})` : only, figure(rate.value, 'rate'))
}

/** A rate out of the currency of the agreement divides. */
export const product = (amount: string, rate: string, isInverse: boolean | undefined): string =>
  `${amount}${isInverse ? '/' : '*'}${rate}`
