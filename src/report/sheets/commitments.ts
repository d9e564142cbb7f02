/** What was promised at meetings, by whom, until when, and whether it was done by the data cut-off. */
import type { Commitment } from '../../model/record/meeting.ts'
import { listed, textOr, words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

export const commitments = register({
  sheet: 'commitments',
  prefix: 'com',
  rows: ({ ledger }: Report) =>
    ledger.meetings.flatMap(meeting => (meeting.data.commitments ?? []).map(promise => ({ meeting, promise }))),
  record: ({ meeting }) => meeting.id,
  records: ({ ledger }) => ledger.meetings.length,
  columns: column => ({
    meeting: column('code', ({ meeting }) => meeting.id),
    date: column('date', ({ meeting }) => meeting.data.date),
    what: column('text', ({ promise }, { names }) => textOr(names.text(promise.what))),
    who: column('text', ({ promise }, { names }) => listed(promise.who.map(names.shortOrganization))),
    by: column('date', ({ promise }) => promise.by),
    status: column(
      'text',
      ({ promise }, { ledger }) =>
        words(`report.commitments.statuses.${standing(promise, ledger.agreement.data.data_cutoff)}`),
      { choices: namesOf('commitments') },
    ),
    done_on: column('date', ({ promise }) => promise.done_on),
    comment: column('text', ({ promise }, { names }) => promise.comment && textOr(names.text(promise.comment))),
  }),
})

/** The day itself is still in time. */
export function standing({ status, by }: Commitment, cutoff: string): Commitment['status'] | 'overdue' {
  return status === 'open' && by !== undefined && by < cutoff ? 'overdue' : status
}
