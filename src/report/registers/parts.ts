/** The steps between results and indicators: what each activity, or each place, came to in a quarter. */
import { type FormulaModel, formula } from '../../model/workbook.ts'
import { noRegion } from '../breakdown.ts'
import { shown, textOr, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import type { Own } from '../column.ts'
import { figure, figureIn, joined, percentageOf } from '../figures.ts'
import { cellsJoined } from '../formulas.ts'
import { among, here, type Measure } from '../measures.ts'
import { acrossMonths, isLatest } from '../months.ts'
import { type NumberStyle, numberStyle } from '../number-style.ts'
import { isWeighted, type Part, partsOf } from '../parts.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { activityName } from './activity-columns.ts'
import { results } from './results.ts'

interface Row extends Part {
  readonly style: NumberStyle
  readonly weighted: boolean
}

const ofPart = {
  indicator: here('indicator'),
  activity: here('activity'),
  quarter: here('quarter'),
  counted: 1,
} as const
const its = among(results, ofPart)

/** Of what is carried over, there is no row of this quarter to add up. */
const carried = ({ results: [only] }: Row, what: 'value' | 'numerator' | 'denominator') =>
  figure(only?.[what] ?? null, 'latest', () => {
    const told = only?.[what] ?? null
    return only && told !== null ? [{ record: only.activity, at: only.pointer, value: told }] : []
  })

type Keys = 'indicator' | 'activity' | 'quarter'

const added = (what: 'numerator' | 'denominator') => (row: Row, report: Report, own: Own<Keys>) =>
  isLatest(row.indicator) ? shown(carried(row, what)) : its.sum(what)(row, report, own)

function shownValue(row: Row, report: Report, own: Own<Keys | 'numerator' | 'denominator'>) {
  const { indicator, weighted, style } = row
  if (weighted) return { ...percentage(row, report, own), style }
  if (isLatest(indicator)) return shown(carried(row, 'value'), style)
  return { ...joinedIn(row, report, own), style }
}

/** Where a place told several values in a quarter, of its months, these are joined before places are. */
function joinedIn({ indicator, results: told }: Row, report: Report, own: Own<Keys>): FormulaModel {
  const { places } = indicator.roll_up
  const months = acrossMonths(indicator)
  const byPlace = Map.groupBy(told, ({ place }) => place ?? noRegion)
  const isOneEach = byPlace.size === told.length
  if (months === 'latest' || isOneEach || (months === places && months !== 'average'))
    return its.joined('value', places)(undefined, report, own)
  const ofPlaces = [...byPlace.keys()].map(place =>
    among(results, { ...ofPart, place }).joined('value', months)(undefined, report, own),
  )
  const expression = cellsJoined(
    places,
    ofPlaces.map(each => each.expression),
  )
  return formula(
    expression,
    joined(
      ofPlaces.map(each => each.figure),
      places,
    ),
  )
}

const percentage: Measure<Report, 'numerator' | 'denominator'> = (_, __, own) => {
  const [part, whole] = [figureIn(own('numerator')), figureIn(own('denominator'))]
  const expression = 'IF(N([@denominator])=0,"",100*[@numerator]/[@denominator])'
  return formula(expression, percentageOf(part, whole))
}

export const parts = register({
  sheet: 'parts',
  prefix: 'par',
  rows: ({ ledger }: Report) =>
    ledger.agreement.data.indicators.flatMap(indicator => {
      const style = numberStyle(indicator, ledger)
      const all = partsOf(ledger, indicator)
      // Asked once a quarter: each answer is a look at all parts.
      const quarters = new Set(all.map(({ quarter }) => quarter))
      const weighted = new Map([...quarters].map(quarter => [quarter, isWeighted(indicator, ledger, quarter)]))
      return all.map((part): Row => ({ ...part, style, weighted: weighted.get(part.quarter) ?? false }))
    }),
  record: ({ activity }) => activity,
  records: ({ ledger }) => ledger.activities.length,
  columns: column => ({
    indicator: column('code', ({ indicator }) => indicator.code, { choices: codesOf('indicators') }),
    name: column('text', ({ indicator }, { names }) => textOr(names.text(indicator.name)), {
      choices: namesOf('indicators'),
    }),
    activity: column('code', ({ activity }) => activity),
    activity_name: activityName,
    region: column('text', ({ place }, { names }) =>
      place === null ? words('report.results.no_region') : names.place(place),
    ),
    quarter: column('code', ({ quarter }) => quarter, { choices: codesOf('quarters') }),
    numerator: column('count', added('numerator')),
    denominator: column('count', added('denominator')),
    value: column('count', shownValue),
    since: column('date', ({ since }) => since),
  }),
})
