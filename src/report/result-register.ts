/** The results behind the indicator table: one row a value as an activity reported it. */
import type { Indicator } from '../model/record/agreement.ts'
import { rowsOf } from '../model/rows.ts'
import type { RowModel, SheetModel } from '../model/workbook.ts'
import type { StyleName } from '../model/workbook-sheet.ts'
import { columns, register, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import { codesOf, namesOf, withChoices } from './lists.ts'
import type { ReportedResult } from './results.ts'
import { isWhole } from './roll-up.ts'

const resultColumns = withChoices(
  {
    indicator: codesOf('indicators'),
    name: namesOf('indicators'),
    quarter: codesOf('quarters'),
    region_code: codesOf('regions'),
    unit: namesOf('units'),
  },
  columns({
    indicator: 'code',
    name: 'text',
    activity: 'code',
    activity_name: 'text',
    quarter: 'code',
    region: 'text',
    region_code: 'code',
    value: 'count',
    unit: 'text',
    counted: 'mark',
  }),
)

export function resultRegister(report: Report): SheetModel {
  const { indicators } = report.ledger.agreement.data
  const shown = indicators.flatMap(indicator => {
    const style: StyleName = isWhole(indicator, report.ledger) ? 'count' : 'decimal'
    const results = report.ledger.resultsByIndicator.get(indicator.code) ?? []
    const of = { ...indicator, style }
    return results.map(result => ({ of, result }))
  })
  return {
    sheet: 'results',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.results.title' },
      { block: 'paragraph', style: 'intro', key: 'report.results.intro' },
      register(
        { name: 'Results', prefix: 'res', columns: resultColumns, records: report.ledger.activities.length },
        rowsOf(shown, ({ of, result }) => resultRow(report, of, result)),
      ),
    ],
  }
}

type Shown = Pick<Indicator, 'name' | 'unit'> & { readonly style: StyleName }

function resultRow({ dataset, names }: Report, { name, unit, style }: Shown, result: ReportedResult): RowModel {
  const place = result.place === null ? undefined : dataset.place.get(result.place)
  return {
    records: [result.activity],
    cells: {
      indicator: value(result.indicator),
      name: textOr(names.text(name)),
      activity: value(result.activity),
      activity_name: textOr(names.text(dataset.activity.get(result.activity)?.data.name)),
      quarter: value(result.quarter),
      region: place ? value(names.place(place.id)) : words('report.results.no_region'),
      region_code: value(place?.data.pcode),
      value: value(result.value, style),
      unit: words(`report.units.${unit}`),
      counted: value(result.counted ? 1 : 0),
    },
  }
}
