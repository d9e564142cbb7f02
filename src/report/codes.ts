/** Lists of codes that annual reports and those over all partners have in common. */
import { textOr, words } from './cells.ts'
import type { Ledger } from './ledger.ts'
import type { Names } from './names.ts'
import { type ListItem, wordList } from './registers/lists.ts'
import { noLine } from './registers/posting-columns.ts'
import { quartersOf } from './results.ts'

/** Lines of two agreements may have one code: it is offered once. */
export function lineList(ledgers: readonly Ledger[], names: Names): readonly ListItem[] {
  const lines = Map.groupBy(
    ledgers.flatMap(({ agreement }) => agreement.data.budget),
    ({ line }) => line,
  )
  const named = [...lines].map(([code, [first]]) => ({ code, name: textOr(names.text(first?.name)) }))
  return [...named, { code: noLine, name: words('report.budget.no_line') }]
}

export const quarterList = (year: number): readonly ListItem[] =>
  quartersOf(year).map((code, index) => ({ code, name: words(`report.budget.columns.q${index + 1}`) }))

/** That of each agreement, and those that it has a rate for. */
export function currencyList(ledgers: readonly Ledger[]): readonly ListItem[] {
  const used = ledgers.flatMap(({ agreement: { data } }) => [
    data.currency,
    ...(data.rates ?? []).flatMap(({ from, to }) => [from, to]),
  ])
  return [...new Set(used)].map(code => ({ code, name: null }))
}

export const statusList = wordList('status', ['planned', 'ongoing', 'completed', 'cancelled'])
