/** Lists of codes that annual reports and those over all partners have in common. */
import { textOr, words } from './cells.ts'
import type { Ledger } from './ledger.ts'
import type { Names } from './names.ts'
import { type ListItem, wordList } from './registers/lists.ts'
import { noLine } from './registers/posting-columns.ts'

/** Lines of two agreements may have one code: it is offered once. */
export function lineList(ledgers: readonly Ledger[], names: Names): readonly ListItem[] {
  const lines = Map.groupBy(
    ledgers.flatMap(({ agreement }) => agreement.data.budget),
    ({ line }) => line,
  )
  const named = [...lines].map(([code, [first]]) => ({ code, name: textOr(names.text(first?.name)) }))
  return [...named, { code: noLine, name: words('report.budget.no_line') }]
}

export function quarterList(ledgers: readonly Ledger[]): readonly ListItem[] {
  const quarters = new Map(ledgers.flatMap(({ period }) => period.quarters.map(({ code, number }) => [code, number])))
  return [...quarters].map(([code, number]) => ({ code, name: words(`report.budget.columns.q${number}`) }))
}

/** That of each agreement, and those that it has a rate for. */
export function currencyList(ledgers: readonly Ledger[]): readonly ListItem[] {
  const used = ledgers.flatMap(({ agreement: { data } }) => [
    data.currency,
    ...(data.rates ?? []).flatMap(({ from, to }) => [from, to]),
  ])
  return [...new Set(used)].map(code => ({ code, name: null }))
}

export const statusList = wordList('status', ['planned', 'ongoing', 'completed', 'cancelled'])
