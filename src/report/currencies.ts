/** Expenditure in the currencies in which it was made, quarter by quarter, and what it comes to at the shown rates. */
import type { Figure } from '../model/figure.ts'
import type { Rate } from '../model/record/agreement.ts'
import { type CellModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { columns, day, value, words } from './cells.ts'
import { rateName } from './cover.ts'
import type { Report } from './facts.ts'
import { figure, moneyOf, ratioOf } from './figures.ts'
import { type Condition, countedSpending, ratio, reportedSum, total } from './formulas.ts'
import type { Posting } from './ledger.ts'
import { quartersOf } from './results.ts'
import { spentOf } from './summary.ts'

const currencyColumns = columns({
  currency: 'code',
  q1: 'money',
  q2: 'money',
  q3: 'money',
  q4: 'money',
  spent: 'money',
  rate: 'rate',
  rate_date: 'date',
  converted: 'money',
  share: 'percent',
})

export function currencySheet(report: Report): SheetModel {
  const { ledger } = report
  const spent = ledger.postings.filter(posting => posting.kind === 'spent' && posting.counted)
  const own = ledger.agreement.data.currency
  const foreign = [...new Set(spent.map(({ money }) => money.currency))].filter(each => each !== own).toSorted()
  const all = spentOf(ledger, () => true)
  return {
    sheet: 'currencies',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.currencies.title' },
      { block: 'paragraph', style: 'intro', key: 'report.currencies.intro' },
      {
        block: 'table',
        name: 'Currencies',
        prefix: 'cur',
        filter: false,
        columns: currencyColumns,
        rows: [own, ...foreign].map(currency => currencyRow(report, currency, spent)),
        total: {
          records: all.records,
          cells: { currency: words('report.currencies.total'), converted: formula(total('converted'), all) },
        },
      },
    ],
  }
}

function currencyRow({ ledger }: Report, currency: string, spent: readonly Posting[]): RowModel {
  const own = spent.filter(({ money }) => money.currency === currency)
  const rate = own[0]?.rate ?? null
  const converted = spentOf(ledger, ({ money }) => money.currency === currency)
  const whole = spentOf(ledger, () => true)
  const rateFigure = (of: Rate) =>
    figure(of.rate, { unit: `${of.from}/${of.to}`, rule: 'rate', records: [ledger.agreement.id] })
  return {
    records: converted.records,
    cells: {
      currency: value(currency),
      ...quarterCells(ledger.agreement.data.year, currency, own),
      spent: formula(reportedSum('fin_Amount', inCurrency), inOwn(own, currency)),
      rate: rate ? formula(rateName(currency), rateFigure(rate)) : value(1),
      rate_date: day(rate?.date),
      converted: formula(reportedSum('fin_Spent', inCurrency), converted),
      share: formula(ratio('[@converted]', 'SUM([#converted])'), ratioOf(converted, whole)),
    },
  }
}

/** Sums that were planned have no number in the column of those spent. */
const inCurrency: readonly Condition[] = [
  { column: 'fin_Currency', equals: '[@currency]' },
  { column: 'fin_Spent', equals: '">=0"' },
  countedSpending,
]

function quarterCells(
  year: number,
  currency: string,
  own: readonly Posting[],
): { readonly [column: string]: CellModel } {
  return Object.fromEntries(
    quartersOf(year).map((quarter, index) => {
      const within = [...inCurrency, { column: 'fin_Quarter', equals: `"${quarter}"` }]
      const sum = inOwn(
        own.filter(posting => posting.quarter === quarter),
        currency,
      )
      return [`q${index + 1}`, formula(reportedSum('fin_Amount', within), sum)]
    }),
  )
}

const inOwn = (own: readonly Posting[], currency: string): Figure =>
  moneyOf(
    own.map(({ activity, money }) => ({ record: activity, money })),
    currency,
  )
