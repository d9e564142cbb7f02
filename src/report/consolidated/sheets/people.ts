/** People reached by sex, age and disability over all partners: each activity once, whoever paid for it. */
import { ageShares } from '../../breakdown.ts'
import { peopleColumns, peopleRows } from '../../registers/people-columns.ts'
import { table } from '../../table.ts'
import { activities } from '../registers/activities.ts'
import { byAge } from '../registers/ages.ts'
import { areasOver, type Consolidated } from '../year.ts'

export const people = table({
  sheet: 'consolidated.people',
  prefix: 'ppl',
  rows: (report: Consolidated) => peopleRows(areasOver(report), ageShares(report)),
  strong: ({ part }) => part === 'whole',
  columns: () => peopleColumns(activities, byAge),
  below: ['note'],
})
