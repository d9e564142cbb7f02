/** Doubtful figures, told before a donor asks: rules of the Movement's own systems (FDRS, GO), and what agreements ask for. */

import { fieldOfEntry } from '../model/beside.ts'
import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { besides, type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Activity } from '../model/record/activity.ts'
import { said } from '../model/said.ts'
import { headCountOf } from './head-count.ts'
import { indicatorChecks } from './indicator-checks.ts'
import type { ReportedActivity } from './ledger.ts'
import type { Report } from './report.ts'

/** Of one report, in whichever language. */
export function checksOf(report: Report): readonly Diagnostic[] {
  return [
    ...indicatorChecks(report),
    ...report.ledger.activities.flatMap(activity => [
      ...withoutActuals(report, activity),
      ...againstPopulation(report.dataset, activity),
    ]),
  ]
}

/** GO: what is completed states what it reached and what it cost. */
function withoutActuals({ ledger }: Report, { entry, status }: ReportedActivity): readonly Diagnostic[] {
  const { reached, not_reported, results, funding } = entry.data
  if (status !== 'completed' || not_reported !== undefined) return []
  const spent = (funding ?? []).some(share => (share.spent ?? []).length > 0)
  if (isCounted(reached) || (results ?? []).length > 0 || spent) return []
  const message = said('“{id}” ended on {end}, before the cut-off of “{id2}”, and reports nothing.', {
    id: entry.id,
    end: entry.data.end,
    id2: ledger.agreement.id,
  })
  const hint = said('Add “reached”, “results” or “spent”; where nobody could count, say why in “not_reported”.')
  const told = warningAt('report/no-actuals', spanOf(entry, '/end'), message, hint)
  return [besides(told, ...fieldOfEntry(ledger.agreement, '/data_cutoff', ledger.agreement.data.data_cutoff))]
}

/** In whichever period. */
const isCounted = (reached: Activity['reached']): boolean =>
  reached !== undefined && [reached, ...(reached.by_period ?? [])].some(part => headCountOf(part).total !== null)

const largeShare = 0.3

/** FDRS: as many as live there cannot be right; 30 % of them seldom is. */
function againstPopulation(dataset: Dataset, { entry, counted, reached }: ReportedActivity): readonly Diagnostic[] {
  const { places = [] } = entry.data
  if (counted !== 1 || reached === null) return []
  const parts = Object.entries(reached.by_place).map(
    ([place, people]) => ({ place, people, pointer: `/reached/by_place/${place}` }) as const,
  )
  const isOne = places.length === 1 && parts.length === 0
  const whole = isOne ? places.map(place => ({ place, people: reached.total ?? 0, pointer: '/reached/total' })) : []
  return [...parts, ...whole].flatMap(part => shareOf(dataset, entry, part))
}

function shareOf(
  dataset: Dataset,
  entry: Entry<'activity'>,
  { place, people, pointer }: { readonly place: string; readonly people: number; readonly pointer: string },
): readonly Diagnostic[] {
  const region = dataset.place.get(place)
  const population = region?.data.population?.value
  if (!region || !population || people < population * largeShare) return []
  const there = fieldOfEntry(region, '/population/value', population)
  const at = spanOf(entry, pointer)
  const hint = said('Count each person once; correct the figure, or the population of the region.')
  if (people >= population) {
    const message = said('{people} people reached in “{place}”, where {population} live.', {
      people,
      place,
      population,
    })
    return [besides(warningAt('report/population', at, message, hint), ...there)]
  }
  const message = said('{people} people reached in “{place}” are {floor} % of the {population} who live there.', {
    people,
    place,
    floor: Math.floor((people / population) * 100),
    population,
  })
  return [besides(warningAt('report/large-share', at, message, hint), ...there)]
}
