/**
 * Where it happened: every region by every area, and what was spent there. Rows of their own are for what is tied to
 * none and for what is not divided, so that the money comes to that of the summary.
 */
import { areasOf } from '../areas.ts'
import { among, here } from '../measures.ts'
import { regionAreaColumns, regionColumns, regionRows } from '../registers/region-columns.ts'
import { byRegion } from '../registers/regions.ts'
import { spending } from '../registers/spending.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'

/** Areas have charts of their own: bars of several end to end would add people who may be the same. */
const peopleOf = (area: string, at: number, { names }: Report) =>
  ({
    chart: 'people',
    about: names.area(area),
    type: 'bar',
    categories: 'region',
    series: [`people_${at}`],
    rows: () => true,
  }) as const

export const geography = table({
  sheet: 'geography',
  prefix: 'geo',
  rows: (report: Report) => regionRows(report),
  columns: (column, report) => ({
    ...regionColumns(byRegion, 'geography'),
    expenditure: column('money', among(spending, { region_code: here('region_code'), counted: 1 }).sum('spent'), {
      total: 'sum',
    }),
    ...regionAreaColumns(byRegion, 'geography', { areas: areasOf(report), names: report.names }),
  }),
  below: report => ['note', 'money_note', areasOf(report).map((area, index) => peopleOf(area, index + 1, report))],
})
