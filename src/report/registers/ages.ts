/** The rows behind the sheet of people: what each activity reported of those it reached, by age and sex. */
import { type AgeShare, ageShares } from '../breakdown.ts'
import { words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { shareColumns } from './regions.ts'

const share = (what: 'people' | 'female' | 'male' | 'other') => columnOf('count', (row: AgeShare) => row[what])

/** Of an activity, one band a row. */
export const ageColumns = {
  activity: shareColumns.activity,
  name: shareColumns.name,
  area: shareColumns.area,
  age: columnOf('text', ({ age }: AgeShare) => words(`report.ages.${age}`), { choices: namesOf('ages') }),
  people: share('people'),
  female: share('female'),
  male: share('male'),
  other: share('other'),
  counted: shareColumns.counted,
}

export const byAge = register({
  sheet: 'by_age',
  prefix: 'age',
  rows: ({ ledger }: Report) => ageShares(ledger),
  record: ({ activity }) => activity,
  at: (_, column) => (column === 'counted' ? undefined : '/reached'),
  records: ({ ledger }) => ledger.activities.length,
  columns: () => ageColumns,
})
