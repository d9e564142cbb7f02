/** Columns of a sum of money that every ledger has. */

import { decimalsOf } from '../../model/currency.ts'
import type { Figure } from '../../model/figure.ts'
import { type Money, toAmount } from '../../model/money.ts'
import type { Rate } from '../../model/record/agreement.ts'
import { type CellModel, formula } from '../../model/workbook.ts'
import { codesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import { figure } from '../figures.ts'
import type { Posting } from '../ledger.ts'
import { activityName } from './activity-columns.ts'

/** Stands where a sum names no line, so that a criterion can find it. */
export const noLine = '—'

export const postingColumns = {
  activity: columnOf('code', ({ activity }: Posting) => activity),
  name: activityName,
  line: columnOf('code', ({ line }: Posting) => line ?? noLine, { choices: codesOf('budget_lines') }),
  area: columnOf('code', ({ area }: Posting) => area, { choices: codesOf('areas') }),
  counted: columnOf('mark', ({ counted }: Posting) => (counted ? 1 : 0)),
  quarter: columnOf('code', ({ quarter }: Posting) => quarter, { choices: codesOf('quarters') }),
  amount: columnOf('money', ({ money }: Posting) => toAmount(money)),
  currency: columnOf('code', ({ money }: Posting) => money.currency, { choices: codesOf('currencies') }),
  rate_date: columnOf('date', ({ rate }: Posting) => rate?.date),
}

/** 1 where nothing is converted. @param name that the cover gave to the cell of the rate */
export function rateCell(rate: Rate | null, name: (currency: string) => string): CellModel | number {
  return rate ? formula(name(rate.from), figure(rate.rate, 'rate')) : 1
}

/** Rounded once, in the row of the sum. */
export function convertedCell(product: string, money: Money, record: string): CellModel {
  const value = toAmount(money)
  const of: Figure = figure(value, 'converted', () => [{ record, value }])
  return formula(`ROUND(${product},${decimalsOf(money.currency)})`, of)
}

/** The first cell of its line on the cover, which every conversion refers to. */
export const rateName = (currency: string): string => `rate_${currency}`
