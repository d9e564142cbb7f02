/** What was promised at meetings, by whom, until when, and whether it was done by the data cut-off. */
import type { Entry } from '../model/dataset.ts'
import type { Commitment } from '../model/record/meeting.ts'
import { rowsOf } from '../model/rows.ts'
import type { RowModel, SheetModel } from '../model/workbook.ts'
import { columns, day, listed, register, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import { namesOf, withChoices } from './lists.ts'

const commitmentColumns = withChoices(
  { status: namesOf('commitments') },
  columns({
    meeting: 'code',
    date: 'date',
    what: 'text',
    who: 'text',
    by: 'date',
    status: 'text',
    done_on: 'date',
    comment: 'text',
  }),
)

export function commitmentSheet(report: Report): SheetModel {
  const made = report.ledger.meetings.flatMap(meeting =>
    (meeting.data.commitments ?? []).map(commitment => ({ meeting, commitment })),
  )
  const rows = rowsOf(made, ({ meeting, commitment }) => commitmentRow(report, meeting, commitment))
  return {
    sheet: 'commitments',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.commitments.title' },
      { block: 'paragraph', style: 'intro', key: 'report.commitments.intro' },
      register(
        { name: 'Commitments', prefix: 'com', columns: commitmentColumns, records: report.ledger.meetings.length },
        rows,
      ),
    ],
  }
}

function commitmentRow({ ledger, names }: Report, meeting: Entry<'meeting'>, commitment: Commitment): RowModel {
  const { what, who, by, done_on, comment } = commitment
  return {
    records: [meeting.id],
    cells: {
      meeting: value(meeting.id),
      date: day(meeting.data.date),
      what: textOr(names.text(what)),
      who: listed(who.map(names.shortOrganization)),
      by: day(by),
      status: words(`report.commitments.statuses.${standing(commitment, ledger.agreement.data.data_cutoff)}`),
      done_on: day(done_on),
      comment: comment === undefined ? value(null) : textOr(names.text(comment)),
    },
  }
}

/** The day itself is still in time. */
export function standing({ status, by }: Commitment, cutoff: string): Commitment['status'] | 'overdue' {
  return status === 'open' && by !== undefined && by < cutoff ? 'overdue' : status
}
