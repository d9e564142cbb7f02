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
import { rowsOf } from '../model/rows.ts'
import { textIn } from '../model/text.ts'
import type { CellModel, ColumnModel, RowModel, SheetModel } from '../model/workbook.ts'
import { register, value } from './cells.ts'
import type { Report } from './facts.ts'
import type { ReportedActivity } from './ledger.ts'
import { sumUnder } from './machine.ts'

const headers = [
  'Country',
  'Regions',
  'Reporting NS',
  'Disaster Type',
  'Operation Type',
  'Programme Type',
  'Primary Sector',
  'Tags',
  'Status',
  'Project Name',
  'Start Date',
  'End Date',
  'Budget(CHF)',
  'Targeted Males',
  'Targeted Females',
  'Targeted Others',
  'Targeted Total',
  'Reached Males',
  'Reached Females',
  'Reached Others',
  'Reached Total',
  'Visibility',
  'Actual Expenditure',
  'Contact Email',
  'Contact Name',
  'Contact Role',
  'Description',
] as const

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

export function goImport(report: Report): SheetModel {
  const common = { ...countryCells(report), ...contactCells(report) }
  const counted = report.ledger.activities.filter(each => each.counted)
  const rows = rowsOf(counted, activity => goRow(report, activity, common))
  return {
    sheet: 'go_import',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.go_import.title' },
      { block: 'paragraph', style: 'intro', key: 'report.go_import.intro' },
      register(
        {
          name: 'GoImport',
          prefix: 'goi',
          columns: goColumns,
        },
        rows,
      ),
    ],
  }
}

/** `Budget(CHF)` is the column `budget_chf`. */
const goColumns: readonly ColumnModel[] = headers.map(name => ({
  column: name.toLowerCase().replace(/\W+/g, '_').replace(/_$/, ''),
  style: /^(Targeted|Reached|Budget|Actual)/.test(name) ? 'plain' : 'text',
  header: { name },
}))

/** @param common what stands in every row */
function goRow(report: Report, activity: ReportedActivity, common: Cells): RowModel {
  const cells = {
    ...common,
    ...whatCells(report, activity),
    ...peopleCells(activity),
    ...moneyCells(report, activity),
  }
  const shown = headers.flatMap((header, index): readonly [string, CellModel][] => {
    const column = goColumns[index]?.column
    return column !== undefined && header in cells ? [[column, value(cells[header])]] : []
  })
  return { records: [activity.entry.id], cells: Object.fromEntries(shown) }
}

type Cells = { readonly [header in (typeof headers)[number]]?: string | number | null | undefined }

function whatCells(report: Report, { entry: { data }, status }: ReportedActivity): Cells {
  const { dataset } = report
  const english = englishIn(report)
  const { places = [], secondary_sectors = [] } = data
  const sector = dataset.area.get(data.area)?.data.go_sector
  const partner = dataset.organization.get(report.ledger.agreement.data.partner)?.data
  const regions = places.flatMap(id => english(dataset.place.get(id)?.data.name) ?? [])
  return {
    Regions: regions.length === 0 ? 'Countrywide' : regions.join(', '),
    'Operation Type': operations[data.operation_type ?? 'programme'],
    'Programme Type': programmes[data.programme_type ?? (partner?.type === 'ifrc' ? 'multilateral' : 'bilateral')],
    'Primary Sector': sector && sectors[sector],
    Tags: secondary_sectors.map(each => sectors[each]).join(', '),
    Status: statuses[status],
    'Project Name': english(data.name),
    'Start Date': dayInGo(data.start),
    'End Date': dayInGo(data.end),
    Visibility: visibilities[data.visibility ?? 'public'],
    Description: english(data.description),
  }
}

function countryCells(report: Report): Cells {
  const { country, name } = report.dataset.society.data
  return {
    Country: new Intl.DisplayNames(['en'], { type: 'region' }).of(country),
    'Reporting NS': englishIn(report)(name),
  }
}

function peopleCells({ entry: { data } }: ReportedActivity): Cells {
  const { target = {}, reached = {} } = data
  return {
    'Targeted Males': target.male,
    'Targeted Females': target.female,
    'Targeted Others': target.other,
    'Targeted Total': target.total,
    'Reached Males': reached.male,
    'Reached Females': reached.female,
    'Reached Others': reached.other,
    'Reached Total': reached.total,
  }
}

/** GO takes whole francs: a budget until a project is completed, then what it cost. */
function moneyCells({ ledger }: Report, { entry, status }: ReportedActivity): Cells {
  if (ledger.agreement.data.currency !== 'CHF') return {}
  const whole = (amount: number | null) => (amount === null ? null : Math.round(amount))
  return status === 'completed'
    ? { 'Actual Expenditure': whole(sumUnder(ledger, entry.id, 'spent')) }
    : { 'Budget(CHF)': whole(sumUnder(ledger, entry.id, 'planned')) }
}

function contactCells(report: Report): Cells {
  const { report_contact, press_contact } = report.dataset.society.data
  const contact = report_contact ?? press_contact
  const english = englishIn(report)
  return {
    'Contact Email': contact?.email,
    'Contact Name': english(contact?.name),
    'Contact Role': english(contact?.role),
  }
}

/** Text in English, where there is one: nothing is borrowed. */
function englishIn({ dataset }: Report) {
  const main = dataset.society.data.languages[0] ?? 'en'
  return (text: Parameters<typeof textIn>[0]) => textIn(text, 'en', main)
}

const dayInGo = (iso: string): string => iso.split('-').toReversed().join('/')
