/** The budget, line by line: as first agreed, as revised, spent in the period and in its quarters, and to date. */
import { budgetOf, budgetSpan, type Figures, postingsToDate, shareOf, spentWithin } from './areas.ts'
import type { Scope } from './facts.ts'
import { addedMoney, lifeBudget, minorOf, type Posting, shown, wholeMoney, yearBudget } from './money.ts'
import type { BudgetLine } from './records.ts'
import { earlierOf, type ReportPeriod, shared } from './time.ts'

/** Of money that names no line. */
export const noLine = '—'

export function budgetFigures(scope: Scope, report: ReportPeriod): { [line: string]: Figures } {
  const { budget } = scope.agreement
  const postings = postingsToDate(scope, report)
  const found: { [line: string]: Figures } = {}
  for (const line of budget) {
    found[line.line] = lineFigures(scope, report, {
      lines: [line],
      postings: postings.filter(each => each.line === line.line),
    })
  }
  const stray = postings.filter(({ line }) => line === null)
  if (stray.length > 0) found[noLine] = lineFigures(scope, report, { lines: [], postings: stray })
  found['total'] = lineFigures(scope, report, { lines: budget, postings })
  return found
}

function lineFigures(
  scope: Scope,
  report: ReportPeriod,
  { lines, postings }: { readonly lines: readonly BudgetLine[]; readonly postings: readonly Posting[] },
): Figures {
  const { agreement } = scope
  const money = (minor: bigint | null) => shown(minor, agreement.currency)
  const by = earlierOf(agreement.data_cutoff, report.span.last)
  const agreed = wholeMoney(lines.map(line => budgetOf(scope, line, report)))
  const used = spentWithin(postings, budgetSpan(scope, report))
  const life = addedMoney(lines.map(line => lifeBudget(line, agreement, by)))
  const toDate = addedMoney(postings.map(({ minor }) => minor))
  const { window } = report
  const original = (line: BudgetLine) => minorOf(line.amount, agreement.currency)
  return {
    original: money(addedMoney(lines.map(original))),
    revised: money(life),
    budget_original: money(
      wholeMoney(lines.map(line => (window ? yearBudget(scope, line, window, null) : original(line)))),
    ),
    budget: money(agreed),
    spent: money(spentWithin(postings, report.span)),
    ...quarterFigures(scope, report, postings),
    balance: money(agreed === null ? null : agreed - (used ?? 0n)),
    share: shareOf(used, agreed),
    to_date: money(toDate),
    life_balance: money(life === null ? null : life - (toDate ?? 0n)),
    life_share: shareOf(toDate, life),
  }
}

/** Of the life of several years there are no four quarters. */
function quarterFigures(scope: Scope, report: ReportPeriod, postings: readonly Posting[]): Figures {
  const window = report.window ?? (scope.windows.length === 1 ? scope.windows[0] : undefined)
  const figures: { [quarter: string]: number | null } = {}
  for (const { number, span } of window?.quarters ?? []) {
    const within = span && shared(span, report.span)
    figures[`q${number}`] = within && shown(spentWithin(postings, within), scope.agreement.currency)
  }
  return figures
}
