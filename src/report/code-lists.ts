/** The codes that the other sheets use, with their names and with what other systems of the Movement call them. */
import { activityTypes, ageBands, partnerRoles } from '../model/record/activity.ts'
import { indicatorLevels, indicatorUnits, rollUpRules } from '../model/record/agreement.ts'
import type { Area } from '../model/record/area.ts'
import { commitmentStatuses, meetingKinds } from '../model/record/meeting.ts'
import type { SheetModel } from '../model/workbook.ts'
import { noRegion, notDivided } from './breakdown.ts'
import { noLine } from './budget.ts'
import { columns, day, listed, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { type CodeList, listRow, listTable, wordList } from './lists.ts'
import { quartersOf } from './results.ts'
import { areasOfBoth } from './year-before.ts'

const listColumns = columns({
  list: 'text',
  code: 'code',
  name: 'text',
  go_sector: 'text',
  icrc_programme: 'text',
  fdrs_indicators: 'code',
  iso_code: 'code',
  population: 'count',
  population_date: 'date',
  population_source: 'text',
})

export function codeLists(report: Report): SheetModel {
  const { data } = report.ledger.agreement
  return {
    sheet: 'lists',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.lists.title' },
      { block: 'paragraph', style: 'intro', key: 'report.lists.intro' },
      listTable(
        listColumns,
        [
          { list: 'areas', rows: areasOfBoth(report).map(id => areaRow(report, id)) },
          unplaced,
          regionList(report),
          branchList(report),
          lineList(report),
          indicatorList(report),
          quarterList(data.year),
          currencyList([report.ledger]),
          ...wordLists,
        ],
        { shares: ['unplaced', 'regions'], places: ['regions', 'branches'] },
      ),
    ],
  }
}

/** Where a figure by region may stand besides a region. */
const unplaced: CodeList = {
  list: 'unplaced',
  rows: [
    listRow(noRegion, words('report.geography.no_region')),
    listRow(notDivided, words('report.geography.not_divided')),
  ],
}

function areaRow({ dataset, names }: Report, id: string): CodeList['rows'][number] {
  const { go_sector, icrc_programme, fdrs_indicators = [] }: Partial<Area> = dataset.area.get(id)?.data ?? {}
  const row = listRow(id, value(names.area(id)), [id])
  const cells = {
    ...row.cells,
    go_sector: go_sector ? words(`report.go_sectors.${go_sector}`) : value(null),
    icrc_programme: icrc_programme ? words(`report.icrc_programmes.${icrc_programme}`) : value(null),
    fdrs_indicators: listed(fdrs_indicators),
  }
  return { ...row, cells }
}

/** All there are. */
function regionList({ dataset, names }: Report): CodeList {
  const orderOf = (order: number | undefined) => order ?? Number.MAX_SAFE_INTEGER
  const regions = [...dataset.place.values()]
    .filter(({ data }) => data.type === 'region')
    .toSorted((a, b) => orderOf(a.data.order) - orderOf(b.data.order))
    .map(({ id, data: { pcode, iso_code, population } }) => {
      const row = listRow(pcode ?? id, value(names.place(id)), [id])
      const cells = {
        ...row.cells,
        iso_code: value(iso_code),
        population: value(population?.value),
        population_date: day(population?.date),
        population_source: population ? textOr(names.text(population.source)) : value(null),
      }
      return { ...row, cells }
    })
  return { list: 'regions', rows: regions }
}

/** Those where something took place. */
function branchList({ dataset, ledger, names }: Report): CodeList {
  const meetings = ledger.meetings.flatMap(({ data }) => data.place ?? [])
  const activities = ledger.activities.flatMap(({ entry }) => entry.data.places ?? [])
  const branches = [...new Set([...meetings, ...activities])].filter(
    id => dataset.place.get(id)?.data.type === 'branch',
  )
  return { list: 'branches', rows: branches.toSorted().map(id => listRow(id, value(names.place(id)), [id])) }
}

function lineList({ ledger, names }: Report): CodeList {
  const { id, data } = ledger.agreement
  const rows = data.budget.map(({ line, name }) => listRow(line, textOr(names.text(name)), [id]))
  return { list: 'budget_lines', rows: [...rows, listRow(noLine, words('report.budget.no_line'))] }
}

function indicatorList({ ledger, names }: Report): CodeList {
  const { id, data } = ledger.agreement
  return {
    list: 'indicators',
    rows: data.indicators.map(({ code, name }) => listRow(code, textOr(names.text(name)), [id])),
  }
}

export function quarterList(year: number): CodeList {
  const rows = quartersOf(year).map((quarter, index) => listRow(quarter, words(`report.budget.columns.q${index + 1}`)))
  return { list: 'quarters', rows }
}

/** That of each agreement, and those that it has a rate for. */
export function currencyList(ledgers: readonly Ledger[]): CodeList {
  const used = ledgers.flatMap(({ agreement: { id, data } }) =>
    [data.currency, ...(data.rates ?? []).flatMap(({ from, to }) => [from, to])].map(code => ({ code, id })),
  )
  const codes = [...new Set(used.map(({ code }) => code))]
  const recordsOf = (currency: string) => used.filter(({ code }) => code === currency).map(({ id }) => id)
  return {
    list: 'currencies',
    rows: codes.map(code => listRow(code, value(null), [...new Set(recordsOf(code))])),
  }
}

export const statusList = wordList('status', ['planned', 'ongoing', 'completed', 'cancelled'])

const wordLists: readonly CodeList[] = [
  statusList,
  wordList('types', activityTypes),
  wordList('partner_roles', partnerRoles),
  wordList('levels', indicatorLevels),
  wordList('units', indicatorUnits),
  wordList('rules', rollUpRules),
  wordList('ages', ageBands),
  wordList('meeting_kinds', meetingKinds),
  wordList('commitments', [...commitmentStatuses, 'overdue'], 'commitments.statuses'),
  wordList('spending', ['planned', 'spent'], 'spending.kinds'),
]
