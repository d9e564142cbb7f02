/** In words, area by area: deviations, challenges, lessons, plans. */
import type { Text } from '../model/text.ts'
import type { SheetModel } from '../model/workbook.ts'
import { columns, register, textOr, value } from './cells.ts'
import type { Report } from './facts.ts'
import { codesOf, namesOf, withChoices } from './lists.ts'

const narrativeColumns = withChoices(
  { area: codesOf('areas'), area_name: namesOf('areas') },
  columns({
    area: 'code',
    area_name: 'text',
    deviations: 'text',
    challenges: 'text',
    lessons: 'text',
    plans: 'text',
  }),
)

export function narrativeSheet({ ledger, names }: Report): SheetModel {
  const text = (written: Text | undefined) => (written === undefined ? value(null) : textOr(names.text(written)))
  const rows = (ledger.agreement.data.narrative ?? []).map(({ area, deviations, challenges, lessons, plans }) => ({
    records: [ledger.agreement.id],
    cells: {
      area: value(area),
      area_name: value(names.area(area)),
      deviations: text(deviations),
      challenges: text(challenges),
      lessons: text(lessons),
      plans: text(plans),
    },
  }))
  return {
    sheet: 'narrative',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.narrative.title' },
      { block: 'paragraph', style: 'intro', key: 'report.narrative.intro' },
      register({ name: 'Narrative', prefix: 'nar', columns: narrativeColumns }, rows),
    ],
  }
}
