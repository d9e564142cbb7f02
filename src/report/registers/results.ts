/** The results behind the indicator table: one row a value as an activity reported it, indicator by indicator. */
import type { Indicator } from '../../model/record/agreement.ts'
import { noRegion } from '../breakdown.ts'
import { textOr, value, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { type NumberStyle, numberStyle } from '../number-style.ts'
import type { Report } from '../report.ts'
import type { ReportedResult } from '../results.ts'
import { register } from '../table.ts'
import { unitCell } from '../unit.ts'
import { nameOfActivity } from './activity-columns.ts'

interface Row {
  readonly indicator: Indicator
  readonly result: ReportedResult
  readonly style: NumberStyle
}

export const results = register({
  sheet: 'results',
  prefix: 'res',
  rows: ({ ledger }: Report) =>
    ledger.agreement.data.indicators.flatMap(indicator => {
      const style = numberStyle(indicator, ledger)
      return (ledger.resultsByIndicator.get(indicator.code) ?? []).map((result): Row => ({ indicator, result, style }))
    }),
  record: ({ result }) => result.activity,
  at: ({ result }) => result.pointer,
  records: ({ ledger }) => ledger.activities.length,
  columns: column => ({
    indicator: column('code', ({ indicator }) => indicator.code, { choices: codesOf('indicators') }),
    name: column('text', ({ indicator }, { names }) => textOr(names.text(indicator.name)), {
      choices: namesOf('indicators'),
    }),
    activity: column('code', ({ result }) => result.activity),
    activity_name: column('text', ({ result }, report) => nameOfActivity(result, report)),
    day: column('date', ({ result }) => result.day),
    quarter: column('code', ({ result }) => result.quarter, { choices: codesOf('quarters') }),
    region: column('text', ({ result: { place } }, { names }) =>
      place === null ? words('report.results.no_region') : names.place(place),
    ),
    region_code: column('code', ({ result: { place } }, { dataset }) => place && dataset.place.get(place)?.data.pcode, {
      choices: codesOf('regions'),
    }),
    // By which the places of an activity are told apart, also where a value is of none.
    place: column('code', ({ result: { place } }) => place ?? noRegion),
    numerator: column('count', ({ result }) => result.numerator),
    denominator: column('count', ({ result }) => result.denominator),
    value: column('count', ({ result, style }) => value(result.value, style)),
    unit: column('text', ({ indicator }, report) => unitCell(indicator, report), { choices: namesOf('units') }),
    counted: column('mark', ({ result }) => (result.counted ? 1 : 0)),
  }),
})
