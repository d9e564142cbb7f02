/**
 * Activities as rows of IFRC GO's bulk import of projects: its column names in its order, its words, in English in
 * every report, days as text. Saved as CSV, the table can be uploaded. Cancelled activities are not in it.
 *
 * Settled from the importer itself, `ProjectImportForm` in deployments/forms.py of github.com/IFRCGo/go-api at commit
 * fc46494: the names of the columns, a comma between fields, between regions and between tags, `Countrywide` for all
 * regions, days as dd/mm/yyyy. Its `int()` takes no separator of thousands and drops what it cannot read, so numbers
 * stand plain. Words are the labels of its choices (`VisibilityCharChoices` in api/models.py with capitals and all).
 * Regions are looked up by name among those that GO knows; the import says which it does not find.
 */

import { textIn } from '../../model/text.ts'
import type { CellModel } from '../../model/workbook.ts'
import { listed, value } from '../cells.ts'
import { columnOf, type Of } from '../column.ts'
import { figureIn } from '../figures.ts'
import { isReportedUnder } from '../go-reporting.ts'
import type { ReportedActivity } from '../ledger.ts'
import { activities } from '../registers/activities.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

const sectors = {
  wash: 'WASH',
  pgi: 'PGI',
  cea: 'CEA',
  migration: 'Migration',
  'health-public': 'Health (public)',
  drr: 'DRR',
  shelter: 'Shelter',
  'ns-strengthening': 'NS Strengthening',
  education: 'Education',
  livelihoods: 'Livelihoods and basic needs',
} as const
const statuses = { planned: 'Planned', ongoing: 'Ongoing', completed: 'Completed', cancelled: null } as const
const operations = { programme: 'Programme', emergency: 'Emergency Operation' } as const
const programmes = { bilateral: 'Bilateral', multilateral: 'Multilateral', domestic: 'Domestic' } as const
const visibilities = { public: 'Public', movement: 'Membership', ifrc: 'IFRC Only', ns: 'IFRC_NS' } as const

type Activity = ReportedActivity
type Counts = 'total' | 'female' | 'male' | 'other'

const text = (name: string, of: Of<Report, Activity, never>) => columnOf('text', of, { header: { name } })
/** Without a separator of thousands. */
const number = (name: string, of: Of<Report, Activity, never>) => columnOf('plain', of, { header: { name } })
/** In every row. */
const always = (shown: string | null | undefined) => () => shown
const targeted = (name: string, what: Counts) => number(name, ({ target }) => target?.[what])
const reached = (name: string, what: Counts) => number(name, ({ reached: people }) => people?.[what])

export const goImport = register({
  sheet: 'go_import',
  prefix: 'goi',
  rows: ({ ledger, dataset }: Report) =>
    ledger.activities.filter(
      ({ counted, entry }) => counted !== 0 && isReportedUnder(entry.data, ledger.agreement, dataset),
    ),
  record: ({ entry }) => entry.id,
  columns: (_, report) => ({
    country: text('Country', always(countryIn(report))),
    regions: text('Regions', ({ entry }) => {
      const { place } = report.dataset
      const named = (entry.data.places ?? []).flatMap(id => inEnglish(report, place.get(id)?.data.name) ?? [])
      return listed(named) ?? 'Countrywide'
    }),
    reporting_ns: text('Reporting NS', always(inEnglish(report, report.dataset.society.data.name))),
    disaster_type: text('Disaster Type', always(null)),
    operation_type: text('Operation Type', ({ entry }) => operations[entry.data.operation_type ?? 'programme']),
    programme_type: text('Programme Type', ({ entry }, { dataset, ledger }) => {
      const partner = dataset.organization.get(ledger.agreement.data.partner)?.data
      return programmes[entry.data.programme_type ?? (partner?.type === 'ifrc' ? 'multilateral' : 'bilateral')]
    }),
    primary_sector: text('Primary Sector', ({ entry }, { dataset }) => {
      const sector = dataset.area.get(entry.data.area)?.data.go_sector
      return sector && sectors[sector]
    }),
    tags: text('Tags', ({ entry }) => listed((entry.data.secondary_sectors ?? []).map(each => sectors[each]))),
    status: text('Status', ({ status }) => statuses[status]),
    project_name: text('Project Name', ({ entry }) => inEnglish(report, entry.data.name)),
    start_date: text('Start Date', ({ entry }) => dayInGo(entry.data.start)),
    end_date: text('End Date', ({ entry }) => dayInGo(entry.data.end)),
    budget_chf: number(
      'Budget(CHF)',
      moneyWhile(status => status !== 'completed', 'planned'),
    ),
    targeted_males: targeted('Targeted Males', 'male'),
    targeted_females: targeted('Targeted Females', 'female'),
    targeted_others: targeted('Targeted Others', 'other'),
    targeted_total: targeted('Targeted Total', 'total'),
    reached_males: reached('Reached Males', 'male'),
    reached_females: reached('Reached Females', 'female'),
    reached_others: reached('Reached Others', 'other'),
    reached_total: reached('Reached Total', 'total'),
    visibility: text('Visibility', ({ entry }) => visibilities[entry.data.visibility ?? 'public']),
    actual_expenditure: number(
      'Actual Expenditure',
      moneyWhile(status => status === 'completed', 'expenditure'),
    ),
    contact_email: text('Contact Email', always(contactIn(report)?.email)),
    contact_name: text('Contact Name', always(inEnglish(report, contactIn(report)?.name))),
    contact_role: text('Contact Role', always(inEnglish(report, contactIn(report)?.role))),
    description: text('Description', ({ entry }) => inEnglish(report, entry.data.description)),
  }),
})

/** GO takes whole francs: a budget until a project is completed, then what it cost. */
function moneyWhile(isSo: (status: Activity['status']) => boolean, column: 'planned' | 'expenditure') {
  return (activity: Activity, report: Report): CellModel | null => {
    if (report.ledger.agreement.data.currency !== 'CHF' || !isSo(activity.status)) return null
    const amount = figureIn(activities.open(report).cell(activity, column)).value
    return value(amount === null ? null : Math.round(amount))
  }
}

function countryIn({ dataset }: Report): string | undefined {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(dataset.society.data.country)
}

function contactIn({ dataset }: Report) {
  const { report_contact, press_contact } = dataset.society.data
  return report_contact ?? press_contact
}

/** Where there is one: nothing is borrowed. */
function inEnglish({ dataset }: Report, written: Parameters<typeof textIn>[0]): string | undefined {
  return textIn(written, 'en', dataset.society.data.languages[0] ?? 'en')
}

const dayInGo = (iso: string): string => iso.split('-').toReversed().join('/')
