/**
 * Every figure of every report of a workspace, found the long way: plain loops over the records, exact numbers, nothing
 * kept and nothing shared with the product. Slow and obvious on purpose, so that it can be judged by reading.
 */
import { rowsOf } from './activities.ts'
import { peopleFigures } from './ages.ts'
import { areaFigures, type Figures } from './areas.ts'
import { budgetFigures } from './budget.ts'
import { coverFigures, fundsFigures } from './cover.ts'
import { diagnosticsOf, type Told } from './diagnostics.ts'
import { scopeOf } from './facts.ts'
import { indicatorFigures } from './indicators.ts'
import { shown } from './money.ts'
import type { Workspace } from './records.ts'
import { regionFigures } from './regions.ts'
import { type ReportPeriod, reportsOf } from './time.ts'

export type TableName = 'activities' | 'areas' | 'budget' | 'indicators' | 'people' | 'regions' | 'cover' | 'funds'

/** By the key of a row. */
export interface Table {
  readonly [row: string]: Figures
}

export interface ReportFigures {
  /** As the path of its workbook: `2022/icrc-2022`, `2022/icrc-2022.2022-23-q1`. */
  readonly name: string
  readonly tables: { readonly [table in TableName]: Table }
}

export interface Reference {
  readonly reports: readonly ReportFigures[]
  readonly diagnostics: readonly Told[]
}

export function reference(workspace: Workspace): Reference {
  const reports: ReportFigures[] = []
  for (const id of Object.keys(workspace.agreements)) {
    for (const period of reportsOf(workspace.society, scopeOf(workspace, id).agreement)) {
      const name = `${period.year}/${id}${period.period === '' ? '' : `.${period.period}`}`
      reports.push({ name, tables: tablesOf(workspace, id, period) })
    }
  }
  return { reports, diagnostics: diagnosticsOf(workspace) }
}

function tablesOf(workspace: Workspace, id: string, period: ReportPeriod): ReportFigures['tables'] {
  const scope = scopeOf(workspace, id)
  const rows = rowsOf(scope, period)
  const { currency, indicators } = scope.agreement
  const activities: { [id: string]: Figures } = {}
  for (const row of rows) {
    activities[row.id] = {
      status: row.status,
      counted: row.counted ? 1 : 0,
      planned: shown(row.planned, currency),
      expenditure: shown(row.spent, currency),
      // Of one that was cancelled nothing says what its row shows of people: they count nowhere.
      ...(row.status !== 'cancelled' && {
        people_target: row.target,
        people_reached: row.reached,
        people_percent: row.target && row.reached !== null ? row.reached / row.target : null,
        female: row.bySex.female,
        male: row.bySex.male,
        other: row.bySex.other,
        not_disaggregated: row.notDisaggregated,
        with_disability: row.withDisability,
      }),
    }
  }
  return {
    activities,
    areas: areaFigures(scope, period, rows),
    budget: budgetFigures(scope, period),
    indicators: Object.fromEntries(indicators.map(each => [each.code, indicatorFigures(scope, each, period)])),
    people: peopleFigures(rows),
    regions: regionFigures(scope, period),
    cover: { all: coverFigures(scope, period, rows) },
    funds: { all: fundsFigures(scope, period) },
  }
}
