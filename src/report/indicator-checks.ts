/** Indicators that a donor would ask about. */

import { fieldOfEntry } from '../model/beside.ts'
import { spanOf } from '../model/dataset.ts'
import { besides, type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Indicator } from '../model/record/agreement.ts'
import { said, type Value } from '../model/said.ts'
import { figureIn } from './figures.ts'
import { isLatest } from './months.ts'
import { hasWeight } from './parts.ts'
import { indicators } from './registers/indicators.ts'
import type { Report } from './report.ts'

/** Percent, where an agreement states none. */
export const defaultThreshold = 10

export function indicatorChecks(report: Report): readonly Diagnostic[] {
  return report.ledger.agreement.data.indicators.flatMap((indicator, index) => [
    ...deviations(report, indicator, index),
    ...aboveParent(report, indicator, index),
    ...unweighted(report, indicator, index),
    ...latestWithoutPlace(report, indicator, index),
  ])
}

/** Once the period is over: until then its target cannot be missed. */
function deviations(report: Report, indicator: Indicator, index: number): readonly Diagnostic[] {
  const { agreement, period } = report.ledger
  const { data } = agreement
  const [actual, target] = [numberOf(report, indicator, 'actual'), numberOf(report, indicator, 'target')]
  const threshold = data.deviation_threshold ?? defaultThreshold
  if (indicator.deviation !== undefined || !target || data.data_cutoff < period.last) return []
  const at = spanOf(agreement, `/indicators/${index}/code`)
  const hint = said('Add “deviation” to the indicator, or correct its results.')
  if (actual === null) {
    const message = said('{code} has a target of {target}{when} and no result at all, and no comment says why.', {
      code: indicator.code,
      target,
      when: ofPeriod(report),
    })
    return [warningAt('report/deviation', at, message, hint)]
  }
  const off = Math.round((actual / target) * 1e6 - 1e6) / 1e4
  if (Math.abs(off) <= threshold) return []
  const percent = Math.abs(Math.round(off * 10) / 10)
  const values = { code: indicator.code, actual, target, when: ofPeriod(report), percent, threshold }
  const message =
    off > 0
      ? said(
          '{code} came to {actual} of {target}{when}, {percent} % above the target, and no comment says why (threshold: {threshold} %).',
          values,
        )
      : said(
          '{code} came to {actual} of {target}{when}, {percent} % below the target, and no comment says why (threshold: {threshold} %).',
          values,
        )
  return [warningAt('report/deviation', at, message, hint)]
}

/** Said where an agreement has several reports. */
const ofPeriod = ({ ledger: { period, years } }: Report): Value =>
  years.length > 1 || period.kind !== 'year'
    ? said(' in {first} to {last}', { first: period.first, last: period.last })
    : ''

/** As the table of indicators shows it. */
function numberOf(report: Report, indicator: Indicator, column: 'actual' | 'target'): number | null {
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
  const message = said('{code} came to {own}, more than the {whole} of {code2}, of which it is a part.', {
    code: indicator.code,
    own,
    whole,
    code2: parent.code,
  })
  const hint = said('Correct the results of one of them, or take out “parent”.')
  const told = warningAt('report/above-parent', spanOf(agreement, `/indicators/${index}/parent`), message, hint)
  const at = agreement.data.indicators.indexOf(parent)
  return [besides(told, ...fieldOfEntry(agreement, `/indicators/${at}/code`, parent.code))]
}

/** An average of percentages is right only where all are of as many. */
function unweighted({ ledger }: Report, indicator: Indicator, index: number): readonly Diagnostic[] {
  const counted = (ledger.resultsByIndicator.get(indicator.code) ?? []).filter(each => each.counted)
  if (indicator.unit !== 'percent' || counted.length < 2 || counted.every(hasWeight)) return []
  const message = said(
    '{code} is a percentage of several results, and not all say of how many they are: their average counts a small group as much as a large one.',
    { code: indicator.code },
  )
  const hint = said('Give “numerator” and “denominator” in each result: { numerator: 12, denominator: 15 }.')
  return [warningAt('report/unweighted', spanOf(ledger.agreement, `/indicators/${index}/code`), message, hint)]
}

/** Where several tell of one state without its place, nobody can know that it is one. */
function latestWithoutPlace({ ledger }: Report, indicator: Indicator, index: number): readonly Diagnostic[] {
  const counted = (ledger.resultsByIndicator.get(indicator.code) ?? []).filter(each => each.counted)
  const activities = [...new Set(counted.map(({ activity }) => activity))]
  if (!isLatest(indicator) || activities.length < 2 || counted.every(({ place }) => place !== null)) return []
  const rule = indicator.roll_up.places
  const message = said(
    '{code} takes the latest value, {count} activities give one, and not all say of which place: each without a place is taken for a place of its own, and the places are joined ({rule}).',
    { code: indicator.code, count: activities.length, rule },
  )
  const hint = said('Give the “place” of each result; a state of the whole country is told by one activity.')
  return [
    warningAt('report/latest-without-place', spanOf(ledger.agreement, `/indicators/${index}/code`), message, hint),
  ]
}
