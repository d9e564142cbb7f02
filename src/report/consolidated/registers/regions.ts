/** The rows behind the sheet of regions over all partners: each activity once, region by region. */
import { regionShares } from '../../breakdown.ts'
import { placeColumns } from '../../registers/regions.ts'
import { register } from '../../table.ts'
import type { Consolidated } from '../year.ts'

const { activity, ...columns } = placeColumns

export const byRegion = register({
  sheet: 'consolidated.by_region',
  prefix: 'reg',
  rows: (report: Consolidated) => regionShares(report.dataset, report),
  record: share => share.activity,
  at: (_, column) => (column === 'counted' ? undefined : '/reached'),
  records: ({ activities }) => activities.length,
  columns: () => ({ ...columns, activity }),
})
