/** Rules of the Movement's own systems (FDRS, GO) on what a report would say: doubtful figures, told before a donor asks. */
import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Indicator } from '../model/record/agreement.ts'
import type { Report } from './facts.ts'
import type { ReportedActivity } from './ledger.ts'
import { indicatorFigures } from './roll-up.ts'

type Checked = Pick<Report, 'dataset' | 'ledger' | 'earlier'>

export function checksOf(report: Checked): readonly Diagnostic[] {
  const { indicators } = report.ledger.agreement.data
  return [
    ...indicators.flatMap((indicator, index) => [
      ...deviations(report, indicator, index),
      ...aboveParent(report, indicator, index),
    ]),
    ...report.ledger.activities.flatMap(activity => [
      ...withoutActuals(report, activity),
      ...againstPopulation(report.dataset, activity),
    ]),
  ]
}

const defaultThreshold = 10

/** Once the year is over: until then a year's target cannot be missed. */
function deviations({ ledger, earlier }: Checked, indicator: Indicator, index: number): readonly Diagnostic[] {
  const { data } = ledger.agreement
  const { percent, year } = indicatorFigures(indicator, ledger, earlier)
  const threshold = data.deviation_threshold ?? defaultThreshold
  if (indicator.deviation !== undefined || percent.value === null || data.data_cutoff < data.end) return []
  const off = Math.round(percent.value * 1e6 - 1e6) / 1e4
  if (Math.abs(off) <= threshold) return []
  const reached = `${year.value} of ${indicator.target?.total}, ${Math.abs(Math.round(off * 10) / 10)} % ${off > 0 ? 'above' : 'below'} the target`
  const message = `${indicator.code} came to ${reached}, and no comment says why (threshold: ${threshold} %).`
  const hint = 'Add “deviation” to the indicator, or correct its results.'
  return [warningAt('report/deviation', spanOf(ledger.agreement, `/indicators/${index}/code`), message, hint)]
}

function aboveParent({ ledger, earlier }: Checked, indicator: Indicator, index: number): readonly Diagnostic[] {
  const parent = ledger.agreement.data.indicators.find(({ code }) => code === indicator.parent)
  if (!parent || parent.unit !== indicator.unit) return []
  const [own, whole] = [indicator, parent].map(each => indicatorFigures(each, ledger, earlier).year.value)
  if (own === null || own === undefined || whole === null || whole === undefined || own <= whole) return []
  const message = `${indicator.code} came to ${own}, more than the ${whole} of ${parent.code}, of which it is a part.`
  const hint = 'Correct the results of one of them, or take out “parent”.'
  return [warningAt('report/above-parent', spanOf(ledger.agreement, `/indicators/${index}/parent`), message, hint)]
}

/** GO: what is completed states what it reached and what it cost. */
function withoutActuals({ ledger }: Checked, { entry, status }: ReportedActivity): readonly Diagnostic[] {
  const { reached, not_reported, results, funding } = entry.data
  if (status !== 'completed' || not_reported !== undefined) return []
  const spent = (funding ?? []).some(share => (share.spent ?? []).length > 0)
  if (reached?.total !== undefined || (results ?? []).length > 0 || spent) return []
  const message = `“${entry.id}” ended on ${entry.data.end}, before the cut-off of “${ledger.agreement.id}”, and reports nothing.`
  const hint = 'Add “reached”, “results” or “spent”; where nobody could count, say why in “not_reported”.'
  return [warningAt('report/no-actuals', spanOf(entry, '/end'), message, hint)]
}

const largeShare = 0.3

/** FDRS: as many as live there cannot be right; 30 % of them seldom is. */
function againstPopulation(dataset: Dataset, { entry, counted }: ReportedActivity): readonly Diagnostic[] {
  const { reached, places = [] } = entry.data
  if (!counted || reached === undefined) return []
  const parts = Object.entries(reached.by_place ?? {}).map(
    ([place, people]) => ({ place, people, pointer: `/reached/by_place/${place}` }) as const,
  )
  const [only, ...others] = places
  const isOne = only !== undefined && others.length === 0 && parts.length === 0 && reached.total !== undefined
  const whole = isOne ? [{ place: only, people: reached.total ?? 0, pointer: '/reached/total' }] : []
  return [...parts, ...whole].flatMap(part => shareOf(dataset, entry, part))
}

function shareOf(
  dataset: Dataset,
  entry: Entry<'activity'>,
  { place, people, pointer }: { readonly place: string; readonly people: number; readonly pointer: string },
): readonly Diagnostic[] {
  const population = dataset.place.get(place)?.data.population?.value
  if (!population || people < population * largeShare) return []
  const at = spanOf(entry, pointer)
  const hint = 'Count each person once; correct the figure, or the population of the region.'
  if (people >= population) {
    const message = `${people} people reached in “${place}”, where ${population} live.`
    return [warningAt('report/population', at, message, hint)]
  }
  const message = `${people} people reached in “${place}” are ${Math.floor((people / population) * 100)} % of the ${population} who live there.`
  return [warningAt('report/large-share', at, message, hint)]
}
