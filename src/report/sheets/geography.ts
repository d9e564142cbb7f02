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
  below: ['note', 'money_note'],
})
