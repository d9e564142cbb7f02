/** This period beside the same a year before, in the same programme: areas, then indicators, those that ended among them. */
import type { Figure } from '../../model/figure.ts'
import type { Indicator } from '../../model/record/agreement.ts'
import { type CellModel, type ChartModel, type ChartsModel, formula } from '../../model/workbook.ts'
import { shown, textOr, value, words } from '../cells.ts'
import type { Own } from '../column.ts'
import { changeOf, figure, figureIn } from '../figures.ts'
import { among, here } from '../measures.ts'
import { isSame, type NumberStyle, numberStyle } from '../number-style.ts'
import { indicators } from '../registers/indicators.ts'
import { measuredBefore, summary } from '../registers/summary.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'
import { unitCell } from '../unit.ts'
import { excess } from '../within-row.ts'
import { areasOfBoth, hasSameCurrency, isCompared } from '../year-before.ts'

const measures = ['activities', 'people_reached', 'expenditure'] as const
type Measured = (typeof measures)[number]

/** Of two years; one that ended has no present, a new one no past. */
interface TwoYears {
  readonly now?: Indicator
  readonly past?: Indicator
}

interface Row {
  readonly area: string
  readonly style: NumberStyle | 'money'
  readonly of: Measured | TwoYears
}

function rowsOf(report: Report): readonly Row[] {
  const compared = comparedIn(report)
  return areasOfBoth(report).flatMap(area => [
    ...measures.map((of): Row => ({ area, of, style: of === 'expenditure' ? 'money' : 'count' })),
    ...compared.filter(of => shownOf(of)?.area === area).map((of): Row => ({ area, of, style: styleOf(of, report) })),
  ])
}

function comparedIn({ ledger, before }: Report): readonly TwoYears[] {
  const now = ledger.agreement.data.indicators
  const past = before?.ledger.agreement.data.indicators ?? []
  const ended = past.filter(each => !now.some(indicator => isSame(indicator, each)))
  return [
    ...now.map(indicator => {
      const same = past.find(each => isSame(indicator, each))
      return { now: indicator, ...(same && { past: same }) }
    }),
    ...ended.map(each => ({ past: each })),
  ]
}

const shownOf = ({ now, past }: TwoYears): Indicator | undefined => now ?? past

function styleOf({ now, past }: TwoYears, { ledger, before }: Report): NumberStyle {
  if (now) return numberStyle(now, ledger)
  return past && before ? numberStyle(past, before.ledger) : 'count'
}

function unitOf({ of, area }: Row, report: Report) {
  const indicator = typeof of === 'object' ? shownOf(of) : undefined
  // A percentage changes by points, and the number of its change says so here.
  if (indicator?.unit === 'percent') return words('report.comparison.points')
  if (indicator) return unitCell(indicator, report)
  return of === 'expenditure' ? report.ledger.agreement.data.currency : report.names.shortArea(area)
}

function previous({ of, style }: Row, report: Report, own: Own<'area'>): CellModel {
  return shown(typeof of === 'object' ? actualBefore(of, report) : measuredBefore(of, report, own), style)
}

function actualBefore({ past }: TwoYears, { before }: Report): Figure {
  const opened = before && indicators.open(before)
  const row = opened?.rows.find(({ indicator }) => indicator === past)
  return opened && row ? figureIn(opened.cell(row, 'actual')) : figure(null, 'as-reported')
}

function current({ of, style }: Row, report: Report, own: Own<'area' | 'code'>): CellModel {
  if (typeof of === 'object' && !of.now) return value(null, style)
  const measure =
    typeof of === 'object'
      ? among(indicators, { code: here('code') }).sum('actual')
      : among(summary, { area: here('area') }).sum(of)
  return { ...measure(undefined, report, own), style }
}

/** A percentage changes by points, which stand in the column before: a percentage of it would mislead. */
function share({ of }: Row, own: Own<'previous' | 'current'>): CellModel {
  if (typeof of === 'object' && shownOf(of)?.unit === 'percent') return value(null)
  const expression = 'IF(OR(N([@previous])=0,[@current]=""),"",[@current]/[@previous]-1)'
  return formula(expression, changeOf(figureIn(own('previous')), figureIn(own('current'))))
}

/** One unit a chart, over the summary, where the areas stand one under the other. Nothing where there is no year before. */
function chartsOf(report: Report): ChartsModel {
  const drawn = (chart: Compared): ChartModel => ({
    chart,
    type: 'bar',
    categories: summary.nameOf('area_name'),
    series: seriesOf[chart].map(name => summary.nameOf(name)),
  })
  const compared: readonly Compared[] = hasSameCurrency(report) ? ['people_reached', 'expenditure'] : ['people_reached']
  return { block: 'charts', charts: report.before ? compared.map(drawn) : [] }
}

const seriesOf = {
  people_reached: ['people_previous', 'people_reached'],
  expenditure: ['expenditure_previous', 'expenditure'],
} as const
type Compared = keyof typeof seriesOf

export const comparison = table({
  sheet: 'comparison',
  prefix: 'cmp',
  rows: rowsOf,
  isThere: isCompared,
  // The first row of an area sets it off from the one before.
  strong: ({ of }) => of === 'activities',
  columns: column => ({
    area: column('code', ({ area }) => area),
    code: column('code', ({ of }) => (typeof of === 'object' ? shownOf(of)?.code : null)),
    measure: column('text', ({ of }, { names }) =>
      typeof of === 'object' ? textOr(names.text(shownOf(of)?.name)) : words(`report.comparison.measures.${of}`),
    ),
    unit: column('text', unitOf),
    previous: column('count', previous),
    current: column('count', current),
    change: column('count', (row, report, own: Own<'previous' | 'current'>) => ({
      ...excess('current', 'previous')(row, report, own),
      style: row.style,
    })),
    change_percent: column('percent', (row, _, own: Own<'previous' | 'current'>) => share(row, own)),
  }),
  below: report => ['note', chartsOf(report)],
})
