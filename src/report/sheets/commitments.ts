/** What was promised at meetings, by whom, until when, and whether it was done by the data cut-off. */
import { listed, textOr, words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { isDoneBy, standing } from '../commitment-standing.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

const cutoffOf = ({ ledger }: Report): string => ledger.agreement.data.data_cutoff

export const commitments = register({
  sheet: 'commitments',
  prefix: 'com',
  rows: ({ ledger }: Report) =>
    ledger.meetings.flatMap(meeting => (meeting.data.commitments ?? []).map(promise => ({ meeting, promise }))),
  record: ({ meeting }) => meeting.id,
  records: ({ ledger }) => ledger.meetings.length,
  columns: (column, report) => ({
    meeting: column('code', ({ meeting }) => meeting.id),
    date: column('date', ({ meeting }) => meeting.data.date),
    what: column('text', ({ promise }, { names }) => textOr(names.text(promise.what))),
    who: column('text', ({ promise }, { names }) => listed(promise.who.map(names.shortOrganization))),
    by: column('date', ({ promise }) => promise.by),
    status: column(
      'text',
      ({ promise }) => words(`report.commitments.statuses.${standing(promise, cutoffOf(report))}`),
      {
        choices: namesOf('commitments'),
      },
    ),
    done_on: column('date', ({ promise }) => (isDoneBy(promise, cutoffOf(report)) ? promise.done_on : null)),
    comment: column('text', ({ promise }, { names }) => promise.comment && textOr(names.text(promise.comment))),
  }),
})
