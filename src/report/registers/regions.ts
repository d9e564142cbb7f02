/** The rows behind the sheet of regions: what each activity reported of those it reached, region by region. */
import { type RegionShare, regionShares } from '../breakdown.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import { regionCode, regionName } from '../places.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { activityName } from './activity-columns.ts'

export const shareColumns = {
  activity: columnOf('code', ({ activity }: Pick<RegionShare, 'activity'>) => activity),
  name: activityName,
  area: columnOf('code', ({ area }: Pick<RegionShare, 'area'>) => area, { choices: codesOf('areas') }),
  counted: columnOf('mark', ({ counted }: Pick<RegionShare, 'counted'>) => counted),
}

export const byRegion = register({
  sheet: 'by_region',
  prefix: 'reg',
  rows: ({ dataset, ledger }: Report) => regionShares(dataset, ledger),
  record: ({ activity }) => activity,
  records: ({ ledger }) => ledger.activities.length,
  columns: column => ({
    activity: shareColumns.activity,
    name: shareColumns.name,
    area: shareColumns.area,
    region_code: column('code', ({ region }, report) => regionCode(report, region), { choices: codesOf('shares') }),
    region: column('text', ({ region }, report) => regionName(report, region), { choices: namesOf('shares') }),
    people: column('count', ({ people }) => people),
    counted: shareColumns.counted,
  }),
})
