/** This year beside the year before it in the same programme: areas, then indicators of the same code and unit. */
import type { Indicator } from '../../model/record/agreement.ts'
import { type CellModel, formula } from '../../model/workbook.ts'
import { textOr, value, words } from '../cells.ts'
import type { Own } from '../column.ts'
import { figure, figureIn } from '../figures.ts'
import { among, here } from '../measures.ts'
import { indicators } from '../registers/indicators.ts'
import { measuredBefore, summary } from '../registers/summary.ts'
import type { Report } from '../report.ts'
import { isSame, numberStyle, unitWords } from '../roll-up.ts'
import { table } from '../table.ts'
import { excess } from '../within-row.ts'
import { areasOfBoth, yearBefore } from '../year-before.ts'

const measures = ['activities', 'people_reached', 'expenditure'] as const
type Measured = (typeof measures)[number]

interface Row {
  readonly area: string
  readonly style: 'count' | 'decimal' | 'money'
  readonly of: Measured | Indicator
}

function rowsOf(report: Report): readonly Row[] {
  const { ledger } = report
  return areasOfBoth(report).flatMap(area => [
    ...measures.map((of): Row => ({ area, of, style: of === 'expenditure' ? 'money' : 'count' })),
    ...ledger.agreement.data.indicators
      .filter(indicator => indicator.area === area)
      .map((of): Row => ({ area, of, style: numberStyle(of, ledger) })),
  ])
}

function unitOf({ of, area }: Row, { ledger, names }: Report) {
  if (typeof of === 'object') return unitWords(of, names)
  return of === 'expenditure' ? ledger.agreement.data.currency : names.shortArea(area)
}

function previous({ of, style }: Row, report: Report, own: Own<'area'>): CellModel {
  const before = typeof of === 'object' ? actualBefore(of, report) : measuredBefore(of, report, own).value
  return value(before, style)
}

function actualBefore(indicator: Indicator, report: Report): number | null {
  const before = yearBefore(report)
  const opened = before && indicators.open(before)
  const row = opened?.rows.find(each => isSame(each.indicator, indicator))
  return opened && row ? figureIn(opened.cell(row, 'actual')).value : null
}

function current({ of, style }: Row, report: Report, own: Own<'area' | 'code'>): CellModel {
  const measure =
    typeof of === 'object'
      ? among(indicators, { code: here('code') }).sum('actual')
      : among(summary, { area: here('area') }).sum(of)
  return { ...measure(undefined, report, own), style }
}

function share(own: Own<'previous' | 'current'>): CellModel {
  const [before, now] = [figureIn(own('previous')), figureIn(own('current'))]
  const change = before.value && now.value !== null ? now.value / before.value - 1 : null
  const expression = 'IF(OR(N([@previous])=0,[@current]=""),"",[@current]/[@previous]-1)'
  return formula(expression, figure(change, 'ratio', now.from))
}

export const comparison = table({
  sheet: 'comparison',
  prefix: 'cmp',
  rows: rowsOf,
  // The first row of an area sets it off from the one before.
  strong: ({ of }) => of === 'activities',
  columns: column => ({
    area: column('code', ({ area }) => area),
    code: column('code', ({ of }) => (typeof of === 'object' ? of.code : null)),
    measure: column('text', ({ of }, { names }) =>
      typeof of === 'object' ? textOr(names.text(of.name)) : words(`report.comparison.measures.${of}`),
    ),
    unit: column('text', unitOf),
    previous: column('count', previous),
    current: column('count', current),
    change: column('count', (row, report, own: Own<'previous' | 'current'>) => ({
      ...excess('current', 'previous')(row, report, own),
      style: row.style,
    })),
    change_percent: column('percent', (_, __, own: Own<'previous' | 'current'>) => share(own)),
  }),
  below: ['note'],
})
