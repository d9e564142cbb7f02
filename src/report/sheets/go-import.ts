/**
 * Activities as rows of IFRC GO's bulk import of projects: its column names in its order, its words, in English in
 * every report, days as text. Saved as CSV, the table can be uploaded. Cancelled activities are not in it. A project in GO
 * is one and whole, so a row has its people and the partner's money of all its periods, whichever period the report has.
 *
 * Settled from the importer itself, `ProjectImportForm` in deployments/forms.py of github.com/IFRCGo/go-api at commit
 * fc46494: the names of the columns, a comma between fields, between regions and between tags, `Countrywide` for all
 * regions, days as dd/mm/yyyy. Its `int()` takes no separator of thousands and drops what it cannot read, so numbers
 * stand plain. Words are the labels of its choices (`model/go-words.ts`).
 * Regions are looked up by name among those that GO knows; the import says which it does not find.
 */

import { countryInGo } from '../../model/go-countries.ts'
import {
  goOperationWords,
  goProgrammeWords,
  goSectorWords,
  goTagWords,
  goVisibilityWords,
} from '../../model/go-words.ts'
import { textIn } from '../../model/text.ts'
import { listed } from '../cells.ts'
import { columnOf, type Of } from '../column.ts'
import { budgetInGo, expenditureInGo, peopleInGo } from '../go-project.ts'
import { isReportedUnder } from '../go-reporting.ts'
import { lastAsked } from '../last-asked.ts'
import type { ReportedActivity } from '../ledger.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

const statuses = { planned: 'Planned', ongoing: 'Ongoing', completed: 'Completed', cancelled: null } as const

type Activity = ReportedActivity
type Counts = 'total' | 'female' | 'male' | 'other'

const text = (name: string, of: Of<Report, Activity, never>) => columnOf('text', of, { header: { name } })
/** Without a separator of thousands. */
const number = (name: string, of: Of<Report, Activity, never>) => columnOf('plain', of, { header: { name } })
/** In every row. */
const always = (shown: string | null | undefined) => () => shown

/** Columns of people: of one activity they ask for the same count. */
function peopleOf({ ledger }: Report) {
  const { data_cutoff } = ledger.agreement.data
  const targeted = lastAsked(({ entry: { data } }: Activity) => peopleInGo(data.target, data))
  const reached = lastAsked(({ entry: { data } }: Activity) => peopleInGo(data.reached, data, data_cutoff))
  return {
    targeted: (name: string, what: Counts) => number(name, activity => targeted(activity)?.[what]),
    reached: (name: string, what: Counts) => number(name, activity => reached(activity)?.[what]),
  }
}

export const goImport = register({
  sheet: 'go_import',
  prefix: 'goi',
  rows: ({ ledger, dataset }: Report) =>
    ledger.activities.filter(
      ({ counted, entry }) => counted !== 0 && isReportedUnder(entry.data, ledger.agreement, dataset),
    ),
  record: ({ entry }) => entry.id,
  at: (_, column) =>
    column.startsWith('reached') ? '/reached' : column.startsWith('targeted') ? '/target' : '/funding',
  columns: (_, report) => {
    const { targeted, reached } = peopleOf(report)
    return {
      country: text('Country', always(countryInGo(report.dataset.society.data.country))),
      regions: text('Regions', ({ entry }) => {
        const { place } = report.dataset
        const named = (entry.data.places ?? []).flatMap(id => inEnglish(report, place.get(id)?.data.name) ?? [])
        return listed(named) ?? 'Countrywide'
      }),
      // A society is known by its name in English, or by its country.
      reporting_ns: text(
        'Reporting NS',
        always(inEnglish(report, report.dataset.society.data.name) ?? countryInGo(report.dataset.society.data.country)),
      ),
      disaster_type: text('Disaster Type', always(null)),
      operation_type: text('Operation Type', ({ entry }) => goOperationWords[entry.data.operation_type ?? 'programme']),
      programme_type: text('Programme Type', ({ entry }, { dataset, ledger }) => {
        const partner = dataset.organization.get(ledger.agreement.data.partner)?.data
        return goProgrammeWords[entry.data.programme_type ?? (partner?.type === 'ifrc' ? 'multilateral' : 'bilateral')]
      }),
      primary_sector: text('Primary Sector', ({ entry }, { dataset }) => {
        const sector = dataset.area.get(entry.data.area)?.data.go_sector
        return sector && goSectorWords[sector]
      }),
      tags: text('Tags', ({ entry }) => listed((entry.data.secondary_sectors ?? []).map(each => goTagWords[each]))),
      status: text('Status', ({ status }) => statuses[status]),
      project_name: text('Project Name', ({ entry }) => inEnglish(report, entry.data.name)),
      start_date: text('Start Date', ({ entry }) => dayInGo(entry.data.start)),
      end_date: text('End Date', ({ entry }) => dayInGo(entry.data.end)),
      budget_chf: number('Budget(CHF)', ({ entry }, of) => budgetInGo(entry.data, payerOf(of))),
      targeted_males: targeted('Targeted Males', 'male'),
      targeted_females: targeted('Targeted Females', 'female'),
      targeted_others: targeted('Targeted Others', 'other'),
      targeted_total: targeted('Targeted Total', 'total'),
      reached_males: reached('Reached Males', 'male'),
      reached_females: reached('Reached Females', 'female'),
      reached_others: reached('Reached Others', 'other'),
      reached_total: reached('Reached Total', 'total'),
      visibility: text('Visibility', ({ entry }) => goVisibilityWords[entry.data.visibility ?? 'public']),
      // GO asks for it once a project is completed.
      actual_expenditure: number('Actual Expenditure', ({ entry, status }, of) => {
        return status === 'completed' ? expenditureInGo(entry.data, payerOf(of)) : null
      }),
      contact_email: text('Contact Email', always(contactIn(report)?.email)),
      contact_name: text('Contact Name', always(inEnglish(report, contactIn(report)?.name))),
      contact_role: text('Contact Role', always(inEnglish(report, contactIn(report)?.role))),
      description: text('Description', ({ entry }) => inEnglish(report, entry.data.description)),
    }
  },
})

const payerOf = ({ ledger, dataset }: Report) => ({ partner: ledger.agreement.data.partner, dataset })

function contactIn({ dataset }: Report) {
  const { report_contact, press_contact } = dataset.society.data
  return report_contact ?? press_contact
}

/** Where there is one: nothing is borrowed. */
function inEnglish({ dataset }: Report, written: Parameters<typeof textIn>[0]): string | undefined {
  return textIn(written, 'en', dataset.society.data.languages[0] ?? 'en')
}

const dayInGo = (iso: string): string => iso.split('-').toReversed().join('/')
