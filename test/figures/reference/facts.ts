/**
 * What happened under an agreement, fact by fact: people reached, money spent, results; each with its day.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - A fact outside its agreement is outside whatever the cut-off: no later cut-off would bring it in.
 * - People belong to an activity, not to an agreement: those reached under another agreement of the activity are simply
 *   not this one's, and only those under none are outside.
 * - People and results of a cancelled activity count nowhere, so they are no facts; its money is.
 * - A target is not a fact, since nothing happened: it has a day, which says to which period it belongs, and no cut-off.
 */
import { totalOf } from './people.ts'
import type { Activity, Agreement, Funding, People, Result, Spending, Workspace } from './records.ts'
import { type Dated, dayOf, doOverlap, firstMonthOf, isWithin, type Span, type Window, windowsOf } from './time.ts'

/** An agreement with its time. */
export interface Scope {
  readonly workspace: Workspace
  readonly id: string
  readonly agreement: Agreement
  readonly life: Span
  readonly firstMonth: number
  readonly windows: readonly Window[]
}

export function scopeOf(workspace: Workspace, id: string): Scope {
  const agreement = workspace.agreements[id]
  if (!agreement) throw new Error(`no agreement ${id}`)
  return {
    workspace,
    id,
    agreement,
    life: { first: agreement.start, last: agreement.end },
    firstMonth: firstMonthOf(workspace.society, agreement),
    windows: windowsOf(workspace.society, agreement),
  }
}

export interface Named {
  readonly id: string
  readonly activity: Activity
}

export function agreementsOf(activity: Activity): readonly string[] {
  const ids: string[] = []
  for (const { agreement } of activity.funding ?? []) ids.push(agreement)
  for (const { agreement } of activity.results ?? []) if (agreement !== undefined) ids.push(agreement)
  return [...new Set(ids)]
}

/** By their first day, then by id. */
export function activitiesUnder({ workspace, id }: Scope): readonly Named[] {
  const found: Named[] = []
  for (const [name, activity] of Object.entries(workspace.activities)) {
    if (agreementsOf(activity).includes(id)) found.push({ id: name, activity })
  }
  return found.toSorted((a, b) => (a.activity.start + a.id < b.activity.start + b.id ? -1 : 1))
}

export interface PeopleFact {
  readonly day: string
  readonly people: People
  readonly written: Dated
}

/** By period where it is given so: then the whole beside it is their sum and no fact of its own. */
export function peopleFacts(people: People | undefined, activity: Activity): readonly PeopleFact[] {
  if (people === undefined) return []
  if (people.by_period === undefined) return [{ day: activity.end, people, written: {} }]
  return people.by_period.map(part => {
    const written = { period: part.period }
    return { day: dayOf(written, activity), people: part, written }
  })
}

export interface SpendingFact {
  readonly activity: string
  readonly day: string
  readonly funding: Funding
  readonly spending: Spending
}

export function spendingFacts(scope: Scope, { id, activity }: Named): readonly SpendingFact[] {
  const found: SpendingFact[] = []
  for (const funding of activity.funding ?? []) {
    if (funding.agreement !== scope.id) continue
    for (const spending of funding.spent ?? []) {
      found.push({ activity: id, day: dayOf(spending, activity), funding, spending })
    }
  }
  return found
}

export interface ResultFact {
  readonly activity: string
  readonly day: string
  readonly result: Result
}

/** One that names no agreement belongs to the one among those that paid which has such an indicator. */
export function resultFacts(scope: Scope, { id, activity }: Named): readonly ResultFact[] {
  const found: ResultFact[] = []
  for (const result of activity.results ?? []) {
    const paid = (activity.funding ?? []).some(({ agreement }) => agreement === scope.id)
    const has = scope.agreement.indicators.some(({ code }) => code === result.indicator)
    const isOurs = result.agreement === undefined ? paid && has : result.agreement === scope.id
    if (isOurs) found.push({ activity: id, day: dayOf(result, activity), result })
  }
  return found
}

export type Standing = 'counted' | 'outside' | 'after-cutoff' | 'elsewhere'

export interface Fact {
  readonly of: 'people' | 'money' | 'result'
  readonly day: string
  readonly standing: Standing
  readonly written: Dated
}

export function standingOf({ agreement, life }: Scope, day: string): Standing {
  if (!isWithin(day, life)) return 'outside'
  return day > agreement.data_cutoff ? 'after-cutoff' : 'counted'
}

function standingOfPeople(scope: Scope, activity: Activity, day: string): Standing {
  const standing = standingOf(scope, day)
  if (standing !== 'outside') return standing
  const isInAnother = agreementsOf(activity).some(id => {
    const other = scope.workspace.agreements[id]
    return other !== undefined && isWithin(day, { first: other.start, last: other.end })
  })
  return isInAnother ? 'elsewhere' : 'outside'
}

export function factsOf(scope: Scope, named: Named): readonly Fact[] {
  const { activity } = named
  const facts: Fact[] = []
  for (const { day, spending } of spendingFacts(scope, named)) {
    facts.push({ of: 'money', day, standing: standingOf(scope, day), written: spending })
  }
  if (activity.cancelled !== undefined) return facts
  for (const { day, people, written } of peopleFacts(activity.reached, activity)) {
    if (totalOf(people) === null) continue
    facts.push({ of: 'people', day, standing: standingOfPeople(scope, activity, day), written })
  }
  for (const { day, result } of resultFacts(scope, named)) {
    facts.push({ of: 'result', day, standing: standingOf(scope, day), written: result })
  }
  return facts
}

/** Those that lie in the period of a report, wholly or in part, or of which a fact does. */
export function registerOf(scope: Scope, span: Span): readonly Named[] {
  return activitiesUnder(scope).filter(named => {
    const { start, end } = named.activity
    if (doOverlap({ first: start, last: end }, span)) return true
    return factsOf(scope, named).some(({ day, standing }) => standing === 'counted' && isWithin(day, span))
  })
}

/** It had begun by the cut-off and was not cancelled; only then is it in a figure. */
export function doesCount({ agreement }: Scope, activity: Activity): boolean {
  return activity.cancelled === undefined && activity.start <= agreement.data_cutoff
}
