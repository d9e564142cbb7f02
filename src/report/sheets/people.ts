/** People reached by sex, age and disability, area by area: as reported, with what is not divided, never rescaled. */
import { areasOf } from '../areas.ts'
import { ageShares } from '../breakdown.ts'
import { activities } from '../registers/activities.ts'
import { byAge } from '../registers/ages.ts'
import { type OfPeople, peopleColumns, peopleRows } from '../registers/people-columns.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'

const bySex = ['female', 'male', 'other', 'not_disaggregated'] as const
const agesOf = (id: string, { names }: Report) =>
  ({
    chart: 'age',
    about: names.area(id),
    type: 'stacked-bar',
    categories: 'age',
    series: bySex,
    rows: ({ area, part }: OfPeople) => area === id && part !== 'whole',
  }) as const

export const people = table({
  sheet: 'people',
  prefix: 'ppl',
  rows: (report: Report) => peopleRows(areasOf(report), ageShares(report.ledger)),
  strong: ({ part }) => part === 'whole',
  columns: () => peopleColumns(activities, byAge),
  below: report => [
    'note',
    [
      {
        chart: 'sex',
        type: 'stacked-bar',
        categories: 'area_name',
        series: bySex,
        rows: ({ part }) => part === 'whole',
      },
      ...areasOf(report).map(id => agesOf(id, report)),
    ],
  ],
})
