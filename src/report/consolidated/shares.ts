/** Money by area, agreement by agreement: what each partner planned and paid, in its own currency. */
import type { ChartModel, ColumnModel, RowModel, SheetModel } from '../../model/workbook.ts'
import { columns, value, words } from '../cells.ts'
import { moneyOf } from '../figures.ts'
import type { Condition } from '../formulas.ts'
import { spentOf } from '../summary.ts'
import { fromAbove, fromRegisters, type Money, type MoneyColumns, moneyCells, recordsIn } from './cells.ts'
import { areasOver, budgetSums, type Consolidated, type Joined, labelOf } from './year.ts'

const key = 'report.consolidated.shares'

export function shareSheet(report: Consolidated): SheetModel {
  return {
    sheet: 'consolidated.shares',
    blocks: [
      { block: 'paragraph', style: 'title', key: `${key}.title` },
      { block: 'paragraph', style: 'intro', key: `${key}.intro` },
      {
        block: 'table',
        name: 'Shares',
        prefix: 'sha',
        filter: false,
        columns: columnsOf(report),
        rows: areasOver(report).map(area => areaRow(report, area)),
        total: totalRow(report),
      },
      { block: 'charts', charts: chartsOf(report) },
    ],
  }
}

/** Drawn where all bars are in one currency. */
function chartsOf({ agreements }: Consolidated): readonly ChartModel[] {
  const currencies = new Set(agreements.map(({ ledger }) => ledger.agreement.data.currency))
  if (currencies.size > 1 || agreements.length > 6) return []
  const series = agreements.map(({ at }) => `sha_Spent${at}`)
  return [{ chart: 'money', type: 'bar', categories: 'sha_AreaName', series }]
}

function columnsOf(report: Consolidated): readonly ColumnModel[] {
  const each = report.agreements.flatMap((joined): readonly ColumnModel[] =>
    (['budget', 'spent'] as const).map(column => ({
      column: `${column}_${joined.at}`,
      style: 'money',
      header: { name: labelOf(report, joined), words: column },
    })),
  )
  return [...columns({ area: 'code', area_name: 'text' }), ...each]
}

const shareColumns = ({ at }: Joined): MoneyColumns => ({ budget: `budget_${at}`, spent: `spent_${at}` })

/** Of one agreement, in its currency: of one area, or of all. */
function moneyUnder(joined: Joined, area?: string): Money {
  return {
    budget: moneyOf(budgetSums(joined, area), joined.ledger.agreement.data.currency),
    spent: spentOf(joined.ledger, posting => area === undefined || posting.area === area),
  }
}

function areaRow({ agreements, names }: Consolidated, area: string): RowModel {
  const money = agreements.map(joined => {
    const { id } = joined.ledger.agreement
    const of = (prefix: 'bud' | 'fin'): readonly Condition[] => [
      { column: `${prefix}_Area`, equals: '[@area]', value: area },
      { column: `${prefix}_Agreement`, equals: `"${id}"`, value: id },
    ]
    const from = fromRegisters({ budget: 'bud_Budget', spent: 'fin_Spent' }, { budget: of('bud'), spent: of('fin') })
    return moneyCells(moneyUnder(joined, area), shareColumns(joined), from)
  })
  const cells: RowModel['cells'] = {
    area: value(area),
    area_name: value(names.area(area)),
    ...Object.fromEntries(money.flatMap(each => Object.entries(each))),
  }
  return { cells, records: recordsIn(cells) }
}

function totalRow({ agreements }: Consolidated): RowModel {
  const money = agreements.map(joined =>
    moneyCells(moneyUnder(joined), shareColumns(joined), fromAbove(shareColumns(joined))),
  )
  const cells: RowModel['cells'] = {
    area_name: words(`${key}.total`),
    ...Object.fromEntries(money.flatMap(each => Object.entries(each))),
  }
  return { cells, records: recordsIn(cells) }
}
