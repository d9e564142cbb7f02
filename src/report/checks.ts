/** Rules of the Movement's own systems (FDRS, GO) on what a report would say: doubtful figures, told before a donor asks. */
import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Indicator } from '../model/record/agreement.ts'
import { figureIn } from './figures.ts'
import type { ReportedActivity } from './ledger.ts'
import { indicators } from './registers/indicators.ts'
import type { Report } from './report.ts'

export function checksOf(report: Report): readonly Diagnostic[] {
  return [
    ...report.ledger.agreement.data.indicators.flatMap((indicator, index) => [
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
function deviations(report: Report, indicator: Indicator, index: number): readonly Diagnostic[] {
  const { agreement } = report.ledger
  const { data } = agreement
  const [year, ratio] = [numberOf(report, indicator, 'actual'), numberOf(report, indicator, 'percent')]
  const threshold = data.deviation_threshold ?? defaultThreshold
  if (indicator.deviation !== undefined || ratio === null || data.data_cutoff < data.end) return []
  const off = Math.round(ratio * 1e6 - 1e6) / 1e4
  if (Math.abs(off) <= threshold) return []
  const reached = `${year} of ${indicator.target?.total}, ${Math.abs(Math.round(off * 10) / 10)} % ${off > 0 ? 'above' : 'below'} the target`
  const message = `${indicator.code} came to ${reached}, and no comment says why (threshold: ${threshold} %).`
  const hint = 'Add “deviation” to the indicator, or correct its results.'
  return [warningAt('report/deviation', spanOf(agreement, `/indicators/${index}/code`), message, hint)]
}

/** As the table of indicators shows it. */
function numberOf(report: Report, indicator: Indicator, column: 'actual' | 'percent'): number | null {
  const { rows, cell } = indicators.open(report)
  const row = rows.find(each => each.indicator === indicator)
  return row ? figureIn(cell(row, column)).value : null
}

function aboveParent(report: Report, indicator: Indicator, index: number): readonly Diagnostic[] {
  const { agreement } = report.ledger
  const parent = agreement.data.indicators.find(({ code }) => code === indicator.parent)
  if (!parent || parent.unit !== indicator.unit) return []
  const [own, whole] = [numberOf(report, indicator, 'actual'), numberOf(report, parent, 'actual')]
  if (own === null || whole === null || own <= whole) return []
  const message = `${indicator.code} came to ${own}, more than the ${whole} of ${parent.code}, of which it is a part.`
  const hint = 'Correct the results of one of them, or take out “parent”.'
  return [warningAt('report/above-parent', spanOf(agreement, `/indicators/${index}/parent`), message, hint)]
}

/** GO: what is completed states what it reached and what it cost. */
function withoutActuals({ ledger }: Report, { entry, status }: ReportedActivity): readonly Diagnostic[] {
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
