/**
 * Indicators of all agreements side by side. Nothing is added over agreements: two of them may count the same people and
 * the same events, and no rule of one agreement says how its values join those of another.
 */
import type { Indicator } from '../../../model/record/agreement.ts'
import { shown, textOr, words } from '../../cells.ts'
import { numbered } from '../../column.ts'
import { figure, figureIn } from '../../figures.ts'
import { acrossMonths } from '../../months.ts'
import { numberStyle } from '../../number-style.ts'
import { indicators as ofAgreement } from '../../registers/indicators.ts'
import type { Report } from '../../report.ts'
import { register } from '../../table.ts'
import { unitCell } from '../../unit.ts'
import { ratio } from '../../within-row.ts'
import { type Consolidated, type Joined, labelOf } from '../year.ts'

interface Row {
  readonly indicator: Indicator
  /** Of each agreement that has it. */
  readonly own: ReadonlyMap<Joined, Indicator>
}

/** One row where agreements mean the same: the code, the words, the unit and how its values are joined. */
const meaningOf = ({ code, unit, name, direction = 'rising', roll_up }: Indicator): string =>
  JSON.stringify([code, unit, name, direction, acrossMonths({ roll_up }), roll_up.periods, roll_up.places])

function rowsOf({ agreements }: Consolidated): readonly Row[] {
  const all = agreements.flatMap(joined =>
    joined.ledger.agreement.data.indicators.map(indicator => ({ joined, indicator })),
  )
  const rows = [...Map.groupBy(all, ({ indicator }) => meaningOf(indicator)).values()]
  return rows
    .flatMap(same => {
      const [first] = same
      return first
        ? [{ indicator: first.indicator, own: new Map(same.map(each => [each.joined, each.indicator])) }]
        : []
    })
    .toSorted((a, b) => (a.indicator.code < b.indicator.code ? -1 : a.indicator.code > b.indicator.code ? 1 : 0))
}

const reports = new WeakMap<Joined, Report>()

/** The report of one agreement, whose figures these are. */
function reportOf(joined: Joined, { dataset, language, names }: Consolidated): Report {
  const report = reports.get(joined) ?? { dataset, language, names, ledger: joined.ledger, earlier: [] }
  reports.set(joined, report)
  return report
}

function cellOf(what: 'target' | 'actual', { own }: Row, joined: Joined, report: Consolidated) {
  const indicator = own.get(joined)
  if (!indicator) return null
  const opened = ofAgreement.open(reportOf(joined, report))
  const row = opened.rows.find(each => each.indicator === indicator)
  return row ? shown(figureIn(opened.cell(row, what)), numberStyle(indicator, joined.ledger)) : null
}

export const indicators = register({
  sheet: 'consolidated.indicators',
  prefix: 'ind',
  isThere: report => rowsOf(report).length > 0,
  rows: rowsOf,
  columns: (column, report) => ({
    name: column('text', ({ indicator }, { names }) => textOr(names.text(indicator.name))),
    code: column('code', ({ indicator }) => indicator.code),
    level: column('text', ({ indicator }) => words(`report.levels.${indicator.level}`)),
    area_name: column('text', ({ indicator }, { names }) => names.area(indicator.area)),
    unit: column('text', ({ indicator }) => unitCell(indicator, report)),
    agreements: column('count', ({ own }) => {
      const agreements = [...own.keys()].map(({ ledger }) => ledger.agreement.id)
      return shown(figure(own.size, 'count', () => agreements.map(record => ({ kind: 'agreement', record, value: 1 }))))
    }),
    ...numbered(report.agreements, joined => {
      const header = (of: string) => ({ header: { name: labelOf(report, joined), words: of } })
      return {
        target: column('count', row => cellOf('target', row, joined, report), header('target')),
        actual: column('count', row => cellOf('actual', row, joined, report), header('actual')),
        percent: column('percent', ratio(`actual_${joined.at}`, `target_${joined.at}`), header('percent')),
      }
    }),
  }),
  below: ['note'],
})
