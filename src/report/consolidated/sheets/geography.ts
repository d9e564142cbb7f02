/** Where it happened over all partners: every region by every area, each activity once, and the money where it can be added. */
import { among, here } from '../../measures.ts'
import { regionAreaColumns, regionColumns, regionRows } from '../../registers/region-columns.ts'
import { table } from '../../table.ts'
import { byRegion } from '../registers/regions.ts'
import { spending, spentIn } from '../registers/spending.ts'
import { areasOver, type Consolidated } from '../year.ts'

export const geography = table({
  sheet: 'consolidated.geography',
  prefix: 'geo',
  rows: (report: Consolidated) => regionRows(report),
  columns: (column, report) => ({
    ...regionColumns(byRegion, 'consolidated.geography'),
    ...(report.common !== null && {
      expenditure: column(
        'money',
        among(spending, { region_code: here('region_code'), counted: 1 }).sum(spentIn(report)),
        { total: 'sum' },
      ),
    }),
    ...regionAreaColumns(byRegion, 'consolidated.geography', { areas: areasOver(report), names: report.names }),
  }),
  below: ['note', 'money_note'],
})
