/** The codes that the other sheets use, over all agreements. */
import { ageBands } from '../../../model/record/activity.ts'
import { currencyList, lineList, quarterList, statusList } from '../../codes.ts'
import { type Lists, listColumns, listParts, listRows, placeLists, wordList } from '../../registers/lists.ts'
import { register } from '../../table.ts'
import { areasOver, type Consolidated, labelOf } from '../year.ts'

const listsOf = (report: Consolidated): Lists => {
  const { agreements, names } = report
  const ledgers = agreements.map(({ ledger }) => ledger)
  return {
    agreements: agreements.map(joined => ({ code: joined.ledger.agreement.id, name: labelOf(report, joined) })),
    areas: areasOver(report).map(code => ({ code, name: names.area(code) })),
    ...placeLists(report),
    budget_lines: lineList(ledgers, names),
    quarters: quarterList(ledgers),
    currencies: currencyList(ledgers),
    status: statusList,
    ages: wordList('ages', ageBands),
  }
}

export const lists = register({
  sheet: 'consolidated.lists',
  prefix: 'lst',
  rows: (report: Consolidated) => listRows(listsOf(report)),
  parts: report => listParts(listsOf(report), { shares: ['unplaced', 'regions'] }),
  columns: () => listColumns,
})
