/** WorkbookModel x templates -> Workbook: sheets and columns as the layout orders them, every text from the wording. Pure. */

import { type Diagnostic, errorAt, hasErrors, type Outcome } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import type { TemplateSet } from '../../model/templates.ts'
import type { WorkbookModel } from '../../model/workbook.ts'
import type { Workbook } from '../../model/workbook-sheet.ts'
import { reportPhrases } from '../words/report-phrases.ts'
import type { Phrasebook } from '../words/wording.ts'
import { namesOf, sheetOf } from './cells.ts'
import { chartsOf } from './charts.ts'
import { checkLayout } from './columns.ts'
import { lintWorkbook } from './lint.ts'
import { placeSheets } from './place.ts'
import type { Words } from './placed.ts'
import { faultTold, type Made } from './told.ts'

export function resolveWorkbook(model: WorkbookModel, templates: TemplateSet): Outcome<Workbook> {
  const layout = templates.layouts.get(model.layout)
  const wording = templates.wording.get(model.language)
  if (!layout || !wording) {
    const path = layout ? `templates/wording/${model.language}.yaml` : `templates/report/${model.layout}.yaml`
    const missing = errorAt(
      'template/missing',
      undefined,
      said('{path} is missing.', { path }),
      said('Restore it, or copy the packaged one.'),
    )
    return { value: empty(model), diagnostics: [missing] }
  }
  const phrases = reportPhrases(wording)
  const diagnostics: Diagnostic[] = [...phrases.diagnostics, ...checkLayout(model, layout)]
  const words = wordsOf(phrases, model, diagnostics)
  const shown = placeSheets(model, layout, words)
  const names = namesOf(shown)
  const context = {
    language: model.language,
    names: new Set(names.map(({ name }) => name)),
    shown,
    models: model.sheets,
    words,
    diagnostics,
  }
  const sheets = shown.map(sheet => sheetOf(sheet, context))
  const workbook: Workbook = {
    ...empty(model),
    title: words.say(propertyKey(model, words, 'title')),
    subject: words.say(propertyKey(model, words, 'subject')),
    notice: words.say('report.notice') || null,
    names,
    sheets: sheets.map((sheet, index) => {
      const charts = shown.slice(index, index + 1).flatMap(placed => chartsOf(placed, sheets, context))
      return charts.length > 0 ? { ...sheet, charts } : sheet
    }),
  }
  if (!hasErrors(diagnostics)) {
    const made = { workbook, shown, layout, wording, keysOf: words.keysOf }
    diagnostics.push(...lintWorkbook(workbook).map(problem => faultTold(problem, made)))
  }
  return { value: workbook, diagnostics }
}

/** A layout may have document properties of its own: `report.consolidated.properties.title`. */
function propertyKey({ layout }: WorkbookModel, words: Words, property: 'title' | 'subject'): string {
  const own = `report.${layout}.properties.${property}`
  return words.has(own) ? own : `report.properties.${property}`
}

const empty = ({ language, facts, colour }: WorkbookModel): Workbook => ({
  language,
  title: '',
  subject: '',
  creator: facts.society.name,
  colour,
  notice: null,
  names: [],
  sheets: [],
})

/** Each phrase is said once a workbook: its facts are the same wherever it stands. */
function wordsOf(phrases: Phrasebook, model: WorkbookModel, diagnostics: Diagnostic[]): Words & Pick<Made, 'keysOf'> {
  const keys = new Map<string, string>()
  return {
    keysOf: text => [...keys].flatMap(([key, each]) => (each === text ? [key] : [])),
    has: key => phrases.has(key),
    say: key => {
      const known = keys.get(key)
      if (known !== undefined) return known
      const outcome = phrases.say(key, model.facts)
      diagnostics.push(...outcome.diagnostics)
      const text = outcome.value.trim()
      keys.set(key, text)
      return text
    },
  }
}
