/** The rows behind the sheet of regions: what each activity reported of those it reached, region by region. */
import { type RegionShare, regionShares } from '../breakdown.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import { regionCode, regionName } from '../places.ts'
import type { Named, Report } from '../report.ts'
import { register } from '../table.ts'
import { activityName } from './activity-columns.ts'

export const shareColumns = {
  activity: columnOf('code', ({ activity }: Pick<RegionShare, 'activity'>) => activity),
  name: activityName,
  area: columnOf('code', ({ area }: Pick<RegionShare, 'area'>) => area, { choices: codesOf('areas') }),
  counted: columnOf('mark', ({ counted }: Pick<RegionShare, 'counted'>) => counted),
}

/** Of an activity, one region a row. */
export const placeColumns = {
  activity: shareColumns.activity,
  name: shareColumns.name,
  area: shareColumns.area,
  region_code: columnOf('code', ({ region }: RegionShare, report: Named) => regionCode(report, region), {
    choices: codesOf('shares'),
  }),
  region: columnOf('text', ({ region }: RegionShare, report: Named) => regionName(report, region), {
    choices: namesOf('shares'),
  }),
  people: columnOf('count', ({ people }: RegionShare) => people),
  counted: shareColumns.counted,
}

export const byRegion = register({
  sheet: 'by_region',
  prefix: 'reg',
  rows: ({ dataset, ledger }: Report) => regionShares(dataset, ledger),
  record: ({ activity }) => activity,
  at: (_, column) => (column === 'counted' ? undefined : '/reached'),
  records: ({ ledger }) => ledger.activities.length,
  columns: () => placeColumns,
})
