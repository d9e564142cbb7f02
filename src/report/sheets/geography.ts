/** Where it happened: every region by every area, with rows for what is tied to none and for what is not divided. */
import { areasOf } from '../areas.ts'
import { noRegion, notDivided } from '../breakdown.ts'
import { numbered } from '../column.ts'
import { among, here } from '../measures.ts'
import { regionCode, regionName, regionsOf } from '../places.ts'
import { byRegion } from '../registers/regions.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'

const counted = { region_code: here('region_code'), counted: 1 } as const

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
  rows: (report: Report) =>
    [...regionsOf(report).map(({ id }) => id), noRegion, notDivided].map(region => ({ region })),
  columns: (column, report) => ({
    region_code: column('code', ({ region }) => regionCode(report, region)),
    region: column('text', ({ region }) => regionName(report, region)),
    activities: column('count', among(byRegion, counted).count()),
    ...numbered(areasOf(report), area => ({
      activities: column('count', among(byRegion, { ...counted, area }).count(), {
        header: { name: report.names.shortArea(area), words: 'activities_in' },
      }),
    })),
    ...numbered(areasOf(report), area => ({
      people: column('count', among(byRegion, { ...counted, area }).sum('people'), {
        header: { name: report.names.shortArea(area), words: 'people_in' },
        shows: 'heat',
      }),
    })),
  }),
  below: report => ['note', areasOf(report).map((area, index) => peopleOf(area, index + 1, report))],
})
