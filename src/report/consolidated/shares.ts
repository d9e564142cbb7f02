/** Money by area, agreement by agreement: what each partner planned and paid, in its own currency. */
import {
  type CellModel,
  type ChartModel,
  type ColumnModel,
  formula,
  type RowModel,
  type SheetModel,
} from '../../model/workbook.ts'
import { columns, value, words } from '../cells.ts'
import { moneyOf } from '../figures.ts'
import { type Condition, countedSpending, reportedSum, total } from '../formulas.ts'
import { spentOf } from '../summary.ts'
import { areasOver, recordsIn } from './summary.ts'
import { budgetSums, type Consolidated, type Joined, labelOf } from './year.ts'

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

function areaRow({ agreements, names }: Consolidated, area: string): RowModel {
  const here = (column: string): Condition => ({ column, equals: '[@area]', value: area })
  const money = agreements.flatMap(joined => Object.entries(moneyCells(joined, area, here)))
  const cells: RowModel['cells'] = {
    area: value(area),
    area_name: value(names.area(area)),
    ...Object.fromEntries(money),
  }
  return { cells, records: recordsIn(cells) }
}

/** Of one agreement, in its currency. */
function moneyCells(joined: Joined, area: string, here: (column: string) => Condition): RowModel['cells'] {
  const { ledger, at } = joined
  const { id } = ledger.agreement
  const of = (column: string): Condition => ({ column, equals: `"${id}"`, value: id })
  const spent = spentOf(ledger, posting => posting.area === area)
  return {
    [`budget_${at}`]: formula(
      reportedSum('bud_Budget', [here('bud_Area'), of('bud_Agreement')]),
      moneyOf(budgetSums(joined, area), ledger.agreement.data.currency),
    ),
    [`spent_${at}`]: formula(reportedSum('fin_Spent', [here('fin_Area'), of('fin_Agreement'), countedSpending]), spent),
  }
}

function totalRow({ agreements }: Consolidated): RowModel {
  const money = agreements.flatMap((joined): readonly (readonly [string, CellModel])[] => {
    const { ledger, at } = joined
    const budget = moneyOf(budgetSums(joined), ledger.agreement.data.currency)
    return [
      [`budget_${at}`, formula(total(`budget_${at}`), budget)],
      [
        `spent_${at}`,
        formula(
          total(`spent_${at}`),
          spentOf(ledger, () => true),
        ),
      ],
    ]
  })
  const cells: RowModel['cells'] = { area_name: words(`${key}.total`), ...Object.fromEntries(money) }
  return { cells, records: recordsIn(cells) }
}
