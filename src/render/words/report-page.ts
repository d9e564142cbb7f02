/**
 * ReportPage + templates -> the HTML of a report's summary, and what its PDF tells of itself and carries. Pure.
 *
 *   templates/report/summary.hbs    the body; consolidated.hbs that of the report over all partners
 *   templates/page.css              the style of every printed page
 *   templates/report/summary.css    that of the summary; `--primary`, `--running` and `--footer` are set here
 *   templates/wording/<language>    every word that the records do not hold, under `report:`
 */
import { type Diagnostic, errorAt, type Outcome } from '../../model/diagnostic.ts'
import type { Attachment, PrintedContent } from '../../model/render-job.ts'
import { type ConsolidatedPage, consolidatedPage, type ReportPage, reportPage } from '../../model/report-page.ts'
import type { TemplateSet } from '../../model/templates.ts'
import type { Language } from '../../model/text.ts'
import { coverageOf, printable } from './font-coverage.ts'
import { cssString, page, sourceOf, styleFrom, tidy, wordsFor } from './html.ts'
import { reportPhrases } from './report-phrases.ts'
import { barChart } from './svg-chart.ts'
import { compileTemplate, type Helper, safeHtml, type Template } from './template.ts'
import type { Phrasebook } from './wording.ts'

type Page = ReportPage | ConsolidatedPage

/** What the summaries of the kinds of reports are made with: `words` begins the keys of their own phrases. */
const papers = {
  annual: { template: 'report/summary.hbs', shape: reportPage, words: 'report' },
  consolidated: { template: 'report/consolidated.hbs', shape: consolidatedPage, words: 'report.consolidated' },
}
type Kind = keyof typeof papers

const kindOf = (shown: Page): Kind => ('agreement' in shown ? 'annual' : 'consolidated')

/** Nothing where the templates themselves are wrong, which is told. */
export function renderReportPage(shown: Page, templates: TemplateSet): Outcome<PrintedContent | undefined> {
  const { language } = shown
  const kind = kindOf(shown)
  const { words } = papers[kind]
  const made = templatesOf(templates, language, kind)
  if (!made.value) return { value: undefined, diagnostics: made.diagnostics }
  const { book, css, template, asked } = made.value
  const model = printable(shown, coverageOf(templates.fonts))
  const diagnostics: Diagnostic[] = [...made.diagnostics]
  const say = (key: string): string => {
    const said = book.say(key, model)
    diagnostics.push(...said.diagnostics)
    return said.value.trim()
  }
  const title = say(`${words}.properties.title`)
  const body = template(model)
  diagnostics.push(...body.diagnostics, ...asked.splice(0))
  const boxes = `--running:${cssString(title)};--footer:${cssString(say(`${words}.page.footer`))}`
  const style = `:root{--primary:${model.colour};${boxes}}\n${css}`
  const value: PrintedContent = {
    html: page({ language, title, style, body: tidy(body.value) }),
    facts: {
      title,
      description: say(`${words}.page.description`),
      author: model.society.name,
      keywords: [...new Set(keywordsOf(model))],
    },
    attachments: [figuresOf(model, say(`${words}.page.figures`))],
  }
  return { value, diagnostics }
}

const keywordsOf = (model: Page): readonly string[] =>
  'agreement' in model
    ? [model.society.name, model.partner.name, model.agreement.year]
    : [model.society.name, ...model.agreements.map(({ partner }) => partner), model.year]

/** What is printed, for machines. */
function figuresOf(model: Page, description: string): Attachment {
  const bytes = new TextEncoder().encode(`${JSON.stringify(model, undefined, 2)}\n`)
  return { name: 'report.json', mime: 'application/json', description, bytes }
}

interface PageTemplates {
  readonly book: Phrasebook
  readonly css: string
  readonly template: Template
  /** What phrases find missing while a body is made. */
  readonly asked: Diagnostic[]
}

/** Compiling depends on nothing but the templates, so it is done once for each language of them. */
const compiled = new WeakMap<TemplateSet, Map<string, Outcome<PageTemplates | undefined>>>()

function templatesOf(templates: TemplateSet, language: Language, kind: Kind): Outcome<PageTemplates | undefined> {
  const name = `${kind} ${language}`
  const known = compiled.get(templates) ?? new Map<string, Outcome<PageTemplates | undefined>>()
  compiled.set(templates, known)
  const made = known.get(name) ?? compilePage(templates, language, kind)
  known.set(name, made)
  return made
}

function compilePage(templates: TemplateSet, language: Language, kind: Kind): Outcome<PageTemplates | undefined> {
  const { template: path, shape, words } = papers[kind]
  const text = templates.texts.get(path)
  const css = styleFrom(templates, ['report/summary.css'])
  const wording = templates.wording.get(language)
  if (!text || !css || !wording) {
    const lost = !text ? path : !css ? 'report/summary.css' : `wording/${language}.yaml`
    const hint = 'Put it back, or copy it from the packaged templates.'
    return {
      value: undefined,
      diagnostics: [errorAt('template/missing', undefined, `templates/${lost} is missing.`, hint)],
    }
  }
  const book = reportPhrases(wording)
  const asked: Diagnostic[] = []
  const t = wordsFor(book, asked)
  const template = compileTemplate(sourceOf(text), {
    shape,
    escape: 'html',
    helpers: { t, barChart: chartFor(book, asked, words) },
  })
  const value = { book, css, template: template.value, asked }
  return { value, diagnostics: [...book.diagnostics, ...template.diagnostics] }
}

/** `{{barChart "people"}}`: its words are `report.page.charts.people.…`, or those of the other kind. */
function chartFor(book: Phrasebook, asked: Diagnostic[], words: string): Helper {
  return (chart, options) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handlebars' last argument is always its options
    const root = (options as { data: { root: Page } }).data.root
    const name = chart === 'money' ? 'money' : 'people'
    const say = (word: string): string => {
      const said = book.say(`${words}.page.charts.${name}.${word}`, root)
      asked.push(...said.diagnostics)
      return said.value
    }
    return safeHtml(barChart(root.charts[name], { alt: say('alt'), first: say('first'), second: say('second') }))
  }
}
