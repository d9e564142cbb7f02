/** The meeting register: who met when about what, and how many commitments came of it. */
import type { Entry } from '../model/dataset.ts'
import { rowsOf } from '../model/rows.ts'
import type { RowModel, SheetModel } from '../model/workbook.ts'
import { columns, day, listed, register, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import { namesOf, withChoices } from './lists.ts'

const meetingColumns = withChoices(
  { kind: namesOf('meeting_kinds'), place: namesOf('places') },
  columns({
    id: 'code',
    date: 'date',
    end: 'date',
    title: 'text',
    kind: 'text',
    host: 'text',
    partners: 'text',
    place: 'text',
    areas: 'text',
    participants: 'count',
    topics: 'text',
    commitments: 'count',
    commitments_done: 'count',
  }),
)

export function meetingRegister(report: Report): SheetModel {
  return {
    sheet: 'meetings',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.meetings.title' },
      { block: 'paragraph', style: 'intro', key: 'report.meetings.intro' },
      register(
        { name: 'Meetings', prefix: 'mtg', columns: meetingColumns },
        rowsOf(report.ledger.meetings, meeting => meetingRow(report, meeting)),
      ),
    ],
  }
}

function meetingRow({ names }: Report, { id, data }: Entry<'meeting'>): RowModel {
  const topics = data.topics?.items.map(item => names.text(item.text)) ?? []
  return {
    records: [id],
    cells: {
      id: value(id),
      date: day(data.date),
      end: day(data.end_date),
      title: textOr(names.text(data.title)),
      kind: words(`report.meeting_kinds.${data.kind}`),
      host: value(names.shortOrganization(data.host)),
      partners: listed(data.partners.map(names.shortOrganization)),
      place: value(data.place && names.place(data.place)),
      areas: value((data.areas ?? []).map(names.area).join('; ') || null),
      participants: value(data.participants?.length),
      topics: topics.includes(undefined) ? words('report.no_text') : value(topics.join('; ') || null),
      commitments: value(data.commitments?.length),
      commitments_done: value(data.commitments?.filter(each => each.status === 'done').length),
    },
  }
}
