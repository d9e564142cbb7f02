/** The activity register for machines: codes instead of words, days as days, and the tags of HXL 1.1 beneath the headers. */
import type { CellModel } from '../../model/workbook.ts'
import { listed, shown } from '../cells.ts'
import { codesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import { figureIn } from '../figures.ts'
import type { ReportedActivity } from '../ledger.ts'
import { activities } from '../registers/activities.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

/** The number that the activity register has. */
const registered = (name: 'planned' | 'expenditure', tag: string) =>
  columnOf(
    'plain',
    (activity: ReportedActivity, report: Report): CellModel => {
      return shown(figureIn(activities.open(report).cell(activity, name)))
    },
    { tag },
  )

const reached = (what: 'total' | 'female' | 'male' | 'other' | 'with_disability', tag: string) =>
  columnOf('plain', ({ reached: people }: ReportedActivity) => people?.[what], { tag })

const targeted = (what: 'total' | 'female' | 'male' | 'other', tag: string) =>
  columnOf('plain', ({ target }: ReportedActivity) => target?.[what], { tag })

/** Tags are unique on a sheet. */
export const machine = register({
  sheet: 'machine',
  prefix: 'hxl',
  rows: ({ ledger }: Report) => ledger.activities.filter(({ counted }) => counted !== 0),
  record: ({ entry }) => entry.id,
  at: (_, column) => (column.endsWith('_target') ? '/target' : '/reached'),
  columns: column => ({
    id: column('code', ({ entry }) => entry.id, { tag: '#meta+id' }),
    area: column('code', ({ entry }) => entry.data.area, { tag: '#subsector+code', choices: codesOf('areas') }),
    sector: column('code', ({ entry }, { dataset }) => dataset.area.get(entry.data.area)?.data.go_sector, {
      tag: '#sector+code',
    }),
    secondary_sectors: column('code', ({ entry }) => listed(entry.data.secondary_sectors ?? []), {
      tag: '#sector+secondary+code',
    }),
    name: column('text', ({ entry }, { names }) => names.text(entry.data.name), { tag: '#activity+name' }),
    type: column('code', ({ entry }) => entry.data.type, { tag: '#activity+type', choices: codesOf('types') }),
    status: column('code', ({ status }) => status, { tag: '#status', choices: codesOf('status') }),
    start: column('date', ({ entry }) => entry.data.start, { tag: '#date+start' }),
    end: column('date', ({ entry }) => entry.data.end, { tag: '#date+end' }),
    region_codes: column(
      'code',
      ({ entry }, { dataset }) =>
        listed((entry.data.places ?? []).flatMap(id => dataset.place.get(id)?.data.pcode ?? [])),
      { tag: '#adm1+code+v_pcodes' },
    ),
    regions: column('text', ({ entry }, { names }) => listed((entry.data.places ?? []).map(names.place)), {
      tag: '#adm1+name',
    }),
    reporting: column('code', (_, { dataset }) => dataset.society.data.fdrs_code ?? dataset.society.data.country, {
      tag: '#org+reporting+code',
    }),
    implementers: column(
      'text',
      ({ entry }, { names }) => listed((entry.data.implementers ?? ['society']).map(names.shortOrganization)),
      { tag: '#org+impl' },
    ),
    funder: column('text', (_, { names, ledger }) => names.shortOrganization(ledger.agreement.data.partner), {
      tag: '#org+funding',
    }),
    people_target: targeted('total', '#targeted+total'),
    female_target: targeted('female', '#targeted+f'),
    male_target: targeted('male', '#targeted+m'),
    other_target: targeted('other', '#targeted+other'),
    people_reached: reached('total', '#reached+total'),
    female: reached('female', '#reached+f'),
    male: reached('male', '#reached+m'),
    other: reached('other', '#reached+other'),
    with_disability: reached('with_disability', '#reached+disabled'),
    planned: registered('planned', '#value+budget'),
    expenditure: registered('expenditure', '#value+expenditure'),
    currency: column('code', (_, { ledger }) => ledger.agreement.data.currency, {
      tag: '#currency+code',
      choices: codesOf('currencies'),
    }),
  }),
})
