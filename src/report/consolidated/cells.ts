/** Cells that several sheets over all partners have, each with one rule: activities and shared ones, budget, expenditure, rate. */
import type { Figure } from '../../model/figure.ts'
import { formula, type RowModel } from '../../model/workbook.ts'
import { recordsOf } from '../cells.ts'
import { countOf, differenceOf, ratioOf } from '../figures.ts'
import {
  type Condition,
  countedActivities,
  countedSpending,
  countWhere,
  ratio,
  reportedSum,
  total,
} from '../formulas.ts'
import type { ReportedActivity } from '../ledger.ts'
import { type Consolidated, isShared } from './year.ts'

type Cells = RowModel['cells']

export function recordsIn(cells: Cells): readonly string[] {
  return recordsOf(Object.values(cells).flatMap(cell => (cell.kind === 'formula' ? [cell.figure] : [])))
}

export const idsOf = (activities: readonly ReportedActivity[]): readonly string[] =>
  activities.map(({ entry }) => entry.id)

/** Under two agreements or more. */
const sharedActivities: Condition = { column: 'act_Agreements', equals: '">=2"' }

export function activityFigures(report: Consolidated, activities: readonly ReportedActivity[]) {
  const counted = activities.filter(each => each.counted)
  const shared = counted.filter(each => isShared(report, each))
  return { activities: countOf(idsOf(counted), 'activities'), shared: countOf(idsOf(shared), 'activities') }
}

/** @param where which rows of the register they are */
export function activityCells(
  report: Consolidated,
  activities: readonly ReportedActivity[],
  where: readonly Condition[],
): Cells {
  const of = activityFigures(report, activities)
  const counted = [...where, countedActivities]
  return {
    activities: formula(countWhere(counted), of.activities),
    shared: formula(countWhere([...counted, sharedActivities]), of.shared),
  }
}

export interface Money {
  readonly budget: Figure
  readonly spent: Figure
}

/** What the columns are called on a sheet; some sheets leave out the last two. */
export interface MoneyColumns {
  readonly budget: string
  readonly spent: string
  readonly balance?: string
  readonly implementation?: string
}

/** In the currency of an agreement. */
export const ownMoney = {
  budget: 'budget',
  spent: 'expenditure',
  balance: 'balance',
  implementation: 'implementation',
}

interface Expressions {
  readonly budget: string
  readonly spent: string
}

/** Lines of the budget and counted sums of the ledger, in columns of the two registers. */
export function fromRegisters(
  names: Expressions,
  of: { readonly budget: readonly Condition[]; readonly spent: readonly Condition[] },
): Expressions {
  return {
    budget: reportedSum(names.budget, of.budget),
    spent: reportedSum(names.spent, [...of.spent, countedSpending]),
  }
}

/** What stands above the total. */
export function fromAbove({ budget, spent }: MoneyColumns): Expressions {
  return { budget: total(budget), spent: total(spent) }
}

export function moneyCells({ budget, spent }: Money, columns: MoneyColumns, from: Expressions): Cells {
  const [whole, part] = [`[@${columns.budget}]`, `[@${columns.spent}]`]
  return {
    [columns.budget]: formula(from.budget, budget),
    [columns.spent]: formula(from.spent, spent),
    ...(columns.balance && {
      [columns.balance]: formula(`IF(${whole}="","",${whole}-N(${part}))`, differenceOf(budget, spent)),
    }),
    ...(columns.implementation && { [columns.implementation]: formula(ratio(part, whole), ratioOf(spent, budget)) }),
  }
}
