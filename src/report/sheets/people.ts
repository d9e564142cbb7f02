/** People reached by sex, age and disability, area by area: as reported, with what is not divided, never rescaled. */
import { areasOf } from '../areas.ts'
import { ageShares } from '../breakdown.ts'
import { activities } from '../registers/activities.ts'
import { byAge } from '../registers/ages.ts'
import { peopleColumns, peopleRows } from '../registers/people-columns.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'

export const people = table({
  sheet: 'people',
  prefix: 'ppl',
  rows: (report: Report) => peopleRows(areasOf(report), ageShares(report.ledger)),
  strong: ({ part }) => part === 'whole',
  columns: () => peopleColumns(activities, byAge),
  below: ['note'],
})
