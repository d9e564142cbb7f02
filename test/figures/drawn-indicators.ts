/** Random indicators: rules, units, targets by year and by quarter with revisions, and successors under other codes. */
import type { Kind } from './agreements.ts'
import type { Draw } from './drawn.ts'
import type { Indicator, Targets } from './reference/records.ts'
import type { Window } from './reference/time.ts'

const rules = ['sum', 'max', 'average'] as const

export function indicatorsOf(draw: Draw, windows: readonly Window[], kind: Kind): readonly Indicator[] {
  return draw.times(1, 3, index => {
    const unit = draw.pick(['people', 'people', 'items', 'events', 'percent'])
    const indicator = {
      code: `I-${index + 1}`,
      level: 'output',
      area: draw.pick(['epr', 'first-aid']),
      name: 'An indicator',
      unit,
      roll_up: ruleOf(draw, unit, kind),
      ...draw.maybe(40, () => ({ life_target: numberOf(draw, unit) })),
      ...draw.maybe(30, () => ({ deviation: 'It rained.' })),
    }
    const more = kind === 'any' && {
      ...draw.maybe(20, () => ({ direction: 'falling' })),
      ...(unit === 'percent' && draw.maybe(25, () => ({ may_exceed_100: true }))),
    }
    return { ...indicator, ...more, ...targetsOf(draw, unit, windows, kind) }
  })
}

function ruleOf(draw: Draw, unit: string, kind: Kind): Indicator['roll_up'] {
  // Different activities and stale places, which the first release joined otherwise.
  if (kind === 'calendar') return { periods: draw.pick(rules), places: 'sum' }
  const months = draw.maybe(40, () => ({ months: draw.pick([...rules, 'latest'] as const) }))
  if (unit === 'percent') return { ...months, periods: draw.pick(['average', 'average', 'latest']), places: 'average' }
  return { ...months, periods: draw.pick([...rules, 'latest', 'sum']), places: draw.pick([...rules, 'sum']) }
}

export function numberOf(draw: Draw, unit: string): number {
  return unit === 'percent' ? draw.int(0, 100) : draw.int(0, 400)
}

function yearTargets(draw: Draw, unit: string): Targets {
  const quarters = draw.chance(50)
  return {
    ...draw.maybe(90, () => ({ total: numberOf(draw, unit) })),
    ...(quarters && draw.maybe(85, () => ({ q1: numberOf(draw, unit) }))),
    ...(quarters && draw.maybe(85, () => ({ q2: numberOf(draw, unit) }))),
    ...(quarters && draw.maybe(85, () => ({ q3: numberOf(draw, unit) }))),
    ...(quarters && draw.maybe(85, () => ({ q4: numberOf(draw, unit) }))),
  }
}

type AllTargets = Pick<Indicator, 'target' | 'target_by_year' | 'target_revisions'>

function targetsOf(draw: Draw, unit: string, windows: readonly Window[], kind: Kind): AllTargets {
  if (!draw.chance(75)) return {}
  const isByYear = kind === 'any' && (windows.length > 1 ? draw.chance(80) : draw.chance(10))
  const agreed = isByYear
    ? { target_by_year: Object.fromEntries(windows.map(({ year }) => [year, yearTargets(draw, unit)])) }
    : { target: yearTargets(draw, unit) }
  const [first, last] = [windows[0], windows.at(-1)]
  if (kind === 'calendar' || !draw.chance(30) || !first || !last) return agreed
  const days = [...new Set(draw.times(1, 2, () => draw.day(first.span.first, last.span.last)))].toSorted()
  const revisions = days.map(date => ({
    date,
    ...((windows.length > 1 || draw.chance(50)) && { year: isByYear ? draw.pick(windows).year : first.year }),
    ...yearTargets(draw, unit),
    // It changes something.
    q1: numberOf(draw, unit),
    reason: 'Agreed anew',
  }))
  return { ...agreed, target_revisions: revisions }
}

/** Of the next agreement of the programme: the same, sometimes under another code, which mostly says what it replaces. */
export function successorsOf(
  draw: Draw,
  before: readonly Indicator[],
  windows: readonly Window[],
  kind: Kind,
): readonly Indicator[] {
  return before.map(old => {
    const { target: _, target_by_year: __, target_revisions: ___, replaces: ____, ...same } = old
    const targets = targetsOf(draw, old.unit, windows, kind)
    if (kind === 'calendar' || !draw.chance(30)) return { ...same, ...targets }
    return { ...same, ...targets, code: `N${old.code}`, ...draw.maybe(75, () => ({ replaces: old.code })) }
  })
}
