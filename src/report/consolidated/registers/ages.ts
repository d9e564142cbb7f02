/** The rows behind the sheet of people over all partners: each activity once, by age and sex. */
import { ageShares } from '../../breakdown.ts'
import { ageColumns } from '../../registers/ages.ts'
import { register } from '../../table.ts'
import type { Consolidated } from '../year.ts'

const { activity, ...columns } = ageColumns

export const byAge = register({
  sheet: 'consolidated.by_age',
  prefix: 'age',
  rows: (report: Consolidated) => ageShares(report),
  record: share => share.activity,
  at: (_, column) => (column === 'counted' ? undefined : '/reached'),
  records: ({ activities }) => activities.length,
  columns: () => ({ ...columns, activity }),
})
