/** Lines of a budget that a donor would ask about. */
import { spanOf } from '../model/dataset.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { figureIn } from './figures.ts'
import { defaultThreshold } from './indicator-checks.ts'
import { budget } from './registers/budget.ts'
import type { Report } from './report.ts'

export function budgetChecks(report: Report): readonly Diagnostic[] {
  const { agreement, period } = report.ledger
  const { data } = agreement
  if (period.kind === 'quarter' || period.kind === 'half-year') return []
  const { rows, cell } = budget.open(report)
  const threshold = data.budget_threshold ?? data.deviation_threshold ?? defaultThreshold
  const isOver = data.data_cutoff >= period.last
  return rows.flatMap(row => {
    const index = row.line ? data.budget.indexOf(row.line) : -1
    const [planned, spent] = [figureIn(cell(row, 'budget')).value, figureIn(cell(row, 'expenditure')).value ?? 0]
    if (!row.line || row.line.explanation !== undefined || !planned) return []
    const off = Math.round((spent / planned) * 1e6 - 1e6) / 1e4
    if (Math.abs(off) <= threshold || (off < 0 && !isOver)) return []
    const [code, word] = off > 0 ? (['report/overspent', 'above'] as const) : (['report/underspent', 'below'] as const)
    const message = `“${row.line.line}” came to ${spent} of ${planned} ${data.currency}, ${Math.abs(Math.round(off * 10) / 10)} % ${word} its budget, and no explanation says why (threshold: ${threshold} %).`
    const hint = 'Add “explanation” to the line, or correct what is spent or the budget (“revisions”).'
    return [warningAt(code, spanOf(agreement, `/budget/${index}/line`), message, hint)]
  })
}
