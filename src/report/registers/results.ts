/** The results behind the indicator table: one row a value as an activity reported it, indicator by indicator. */
import type { Indicator } from '../../model/record/agreement.ts'
import { textOr, value, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import type { Report } from '../report.ts'
import type { ReportedResult } from '../results.ts'
import { numberStyle, unitWords } from '../roll-up.ts'
import { register } from '../table.ts'
import { activityName } from './activity-columns.ts'

type Row = ReportedResult & Pick<Indicator, 'name' | 'unit' | 'unit_name'> & { readonly style: 'count' | 'decimal' }

export const results = register({
  sheet: 'results',
  prefix: 'res',
  rows: ({ ledger }: Report) =>
    ledger.agreement.data.indicators.flatMap(indicator => {
      const { name, unit, unit_name, code } = indicator
      const of = { name, unit, ...(unit_name !== undefined && { unit_name }), style: numberStyle(indicator, ledger) }
      return (ledger.resultsByIndicator.get(code) ?? []).map((result): Row => ({ ...of, ...result }))
    }),
  record: ({ activity }) => activity,
  records: ({ ledger }) => ledger.activities.length,
  columns: column => ({
    indicator: column('code', ({ indicator }) => indicator, { choices: codesOf('indicators') }),
    name: column('text', ({ name }, { names }) => textOr(names.text(name)), { choices: namesOf('indicators') }),
    activity: column('code', ({ activity }) => activity),
    activity_name: activityName,
    quarter: column('code', ({ quarter }) => quarter, { choices: codesOf('quarters') }),
    region: column('text', ({ place }, { names }) =>
      place === null ? words('report.results.no_region') : names.place(place),
    ),
    region_code: column('code', ({ place }, { dataset }) => place && dataset.place.get(place)?.data.pcode, {
      choices: codesOf('regions'),
    }),
    value: column('count', ({ value: number, style }) => value(number, style)),
    unit: column('text', (indicator, { names }) => unitWords(indicator, names), { choices: namesOf('units') }),
    counted: column('mark', ({ counted }) => (counted ? 1 : 0)),
  }),
})
