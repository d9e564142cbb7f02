/**
 * The register of activities of a report: people and money of its period, activity by activity.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - An activity that has not begun by the cut-off is in the register with its plan, and in no figure but the number of
 *   those left out. One that was cancelled is in no figure of people.
 * - What was planned, in people and in money, is of its last day: of an activity over two years it stands in one report.
 *   Where the activity goes on after the agreement, that is the last report: a plan is not dropped.
 * - Its status is as of the cut-off, whichever period the report is on.
 */
import { doesCount, type Named, peopleFacts, registerOf, type Scope } from './facts.ts'
import { addedMoney, plannedFor, postingsOf } from './money.ts'
import { added, leftOver, ofSex, type Sex, totalOf } from './people.ts'
import type { People } from './records.ts'
import { earlierOf, isWithin, laterOf, type ReportPeriod } from './time.ts'

export interface Row {
  readonly id: string
  readonly area: string
  readonly status: 'planned' | 'ongoing' | 'completed' | 'cancelled'
  readonly counted: boolean
  /** Reached in the period of the report, part by part. */
  readonly people: readonly People[]
  readonly target: number | null
  readonly reached: number | null
  readonly bySex: { readonly [sex in Sex]: number | null }
  readonly notDisaggregated: number | null
  readonly withDisability: number | null
  readonly planned: bigint | null
  readonly spent: bigint | null
  /** It is over and had a plan in money, and nothing says what it cost. */
  readonly isMoneyNotReported: boolean
}

export function rowsOf(scope: Scope, report: ReportPeriod): readonly Row[] {
  return registerOf(scope, report.span).map(named => rowOf(scope, named, report))
}

function statusOf({ agreement }: Scope, { activity }: Named): Row['status'] {
  if (activity.cancelled !== undefined) return 'cancelled'
  if (activity.start > agreement.data_cutoff) return 'planned'
  return activity.end > agreement.data_cutoff ? 'ongoing' : 'completed'
}

function rowOf(scope: Scope, named: Named, { span }: ReportPeriod): Row {
  const { id, activity } = named
  const cutoff = scope.agreement.data_cutoff
  const people: People[] = []
  for (const { day, people: part } of peopleFacts(activity.reached, activity)) {
    if (activity.cancelled === undefined && isWithin(day, span) && day <= cutoff) people.push(part)
  }
  const targets: (number | null)[] = []
  for (const { day, people: part } of peopleFacts(activity.target, activity)) {
    if (isWithin(plannedDay(scope, day), span)) targets.push(totalOf(part))
  }
  const spent: (bigint | null)[] = []
  for (const { day, minor } of postingsOf(scope, named)) if (isWithin(day, span) && day <= cutoff) spent.push(minor)
  const reached = added(people.map(totalOf))
  const bySex = {
    female: added(people.map(part => ofSex(part, 'female'))),
    male: added(people.map(part => ofSex(part, 'male'))),
    other: added(people.map(part => ofSex(part, 'other'))),
  }
  return {
    id,
    area: activity.area,
    status: statusOf(scope, named),
    counted: doesCount(scope, activity),
    people,
    target: added(targets),
    reached,
    bySex,
    notDisaggregated: leftOver(reached, Object.values(bySex)),
    withDisability: added(people.map(part => part.with_disability)),
    planned: isWithin(plannedDay(scope, activity.end), span) ? plannedFor(scope, named) : null,
    spent: addedMoney(spent),
    isMoneyNotReported: isMoneyNotReported(scope, named, { span }),
  }
}

function plannedDay({ life }: Scope, day: string): string {
  return earlierOf(laterOf(day, life.first), life.last)
}

/** It ended in the period and by the cut-off, with a planned sum, and until then nothing was spent. */
function isMoneyNotReported(scope: Scope, named: Named, { span }: Pick<ReportPeriod, 'span'>): boolean {
  const { activity } = named
  const until = earlierOf(scope.agreement.data_cutoff, span.last)
  const isOver = activity.cancelled === undefined && isWithin(activity.end, { first: span.first, last: until })
  const hasPlan = (activity.funding ?? []).some(each => each.agreement === scope.id && each.budget !== undefined)
  return isOver && hasPlan && postingsOf(scope, named).every(({ day }) => day > until)
}
