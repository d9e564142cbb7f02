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
import {
  type BarModel,
  type ConsolidatedPage,
  consolidatedPage,
  type ReportPage,
  reportPage,
  type SingleBarModel,
} from '../../model/report-page.ts'
import { said } from '../../model/said.ts'
import type { TemplateSet } from '../../model/templates.ts'
import { directionOf, type Language } from '../../model/text.ts'
import { fitTables, type Setting } from './fit-tables.ts'
import { coverageOf, printable } from './font-coverage.ts'
import { cssString, page, sourceOf, styleFrom, tidy, wordsFor } from './html.ts'
import { keysIn } from './known-keys.ts'
import { type Ink, inkIn } from './letter-widths.ts'
import { reportPhrases } from './report-phrases.ts'
import { runningHead } from './running-head.ts'
import { type Bars, barChart, progressBar } from './svg-chart.ts'
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
    const worded = book.say(key, model)
    diagnostics.push(...worded.diagnostics)
    return worded.value.trim()
  }
  const title = say(`${words}.properties.title`)
  const body = template(model)
  diagnostics.push(...body.diagnostics, ...asked.splice(0))
  const boxes = `--running:${cssString(runningHead(title))};--footer:${cssString(say(`${words}.page.footer`))}`
  const { html } = fitTables(tidy(body.value), { settings, isWhole, ink: inkIn(templates) })
  const style = `:root{--primary:${model.colour};${boxes}}\n${css}`
  const value: PrintedContent = {
    html: page({ language, title, style, body: html }),
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

const mm = 72 / 25.4

/** How its tables may stand: `report/summary.css` has the same names and lengths. */
const settings: readonly Setting[] = [
  { name: '', room: 170 * mm, size: 8.5, gap: 2.5 * mm },
  { name: 'small', room: 170 * mm, size: 7.25, gap: 1.5 * mm },
  { name: 'turned', room: 257 * mm, size: 8.5, gap: 2.5 * mm },
  { name: 'turned small', room: 257 * mm, size: 7.25, gap: 1.5 * mm },
]

/** Figures and codes stand on one line; names, units and headers are wrapped. */
const isWhole = (tag: string, attributes: string): boolean =>
  (tag === 'td' && attributes === '') || attributes.includes('class="code"')

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
    const hint = said('Put it back, or copy it from the packaged templates.')
    return {
      value: undefined,
      diagnostics: [errorAt('template/missing', undefined, said('templates/{lost} is missing.', { lost }), hint)],
    }
  }
  const book = reportPhrases(wording)
  const asked: Diagnostic[] = []
  const t = wordsFor(book, asked)
  const template = compileTemplate(sourceOf(text), {
    shape,
    escape: 'html',
    helpers: { t, barChart: chartFor({ book, words, ink: inkIn(templates) }, asked), progressBar: drawProgress },
    words: keysIn(templates),
  })
  const value = { book, css, template: template.value, asked }
  return { value, diagnostics: [...book.diagnostics, ...template.diagnostics] }
}

/** `{{progressBar progress}}`: beside a percentage of the target; nothing where there is none. */
const drawProgress: Helper = (progress, options) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handlebars' last argument is always its options
  const root = (options as { data: { root: ReportPage } }).data.root
  return safeHtml(typeof progress === 'number' ? progressBar(progress, root.target_at, directionOf(root.language)) : '')
}

type ChartName = keyof ReportPage['charts']
/** Of these the figures stand in no table of the page: who does not see the chart is told them with its words. */
const alone: readonly ChartName[] = ['quarters', 'years']

/** `{{barChart "people"}}`: its words are `report.page.charts.people.…`, or those of the other kind. */
function chartFor({ book, words, ink }: ChartSetting, asked: Diagnostic[]): Helper {
  return (chart, options) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handlebars' last argument is always its options
    const root = (options as { data: { root: Page } }).data.root
    const phrase = (key: string): string => {
      const worded = book.say(key, root)
      asked.push(...worded.diagnostics)
      return worded.value
    }
    const name = alone.find(each => each === chart) ?? (chart === 'money' ? 'money' : 'people')
    const say = (word: string): string => phrase(`${words}.page.charts.${name}.${word}`)
    const bars = barsIn(root, name).map(bar => ('label' in bar ? bar : { ...bar, label: phrase(bar.phrase) }))
    const alt = [say('alt'), ...(alone.includes(name) ? [told(bars)] : [])].join(' ')
    return safeHtml(
      barChart(
        bars,
        { alt, first: say('first'), second: say('second') },
        { ink, direction: directionOf(root.language) },
      ),
    )
  }
}

function barsIn({ charts }: Page, name: ChartName): readonly (BarModel | SingleBarModel)[] {
  if (name === 'people' || name === 'money') return charts[name]
  return 'quarters' in charts ? charts[name] : []
}

function told(bars: readonly Bars[]): string {
  const figures = ({ first, second }: Bars) => [first, second].flatMap(each => (each ? [each.text] : [])).join(', ')
  return `${bars.map(bar => `${bar.label}: ${figures(bar)}`).join('; ')}.`
}

interface ChartSetting {
  readonly book: Phrasebook
  /** What the keys of its words begin with. */
  readonly words: string
  readonly ink: Ink
}
