/** The rates that a workbook shows, each under a name that conversions refer to: `rate_UZS`, `rate_UZS_2`. */
import type { Entry } from '../model/dataset.ts'
import type { Contribution, Figure } from '../model/figure.ts'
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

type ByAgreement = Pick<Entry<'agreement'>, 'id' | 'data'>

/**
 * 1 where nothing is converted; of several rates, their average.
 *
 * @param agreement that has published them
 */
export function rateCell(rate: AppliedRate | null, shown: readonly ShownRate[], agreement: ByAgreement): CellModel {
  if (!rate) return { kind: 'value', value: 1, figure: figure(1, 'rate') }
  const names = rate.published.flatMap(each => shown.find(({ rate: its }) => its === each)?.named ?? [])
  const [only = ''] = names
  return formula(names.length > 1 ? `AVERAGE(${names.join(',')})` : only, rateFigure(rate, agreement))
}

/** With each rate as published that it is of. */
export function rateFigure(
  { value, published }: Pick<AppliedRate, 'value' | 'published'>,
  agreement: ByAgreement,
): Figure {
  return figure(value, 'rate', () => published.map(each => publishedRate(each, agreement)))
}

function publishedRate(rate: Rate, { id, data }: ByAgreement): Contribution {
  const index = (data.rates ?? []).indexOf(rate)
  return { kind: 'agreement', record: id, value: rate.rate, at: index === -1 ? '/rates' : `/rates/${index}` }
}

/** A rate out of the currency of the agreement divides. */
export const product = (amount: string, rate: string, isInverse: boolean | undefined): string =>
  `${amount}${isInverse ? '/' : '*'}${rate}`
