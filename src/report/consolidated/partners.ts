/** The agreements side by side: activities, budget, expenditure and rate of implementation, each in its own currency. */
import type { RowModel, SheetModel } from '../../model/workbook.ts'
import { columns, day, value, withBars, words } from '../cells.ts'
import { moneyOf } from '../figures.ts'
import type { Condition } from '../formulas.ts'
import { spentOf } from '../summary.ts'
import { activityCells, fromAbove, fromRegisters, type Money, moneyCells, ownMoney, recordsIn } from './cells.ts'
import { budgetInCommon, budgetSums, type Consolidated, isConverted, type Joined, spentInCommon } from './year.ts'

const partnerColumns = withBars(
  ['implementation'],
  columns({
    agreement: 'code',
    partner: 'text',
    report: 'link',
    cutoff: 'date',
    activities: 'count',
    shared: 'count',
    currency: 'code',
    budget: 'money',
    expenditure: 'money',
    balance: 'money',
    implementation: 'percent',
  }),
)
const commonColumns = withBars(
  ['common_implementation'],
  columns({ common_budget: 'money', common_expenditure: 'money', common_implementation: 'percent' }),
)

export function partnerSheet(report: Consolidated): SheetModel {
  return {
    sheet: 'consolidated.partners',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.consolidated.partners.title' },
      { block: 'paragraph', style: 'intro', key: 'report.consolidated.partners.intro' },
      {
        block: 'table',
        name: 'Partners',
        prefix: 'par',
        filter: false,
        columns: [...partnerColumns, ...(isConverted(report) ? commonColumns : [])],
        rows: report.agreements.map(joined => partnerRow(report, joined)),
        total: totalRow(report),
      },
      { block: 'paragraph', style: 'note', key: 'report.consolidated.partners.note' },
    ],
  }
}

const commonMoney = {
  budget: 'common_budget',
  spent: 'common_expenditure',
  implementation: 'common_implementation',
}

function partnerRow(report: Consolidated, joined: Joined): RowModel {
  const { ledger, at } = joined
  const { id, data } = ledger.agreement
  const here = (column: string): Condition => ({ column, equals: '[@agreement]', value: id })
  const of = { budget: [here('bud_Agreement')], spent: [here('fin_Agreement')] }
  const own = fromRegisters({ budget: 'bud_Budget', spent: 'fin_Spent' }, of)
  const common = fromRegisters({ budget: 'bud_Common', spent: 'fin_Common' }, of)
  const file = `${id}.${report.language}.xlsx`
  const cells: RowModel['cells'] = {
    agreement: value(id),
    partner: value(report.names.organization(data.partner)),
    report: { kind: 'file-link', text: file, href: file },
    cutoff: day(data.data_cutoff),
    ...activityCells(report, ledger.activities, [{ column: `act_Under${at}`, equals: '1' }]),
    currency: value(data.currency),
    ...moneyCells({ budget: budgetOf(joined), spent: spentOf(ledger, () => true) }, ownMoney, own),
    ...(report.common !== null && moneyCells(inCommonOf([joined], report.common), commonMoney, common)),
  }
  return { cells, records: recordsIn(cells) }
}

export const budgetOf = (joined: Joined) => moneyOf(budgetSums(joined), joined.ledger.agreement.data.currency)

function inCommonOf(agreements: readonly Joined[], currency: string): Money {
  return { budget: budgetInCommon(agreements, currency), spent: spentInCommon(agreements, currency) }
}

/** Activities are not the sum of those above: each is counted once. Money only in one currency. */
function totalRow(report: Consolidated): RowModel {
  const { activities, agreements, common } = report
  const money = isConverted(report) ? commonMoney : ownMoney
  const cells: RowModel['cells'] = {
    partner: words('report.consolidated.partners.total'),
    ...activityCells(report, activities, []),
    ...(common !== null && !isConverted(report) && { currency: value(common) }),
    ...(common !== null && moneyCells(inCommonOf(agreements, common), money, fromAbove(money))),
  }
  return { cells, records: recordsIn(cells) }
}
