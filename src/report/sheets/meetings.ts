/** The meeting register: who met when about what, and how many commitments came of it. */
import { listed, textOr, words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { isDoneBy } from '../commitment-standing.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

export const meetings = register({
  sheet: 'meetings',
  prefix: 'mtg',
  rows: ({ ledger }: Report) => ledger.meetings,
  record: ({ id }) => id,
  at: (_, column) => (column === 'participants' ? '/participants' : '/commitments'),
  columns: column => ({
    id: column('code', ({ id }) => id),
    date: column('date', ({ data }) => data.date),
    end: column('date', ({ data }) => data.end_date),
    title: column('text', ({ data }, { names }) => textOr(names.text(data.title))),
    kind: column('text', ({ data }) => words(`report.meeting_kinds.${data.kind}`), {
      choices: namesOf('meeting_kinds'),
    }),
    host: column('text', ({ data }, { names }) => names.shortOrganization(data.host)),
    partners: column('text', ({ data }, { names }) => listed(data.partners.map(names.shortOrganization))),
    place: column('text', ({ data }, { names }) => data.place && names.place(data.place), {
      choices: namesOf('places'),
    }),
    areas: column('text', ({ data }, { names }) => listed((data.areas ?? []).map(names.area), '; ')),
    participants: column('count', ({ data }) => data.participants?.length),
    topics: column('text', ({ data }, { names }) => {
      const topics = (data.topics?.items ?? []).map(item => names.text(item.text))
      const said = topics.flatMap(topic => topic ?? [])
      return said.length < topics.length ? words('report.no_text') : listed(said, '; ')
    }),
    commitments: column('count', ({ data }) => data.commitments?.length),
    commitments_done: column(
      'count',
      ({ data }, { ledger }) =>
        data.commitments?.filter(each => isDoneBy(each, ledger.agreement.data.data_cutoff)).length,
    ),
  }),
})
