/** The agreements side by side: activities, budget, expenditure and rate of implementation, each in its own currency. */
import { type CellModel, formula, type RowModel, type SheetModel } from '../../model/workbook.ts'
import { columns, day, recordsOf, value, withBars, words } from '../cells.ts'
import { countOf, differenceOf, moneyOf, ratioOf } from '../figures.ts'
import {
  type Condition,
  countedActivities,
  countedSpending,
  countWhere,
  ratio,
  reportedSum,
  total,
} from '../formulas.ts'
import { spentOf } from '../summary.ts'
import {
  budgetInCommon,
  budgetSums,
  type Consolidated,
  isConverted,
  isShared,
  type Joined,
  spentInCommon,
} from './year.ts'

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

function partnerRow(report: Consolidated, joined: Joined): RowModel {
  const { ledger, at } = joined
  const { id, data } = ledger.agreement
  const counted = ledger.activities.filter(each => each.counted)
  const activities = countOf(ids(counted), 'activities')
  const shared = countOf(ids(counted.filter(each => isShared(report, each))), 'activities')
  const budget = budgetOf(joined)
  const expenditure = spentOf(ledger, () => true)
  const under: Condition = { column: `act_Under${at}`, equals: '1' }
  const here = (column: string): Condition => ({ column, equals: '[@agreement]', value: id })
  const file = `${id}.${report.language}.xlsx`
  return {
    records: recordsOf([activities, budget, expenditure]),
    cells: {
      agreement: value(id),
      partner: value(report.names.organization(data.partner)),
      report: { kind: 'file-link', text: file, href: file },
      cutoff: day(data.data_cutoff),
      activities: formula(countWhere([under, countedActivities]), activities),
      shared: formula(countWhere([under, countedActivities, joint]), shared),
      currency: value(data.currency),
      budget: formula(reportedSum('bud_Budget', [here('bud_Agreement')]), budget),
      expenditure: formula(reportedSum('fin_Spent', [here('fin_Agreement'), countedSpending]), expenditure),
      balance: formula('IF([@budget]="","",[@budget]-N([@expenditure]))', differenceOf(budget, expenditure)),
      implementation: formula(ratio('[@expenditure]', '[@budget]'), ratioOf(expenditure, budget)),
      ...(report.common !== null && commonCells([joined], report.common, here)),
    },
  }
}

const joint: Condition = { column: 'act_Agreements', equals: '">=2"' }
const ids = (activities: Consolidated['activities']) => activities.map(({ entry }) => entry.id)

export const budgetOf = (joined: Joined) => moneyOf(budgetSums(joined), joined.ledger.agreement.data.currency)

function commonFigures(agreements: readonly Joined[], currency: string) {
  const budget = budgetInCommon(agreements, currency)
  const expenditure = spentInCommon(agreements, currency)
  return { budget, expenditure, implementation: ratioOf(expenditure, budget) }
}

function commonCells(agreements: readonly Joined[], currency: string, here: (column: string) => Condition) {
  const { budget, expenditure, implementation } = commonFigures(agreements, currency)
  return {
    common_budget: formula(reportedSum('bud_Common', [here('bud_Agreement')]), budget),
    common_expenditure: formula(reportedSum('fin_Common', [here('fin_Agreement'), countedSpending]), expenditure),
    common_implementation: formula(ratio('[@common_expenditure]', '[@common_budget]'), implementation),
  }
}

/** Activities are not the sum of those above: each is counted once. Money only in one currency. */
function totalRow(report: Consolidated): RowModel {
  const counted = report.activities.filter(each => each.counted)
  const activities = countOf(ids(counted), 'activities')
  const shared = countOf(ids(counted.filter(each => isShared(report, each))), 'activities')
  return {
    records: recordsOf([activities]),
    cells: {
      partner: words('report.consolidated.partners.total'),
      activities: formula(countWhere([countedActivities]), activities),
      shared: formula(countWhere([countedActivities, joint]), shared),
      ...(report.common !== null && moneyTotals(report, report.common)),
    },
  }
}

function moneyTotals(report: Consolidated, currency: string): { readonly [column: string]: CellModel } {
  const { budget, expenditure, implementation } = commonFigures(report.agreements, currency)
  if (isConverted(report)) {
    return {
      common_budget: formula(total('common_budget'), budget),
      common_expenditure: formula(total('common_expenditure'), expenditure),
      common_implementation: formula(ratio('[@common_expenditure]', '[@common_budget]'), implementation),
    }
  }
  return {
    currency: value(currency),
    budget: formula(total('budget'), budget),
    expenditure: formula(total('expenditure'), expenditure),
    balance: formula('[@budget]-N([@expenditure])', differenceOf(budget, expenditure)),
    implementation: formula(ratio('[@expenditure]', '[@budget]'), implementation),
  }
}
