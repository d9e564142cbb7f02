/** The codes that the other sheets use, with their names and with what other systems of the Movement call them. */

import type { Entry } from '../../model/dataset.ts'
import { activityTypes, ageBands, partnerRoles } from '../../model/record/activity.ts'
import { type Indicator, indicatorLevels, indicatorUnits, rollUpRules } from '../../model/record/agreement.ts'
import { commitmentStatuses, meetingKinds } from '../../model/record/meeting.ts'
import { listed, shown, textOr, words } from '../cells.ts'
import { currencyList, lineList, quarterList, statusList } from '../codes.ts'
import { asReported } from '../figures.ts'
import type { Names } from '../names.ts'
import {
  type ListItem,
  type Lists,
  listColumns,
  listParts,
  listRows,
  placeLists,
  wordList,
} from '../registers/lists.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { unitCell } from '../unit.ts'
import { areasOfBoth } from '../year-before.ts'

const listsOf = (report: Report): Lists => {
  const { dataset, ledger, names } = report
  const { data } = ledger.agreement
  return {
    areas: areasOfBoth(report).map(code => ({ code, name: names.area(code), area: dataset.area.get(code)?.data })),
    ...placeLists(report),
    branches: branchList(report),
    budget_lines: lineList([ledger], names),
    indicators: data.indicators.map(({ code, name }) => ({ code, name: textOr(names.text(name)) })),
    quarters: quarterList([ledger]),
    currencies: currencyList([ledger]),
    status: statusList,
    types: wordList('types', activityTypes),
    partner_roles: wordList('partner_roles', partnerRoles),
    levels: wordList('levels', indicatorLevels),
    units: [...wordList('units', indicatorUnits), ...ownUnits(data.indicators, names)],
    rules: wordList('rules', rollUpRules),
    ages: wordList('ages', ageBands),
    meeting_kinds: wordList('meeting_kinds', [...new Set([...meetingKinds, ...ledger.meetings.map(kindOf)])]),
    commitments: wordList('commitments.statuses', [...commitmentStatuses, 'overdue']),
    spending: wordList('spending.kinds', ['planned', 'committed', 'spent']),
  }
}

const kindOf = ({ data }: Entry<'meeting'>): string => data.kind

/** Of the authors of the agreement, or of the workspace, each once. */
function ownUnits(indicators: readonly Indicator[], names: Names): readonly ListItem[] {
  const own = indicators.filter(({ unit }) => !indicatorUnits.some(known => known === unit))
  const items = own.map(each => ({ code: each.unit, name: unitCell(each, { names }) }))
  return [...new Map(items.map(item => [item.code, item])).values()]
}

/** Those where something took place. */
function branchList({ dataset, ledger, names }: Report): readonly ListItem[] {
  const meetings = ledger.meetings.flatMap(({ data }) => data.place ?? [])
  const activities = ledger.activities.flatMap(({ entry }) => entry.data.places ?? [])
  return [...new Set([...meetings, ...activities])]
    .filter(id => dataset.place.get(id)?.data.type === 'branch')
    .toSorted()
    .map(id => ({ code: id, name: names.place(id) }))
}

export const lists = register({
  sheet: 'lists',
  prefix: 'lst',
  rows: (report: Report) => listRows(listsOf(report)),
  parts: report => listParts(listsOf(report), { shares: ['unplaced', 'regions'], places: ['regions', 'branches'] }),
  columns: column => ({
    ...listColumns,
    go_sector: column('text', ({ area }) => area?.go_sector && words(`report.go_sectors.${area.go_sector}`)),
    icrc_programme: column(
      'text',
      ({ area }) => area?.icrc_programme && words(`report.icrc_programmes.${area.icrc_programme}`),
    ),
    fdrs_indicators: column('code', ({ area }) => listed(area?.fdrs_indicators ?? [])),
    iso_code: column('code', ({ place }) => place?.iso_code),
    population: column('count', ({ place, id }) =>
      place?.population && id !== undefined
        ? shown(asReported(place.population.value, { kind: 'place', record: id, at: '/population' }))
        : null,
    ),
    population_date: column('date', ({ place }) => place?.population?.date),
    population_source: column(
      'text',
      ({ place }, { names }) => place?.population && textOr(names.text(place.population.source)),
    ),
  }),
})
