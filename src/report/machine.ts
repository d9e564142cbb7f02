/** The activity register for machines: codes instead of words, days as days, and the tags of HXL 1.1 beneath the headers. */
import { toAmount } from '../model/money.ts'
import { rowsOf } from '../model/rows.ts'
import type { ColumnModel, RowModel, SheetModel } from '../model/workbook.ts'
import type { StyleName } from '../model/workbook-sheet.ts'
import { columns, day, register, value } from './cells.ts'
import type { Report } from './facts.ts'
import type { Ledger, Posting, ReportedActivity } from './ledger.ts'
import { codesOf, withChoices } from './lists.ts'

/** Tags are unique on a sheet. */
const tagged: { readonly [column: string]: readonly [tag: string, style: StyleName] } = {
  id: ['#meta+id', 'code'],
  area: ['#subsector+code', 'code'],
  sector: ['#sector+code', 'code'],
  name: ['#activity+name', 'text'],
  type: ['#activity+type', 'code'],
  status: ['#status', 'code'],
  start: ['#date+start', 'date'],
  end: ['#date+end', 'date'],
  region_codes: ['#adm1+code+v_pcodes', 'code'],
  regions: ['#adm1+name', 'text'],
  reporting: ['#org+reporting+code', 'code'],
  implementers: ['#org+impl', 'text'],
  funder: ['#org+funding', 'text'],
  people_target: ['#targeted+total', 'plain'],
  people_reached: ['#reached+total', 'plain'],
  female: ['#reached+f', 'plain'],
  male: ['#reached+m', 'plain'],
  other: ['#reached+other', 'plain'],
  with_disability: ['#reached+disabled', 'plain'],
  planned: ['#value+budget', 'plain'],
  expenditure: ['#value+expenditure', 'plain'],
  currency: ['#currency+code', 'code'],
}

const choices = {
  area: codesOf('areas'),
  type: codesOf('types'),
  status: codesOf('status'),
  currency: codesOf('currencies'),
}

export function machineSheet(report: Report): SheetModel {
  const styles = Object.fromEntries(Object.entries(tagged).map(([column, [, style]]) => [column, style]))
  const withTags = withChoices(choices, columns(styles)).map((each): ColumnModel => {
    const [tag] = tagged[each.column] ?? []
    return { ...each, ...(tag && { tag }) }
  })
  const counted = report.ledger.activities.filter(each => each.counted)
  const rows = rowsOf(counted, activity => machineRow(report, activity))
  return {
    sheet: 'machine',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.machine.title' },
      { block: 'paragraph', style: 'intro', key: 'report.machine.intro' },
      register({ name: 'Machine', prefix: 'hxl', columns: withTags }, rows),
    ],
  }
}

function machineRow({ dataset, ledger, names }: Report, { entry, status }: ReportedActivity): RowModel {
  const { data } = entry
  const { places = [], implementers = ['society'], reached = {}, target } = data
  const list = (of: readonly string[]) => value(of.length === 0 ? null : of.join(', '))
  return {
    records: [entry.id],
    cells: {
      id: value(entry.id),
      area: value(data.area),
      sector: value(dataset.area.get(data.area)?.data.go_sector),
      name: value(names.text(data.name)),
      type: value(data.type),
      status: value(status),
      start: day(data.start),
      end: day(data.end),
      region_codes: list(places.flatMap(id => dataset.place.get(id)?.data.pcode ?? [])),
      regions: list(places.map(names.place)),
      reporting: value(dataset.society.data.fdrs_code ?? dataset.society.data.country),
      implementers: list(implementers.map(names.shortOrganization)),
      funder: value(names.shortOrganization(ledger.agreement.data.partner)),
      people_target: value(target?.total),
      people_reached: value(reached.total),
      female: value(reached.female),
      male: value(reached.male),
      other: value(reached.other),
      with_disability: value(reached.with_disability),
      planned: value(sumUnder(ledger, entry.id, 'planned')),
      expenditure: value(sumUnder(ledger, entry.id, 'spent')),
      currency: value(ledger.agreement.data.currency),
    },
  }
}

/** What an agreement planned or spent on an activity, in its currency. */
export function sumUnder(
  { agreement, postingsByActivity }: Ledger,
  activity: string,
  kind: Posting['kind'],
): number | null {
  const own = (postingsByActivity.get(activity) ?? []).filter(posting => posting.kind === kind)
  const minor = own.reduce((sum, { converted }) => sum + converted.minor, 0)
  return own.length === 0 ? null : toAmount({ minor, currency: agreement.data.currency })
}
