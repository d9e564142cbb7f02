/** The codes that the other sheets use, over all agreements. */
import type { SheetModel } from '../../model/workbook.ts'
import { noLine } from '../budget.ts'
import { columns, textOr, value, words } from '../cells.ts'
import { currencyList, quarterList, statusList } from '../code-lists.ts'
import { type CodeList, listRow, listTable } from '../lists.ts'
import { areasOver, type Consolidated, labelOf } from './year.ts'

const listColumns = columns({ list: 'text', code: 'code', name: 'text' })

export function codeLists(report: Consolidated): SheetModel {
  const { agreements, names, year } = report
  const ledgers = agreements.map(({ ledger }) => ledger)
  return {
    sheet: 'consolidated.lists',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.consolidated.lists.title' },
      { block: 'paragraph', style: 'intro', key: 'report.consolidated.lists.intro' },
      listTable(listColumns, [
        {
          list: 'agreements',
          rows: agreements.map(joined => {
            const { id } = joined.ledger.agreement
            return listRow(id, value(labelOf(report, joined)), [id])
          }),
        },
        { list: 'areas', rows: areasOver(report).map(id => listRow(id, value(names.area(id)), [id])) },
        lineList(report),
        quarterList(year),
        currencyList(ledgers),
        statusList,
      ]),
    ],
  }
}

/** Lines of two agreements may have one code: it is offered once. */
function lineList({ agreements, names }: Consolidated): CodeList {
  const lines = agreements.flatMap(({ ledger: { agreement } }) =>
    agreement.data.budget.map(({ line, name }) => ({ line, name, id: agreement.id })),
  )
  const byCode = Map.groupBy(lines, ({ line }) => line)
  const rows = [...byCode].map(([code, own]) =>
    listRow(
      code,
      textOr(names.text(own[0]?.name)),
      own.map(({ id }) => id),
    ),
  )
  return { list: 'budget_lines', rows: [...rows, listRow(noLine, words('report.budget.no_line'))] }
}
