/** The indicator tracking table: one row an indicator, from its baseline over the quarters to the life of the programme. */
import type { Indicator } from '../../model/record/agreement.ts'
import { shown, textOr, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf, type Own } from '../column.ts'
import { asReported } from '../figures.ts'
import {
  actualCell,
  actualIn,
  earlierOf,
  type IndicatorRow,
  indicatorRow,
  lifeCell,
  type Quarter,
  styled,
} from '../indicator-actuals.ts'
import { acrossMonths } from '../months.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { type PeriodTarget, targetOf } from '../target.ts'
import { unitCell } from '../unit.ts'
import { excess, ratio } from '../within-row.ts'

interface Row extends IndicatorRow {
  readonly target: PeriodTarget
}

/** As the agreement says it of the indicator. */
const agreed = (of: (row: Row) => number | null | undefined) =>
  columnOf('count', (row: Row, { ledger: { agreement } }: Report) => {
    const at = `/indicators/${agreement.data.indicators.indexOf(row.indicator)}`
    return shown(asReported(of(row) ?? null, { kind: 'agreement', record: agreement.id, at }), row.style)
  })
const text = (of: (indicator: Indicator) => Indicator['verification']) =>
  columnOf('text', ({ indicator }: Row, { names }: Report) => {
    const written = of(indicator)
    return written && textOr(names.text(written))
  })
const rule = (across: 'places' | 'periods') =>
  columnOf('text', ({ indicator }: Row) => words(`report.rules.${indicator.roll_up[across]}`), {
    choices: namesOf('rules'),
  })
/** Absent where the report is not over that quarter. */
function ofQuarters<C>(report: Report, quarter: Quarter, make: (code: string) => C): C | undefined {
  const found = report.ledger.period.quarters.find(({ number: each }) => `q${each}` === quarter)
  return found && make(found.code)
}
const target = (report: Report, quarter: Quarter) =>
  ofQuarters(report, quarter, () => agreed(row => row.target[quarter]))
const actual = (report: Report, quarter: Quarter) =>
  ofQuarters(report, quarter, code =>
    columnOf('count', (row: Row, _: Report, own: Own<'code'>) =>
      styled(actualIn(code, row.indicator, report, own), row),
    ),
  )
const percent = (report: Report, quarter: Quarter) =>
  ofQuarters(report, quarter, () => columnOf('percent', ratio(`${quarter}_actual`, `${quarter}_target`)))

const isRevised = ({ ledger }: Report): boolean =>
  ledger.agreement.data.indicators.some(indicator => {
    const { total, original } = targetOf(indicator, ledger)
    return total !== original
  })

export const indicators = register({
  sheet: 'indicators',
  prefix: 'ind',
  rows: (report: Report) =>
    report.ledger.agreement.data.indicators.map(
      (indicator): Row => ({ ...indicatorRow(indicator, report), target: targetOf(indicator, report.ledger) }),
    ),
  explained: true,
  columns: (column, report) => ({
    code: column('code', ({ indicator }) => indicator.code),
    level: column('text', ({ indicator }) => words(`report.levels.${indicator.level}`), { choices: namesOf('levels') }),
    area: column('code', ({ indicator }) => indicator.area, { choices: codesOf('areas') }),
    name: column('text', ({ indicator }, { names }) => textOr(names.text(indicator.name))),
    definition: text(({ definition }) => definition),
    unit: column('text', ({ indicator }) => unitCell(indicator, report), { choices: namesOf('units') }),
    direction: column('text', ({ indicator }) => words(`report.directions.${indicator.direction ?? 'rising'}`)),
    baseline: agreed(({ indicator }) => indicator.baseline?.value),
    baseline_date: column('date', ({ indicator }) => indicator.baseline?.date),
    target_original: isRevised(report) ? agreed(row => row.target.original) : undefined,
    target: agreed(row => row.target.total),
    q1_target: target(report, 'q1'),
    q1_actual: actual(report, 'q1'),
    q1_percent: percent(report, 'q1'),
    q2_target: target(report, 'q2'),
    q2_actual: actual(report, 'q2'),
    q2_percent: percent(report, 'q2'),
    q3_target: target(report, 'q3'),
    q3_actual: actual(report, 'q3'),
    q3_percent: percent(report, 'q3'),
    q4_target: target(report, 'q4'),
    q4_actual: actual(report, 'q4'),
    q4_percent: percent(report, 'q4'),
    actual: column('count', actualCell),
    variance: column('count', (row, _, own: Own<'actual' | 'target'>) =>
      styled(excess('actual', 'target')(row, report, own), row),
    ),
    percent: column('percent', ratio('actual', 'target'), { shows: 'bar' }),
    life_target: agreed(({ indicator }) => indicator.life_target),
    earlier: columnOf('count', (row: Row) => shown(earlierOf(row), row.style)),
    life_actual: column('count', lifeCell),
    life_percent: column('percent', ratio('life_actual', 'life_target'), { shows: 'bar' }),
    across_months: report.ledger.agreement.data.indicators.some(({ roll_up }) => roll_up.months)
      ? columnOf('text', ({ indicator }: Row) => words(`report.rules.${acrossMonths(indicator)}`), {
          choices: namesOf('rules'),
        })
      : undefined,
    across_places: rule('places'),
    across_quarters: rule('periods'),
    unique_people: column(
      'text',
      ({ indicator: { unique_people: is } }) =>
        is === undefined ? null : words(`report.answers.${is ? 'yes' : 'no'}`),
      { choices: { keys: ['report.answers.yes', 'report.answers.no'] } },
    ),
    comment: text(({ deviation }) => deviation),
    verification: text(({ verification }) => verification),
    responsible: text(({ responsible }) => responsible),
    fdrs_code: column('code', ({ indicator }) => indicator.fdrs_code),
  }),
  // Units differ, so all are shown in percent of their targets.
  below: [[{ chart: 'percent', type: 'bar', categories: 'name', series: ['percent'], rows: () => true }]],
})
