/** Columns of a sum of money that every ledger has. */
import { decimalsOf } from '../../model/currency.ts'
import type { Contribution, Figure } from '../../model/figure.ts'
import { type Money, toAmount } from '../../model/money.ts'
import { type CellModel, formula } from '../../model/workbook.ts'
import type { Posting } from '../account.ts'
import { regionOfMoney } from '../breakdown.ts'
import { textOr, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import { figure } from '../figures.ts'
import { regionCode } from '../places.ts'
import { dateOf } from '../rates.ts'
import type { Named } from '../report.ts'
import { activityName } from './activity-columns.ts'

/** Stands where a sum names no line, so that a criterion can find it. */
export const noLine = '—'

export const postingColumns = {
  activity: columnOf('code', ({ activity }: Posting) => activity),
  name: activityName,
  line: columnOf('code', ({ line }: Posting) => line ?? noLine, { choices: codesOf('budget_lines') }),
  area: columnOf('code', ({ area }: Posting) => area, { choices: codesOf('areas') }),
  /** Of its activity; told apart where that was in several regions, or in none. */
  region_code: columnOf(
    'code',
    ({ activity }: Posting, report: Named) => regionCode(report, regionOfMoney(report.dataset, activity)),
    { choices: codesOf('shares') },
  ),
  /** Money spent on what was cancelled counts, and is marked here. */
  status: columnOf('text', ({ status }: Posting) => words(`report.status.${status}`), { choices: namesOf('status') }),
  counted: columnOf('mark', ({ counted }: Posting) => (counted ? 1 : 0)),
  day: columnOf('date', ({ day, spending }: Posting) => (spending && spending.period === undefined ? day : null)),
  quarter: columnOf('code', ({ quarter }: Posting) => quarter, { choices: codesOf('quarters') }),
  voucher: columnOf('code', ({ spending }: Posting) => spending?.voucher),
  category: columnOf(
    'text',
    ({ spending }: Posting) => spending?.category && words(`report.cost_categories.${spending.category}`),
  ),
  /** Why a sum was given back, or what was ordered. */
  reason: columnOf('text', ({ spending, note }: Posting, { names }: Named) => {
    const said = spending?.reason ?? note
    return said && textOr(names.text(said))
  }),
  amount: columnOf('money', ({ money }: Posting) => toAmount(money)),
  currency: columnOf('code', ({ money }: Posting) => money.currency, { choices: codesOf('currencies') }),
  rate_date: columnOf('date', ({ rate }: Posting) => dayOfRate(rate)),
}

/** Of one rate that has a day. */
export function dayOfRate(rate: Posting['rate']): string | null {
  const [only, ...others] = rate?.published ?? []
  return only && others.length === 0 ? (only.date ?? `${dateOf(only)}-01`) : null
}

/** A sum as it was written, at the rate that it took. */
interface Conversion {
  readonly money: Money
  readonly rate: Posting['rate']
  readonly into: Money
}

/** Rounded once, in the row of the sum. */
export function convertedCell(
  product: string,
  { money, rate, into }: Conversion,
  by: Omit<Contribution, 'value'>,
): CellModel {
  const value = toAmount(into)
  const converted = {
    amount: toAmount(money),
    currency: money.currency,
    to: into.currency,
    rate: rate?.value ?? 1,
    isInverse: rate?.isInverse ?? false,
  }
  const of: Figure = figure(value, 'converted', () => [{ ...by, value, converted }])
  return formula(`ROUND(${product},${decimalsOf(into.currency)})`, of)
}

/** The record that says a sum. */
export const sourceOfPosting = ({ activity, pointer }: Posting): Omit<Contribution, 'value'> => ({
  record: activity,
  at: pointer,
})
