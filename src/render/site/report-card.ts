/** A report as the index shows it: its own title and its key figures, in the words of its summary. No figure is computed here. */
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts'
import type { ConsolidatedPage, ReportPage } from '../../model/report-page.ts'
import type { ReportCard } from '../../model/site-page.ts'
import type { TemplateSet } from '../../model/templates.ts'
import { reportPhrases } from '../words/report-phrases.ts'

type Say = (key: string) => string

export function reportCard(page: ReportPage | ConsolidatedPage, templates: TemplateSet): Outcome<ReportCard> {
  const wording = templates.wording.get(page.language)
  if (!wording) return { value: { title: '', period: '', figures: [], areas: [] }, diagnostics: [] }
  const book = reportPhrases(wording)
  const diagnostics: Diagnostic[] = []
  const say: Say = key => {
    const said = book.say(key, page)
    diagnostics.push(...said.diagnostics)
    return said.value.trim()
  }
  const areas = page.areas.map(({ name, people_reached }) => ({ label: name, value: people_reached }))
  const card = 'agreement' in page ? annual(page, say) : consolidated(page, say)
  return { value: { ...card, areas }, diagnostics }
}

function annual(page: ReportPage, say: Say): Omit<ReportCard, 'areas'> {
  const { agreement, total } = page
  const column = (name: keyof typeof total) => ({ label: say(`report.summary.columns.${name}`), value: total[name] })
  return {
    title: say('report.page.title'),
    period: `${agreement.period}. ${say('report.cover.facts.cutoff.label')}: ${agreement.cutoff}`,
    figures: (['activities', 'budget', 'expenditure', 'implementation'] as const).map(column),
  }
}

/** Sums only where they go over agreements. */
function consolidated(page: ConsolidatedPage, say: Say): Omit<ReportCard, 'areas'> {
  const { total } = page
  const columns = 'report.consolidated.summary.columns'
  const money = [
    { label: say('report.consolidated.page.budget'), value: total.budget },
    { label: say('report.consolidated.page.expenditure'), value: total.expenditure },
    { label: say(`${columns}.implementation`), value: total.implementation },
  ]
  return {
    title: say('report.consolidated.page.title'),
    period: `${page.partners}. ${say('report.consolidated.cover.facts.cutoff.label')}: ${page.cutoff}`,
    figures: [
      { label: say(`${columns}.activities`), value: total.activities },
      { label: say('report.consolidated.page.shared'), value: total.shared },
      ...(page.currency === undefined ? [] : money),
    ],
  }
}
