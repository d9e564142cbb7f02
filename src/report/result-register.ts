/** The results behind the indicator table: one row a value as an activity reported it. */
import type { Indicator } from '../model/record/agreement.ts'
import type { RowModel, SheetModel } from '../model/workbook.ts'
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
  const rows = indicators.flatMap(indicator =>
    report.ledger.results
      .filter(each => each.indicator === indicator.code)
      .map(result => resultRow(report, indicator, result)),
  )
  return {
    sheet: 'results',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.results.title' },
      { block: 'paragraph', style: 'intro', key: 'report.results.intro' },
      register({ name: 'Results', prefix: 'res', columns: resultColumns }, rows),
    ],
  }
}

function resultRow({ dataset, ledger, names }: Report, indicator: Indicator, result: ReportedResult): RowModel {
  const place = result.place === null ? undefined : dataset.place.get(result.place)
  return {
    records: [result.activity],
    cells: {
      indicator: value(result.indicator),
      name: textOr(names.text(indicator.name)),
      activity: value(result.activity),
      activity_name: textOr(names.text(dataset.activity.get(result.activity)?.data.name)),
      quarter: value(result.quarter),
      region: place ? value(names.place(place.id)) : words('report.results.no_region'),
      region_code: value(place?.data.pcode),
      value: value(result.value, isWhole(indicator, ledger) ? 'count' : 'decimal'),
      unit: words(`report.units.${indicator.unit}`),
      counted: value(result.counted ? 1 : 0),
    },
  }
}
