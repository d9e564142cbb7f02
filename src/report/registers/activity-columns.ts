/** Columns of an activity that every register of activities has. */
import { textOr, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import type { ReportedActivity } from '../ledger.ts'
import type { Named } from '../report.ts'
import { ratio, remainder } from '../within-row.ts'

type Activity = ReportedActivity

export const activityColumns = {
  id: columnOf('code', ({ entry }: Activity) => entry.id),
  name: columnOf('text', ({ entry }: Activity, { names }: Named) => textOr(names.text(entry.data.name))),
  area: columnOf('code', ({ entry }: Activity) => entry.data.area, { choices: codesOf('areas') }),
  status: columnOf('text', ({ status }: Activity) => words(`report.status.${status}`), { choices: namesOf('status') }),
  counted: columnOf('mark', ({ counted }: Activity) => counted),
  start: columnOf('date', ({ entry }: Activity) => entry.data.start),
  end: columnOf('date', ({ entry }: Activity) => entry.data.end),
  people_target: columnOf('count', ({ target }: Activity) => target?.total),
  people_reached: columnOf('count', ({ reached }: Activity) => reached?.total),
  people_percent: columnOf('percent', ratio('people_reached', 'people_target')),
}

const reached = (what: 'female' | 'male' | 'other' | 'with_disability') =>
  columnOf('count', ({ reached: people }: Activity) => people?.[what])

/** Who they are that it reached, as far as it was reported. */
export const reachedColumns = {
  female: reached('female'),
  male: reached('male'),
  other: reached('other'),
  not_disaggregated: columnOf('count', remainder('people_reached', 'female', 'male', 'other')),
  with_disability: reached('with_disability'),
}

/** The name of an activity that a row belongs to. */
export const nameOfActivity = ({ activity }: { readonly activity: string }, { dataset, names }: Named) =>
  textOr(names.text(dataset.activity.get(activity)?.data.name))

export const activityName = columnOf('text', nameOfActivity)

/** Where an activity says what stands in a column of people. */
export const whereReached = (column: string): string | undefined =>
  column === 'people_target' ? '/target' : isOfReached.has(column) ? '/reached' : undefined

const isOfReached = new Set(['people_reached', 'female', 'male', 'other', 'with_disability'])
