/**
 * ReleaseModel + templates -> one whole HTML page, the very text that the browser is handed.
 *
 *   templates/press/release.hbs    the body; partials in press/partials/
 *   templates/page.css             the style of every printed page
 *   templates/press/release.css    that of a release; `--primary`, `--accent`, `--footer`, `--running` and `--mark` are set here
 *   templates/wording/<language>   every word that the record does not hold, under `press:`
 */

import { type Diagnostic, errorAt, type Outcome } from '../../model/diagnostic.ts'
import { type ReleaseModel, releaseModel } from '../../model/document.ts'
import { isolationAsHtml, withoutIsolation } from '../../model/isolated.ts'
import { said } from '../../model/said.ts'
import { type Span, spanOfFile } from '../../model/source.ts'
import type { TemplateSet } from '../../model/templates.ts'
import { directionOf, type Language, separatorsOf } from '../../model/text.ts'
import type { WorkOf } from '../../model/work.ts'
import { fallbackFaces } from './fallback-fonts.ts'
import { fitTables } from './fit-tables.ts'
import { coverageOf, printable } from './font-coverage.ts'
import { keysIn } from './known-keys.ts'
import { markdownLineToHtml, markdownToHtml } from './markdown.ts'
import { styleFor } from './mirrored.ts'
import { explainMissingForm } from './missing-form.ts'
import { releaseTables } from './release-tables.ts'
import { runningHead } from './running-head.ts'
import { compileTemplate, type Helper, type Source, safeHtml, type Template } from './template.ts'
import { type Phrasebook, phrasebook } from './wording.ts'

export function renderRelease(release: WorkOf<ReleaseModel>, templates: TemplateSet): Outcome<string> {
  const { language } = release
  const model = printable(release.model, coverageOf(templates.fonts))
  const press = pressTemplates(templates, language, model.variant)
  if (!press.value) return { value: '', diagnostics: press.diagnostics }
  const { book, body, css } = press.value
  const phrases = {
    running: book.say('press.running', model),
    footer: book.say('press.footer', model),
    mark: book.say('press.mark', model),
  }
  const told = body(model)
  const diagnostics = [
    ...press.diagnostics,
    ...phrases.running.diagnostics,
    ...phrases.footer.diagnostics,
    ...phrases.mark.diagnostics,
    ...told.diagnostics,
  ]
  const boxes = { running: runningHead(phrases.running.value), footer: phrases.footer.value, mark: phrases.mark.value }
  const style = `${rootStyle(model, boxes)}\n${css}`
  // A table that no page holds is told with the record (press/editorial-tables.ts).
  const { html } = fitTables(told.value, releaseTables(templates))
  return { value: page({ language, title: model.headline, style, body: html }), diagnostics }
}

interface PressTemplates {
  readonly book: Phrasebook
  readonly css: string
  readonly body: (model: ReleaseModel) => Outcome<string>
}

/** Compiling depends on nothing but the templates, so it is done once for each set of them. */
const compiled = new WeakMap<TemplateSet, Map<string, Outcome<PressTemplates | undefined>>>()

function pressTemplates(templates: TemplateSet, language: Language, variant: ReleaseModel['variant']) {
  const known = compiled.get(templates) ?? new Map<string, Outcome<PressTemplates | undefined>>()
  compiled.set(templates, known)
  const key = `${language} ${variant}`
  const made = known.get(key) ?? compilePress(templates, language, variant)
  known.set(key, made)
  return made
}

function compilePress(
  templates: TemplateSet,
  language: Language,
  variant: ReleaseModel['variant'],
): Outcome<PressTemplates | undefined> {
  const text = templates.texts.get(`press/${variant}.hbs`) ?? templates.texts.get('press/release.hbs')
  const css = styleFrom(templates, [`press/${variant}.css`, 'press/release.css'])
  const wording = templates.wording.get(language)
  if (!text || !css || !wording) {
    const lost = !text
      ? said('press/release.hbs')
      : !css
        ? said('press/release.css')
        : said('wording/{language}.yaml', { language })
    const hint = said('Put it back, or copy it from the packaged templates.')
    return {
      value: undefined,
      diagnostics: [errorAt('template/missing', undefined, said('templates/{lost} is missing.', { lost }), hint)],
    }
  }
  const explainMissing = (path: string, facts: object, span: Span) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- press phrases are asked with a release alone
    explainMissingForm(path, facts as ReleaseModel, span)
  const book = phrasebook(wording, key => (key.startsWith('press.') ? releaseModel : undefined), {
    explainMissing,
    isolates: true,
  })
  const asked: Diagnostic[] = []
  const template = compileTemplate(sourceOf(text), {
    shape: releaseModel,
    escape: 'html',
    helpers: { t: wordsFor(book, asked), comma, markdown, markdownLine },
    partials: partialsOf(templates),
    words: keysIn(templates),
    explainMissing,
  })
  const diagnostics = [...book.diagnostics, ...template.diagnostics]
  return { value: { book, css, body: bodyOf(template.value, asked) }, diagnostics }
}

/** What every printed page has, and then the first of these styles that there is; fonts that neither names stand in. */
export function styleFrom({ texts, fonts }: TemplateSet, paths: readonly string[]): string | undefined {
  const own = paths.flatMap(path => texts.get(path) ?? [])[0]
  if (!own) return undefined
  const css = [texts.get('page.css')?.text ?? '', own.text].join('\n')
  return [fallbackFaces(css, fonts), css].filter(text => text !== '').join('\n')
}

/** What the phrases find missing while the body is made is handed back with it. */
function bodyOf(template: Template, asked: Diagnostic[]) {
  return (model: ReleaseModel): Outcome<string> => {
    const { value, diagnostics } = template(model)
    return { value: isolationAsHtml(tidy(value)), diagnostics: [...diagnostics, ...asked.splice(0)] }
  }
}

export function partialsOf(templates: TemplateSet): { [name: string]: Source } {
  const partials: { [name: string]: Source } = {}
  for (const [path, file] of templates.texts) {
    const name = /^press\/partials\/(.+)\.hbs$/.exec(path)?.[1]
    if (name !== undefined) partials[name] = sourceOf(file)
  }
  return partials
}

export const sourceOf = (file: Span['file']): Source => ({ text: file.text, span: spanOfFile(file) })

/** What Handlebars hands a helper after its arguments. */
interface Options {
  readonly data: { readonly root: object }
  readonly hash: { readonly level?: unknown }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handlebars' last argument is always its options
const asOptions = (last: unknown) => last as Options

/** `{{t "press.contact"}}`: the words of the wording file, which sees the whole release wherever it is asked. */
export function wordsFor(book: Phrasebook, asked: Diagnostic[]): Helper {
  return (key, options) => {
    const words = book.say(String(key), asOptions(options).data.root)
    asked.push(...words.diagnostics)
    return words.value
  }
}

/** `{{comma}}`: as the language of the release writes it. */
export const comma: Helper = options => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the root is the release that is told
  const { language } = asOptions(options).data.root as ReleaseModel
  return separatorsOf(language).comma
}

/** `{{markdown plans}}`, or `{{markdown body level=2}}` where no heading stands above it. */
export const markdown: Helper = (text, options) =>
  safeHtml(markdownToHtml(String(text), Number(asOptions(options).hash.level ?? 3)))
export const markdownLine: Helper = text => safeHtml(markdownLineToHtml(String(text)))

const blocks =
  'address|article|aside|blockquote|body|div|figcaption|figure|footer|h[1-6]|header|hr|img|li|main|ol|p|section|table|tbody|td|th|thead|tr|ul'

/** Line ends and indents of the templates go: what is printed keeps its spaces (`white-space: pre-wrap`). */
export function tidy(html: string): string {
  return html
    .replace(/[ \t]*\n\s*/g, ' ')
    .replace(new RegExp(` ?(</?(?:${blocks})(?:\\s[^>]*)?>) ?`, 'g'), '$1')
    .trim()
}

/** What the page's margins print, by the name of its custom property. */
type MarginTexts = { readonly [name in 'running' | 'footer' | 'mark']: string }

function rootStyle({ colours }: ReleaseModel, { running, footer, mark }: MarginTexts): string {
  const boxes = `--running:${cssString(running)};--footer:${cssString(footer)};--mark:${cssString(mark)}`
  return `:root{--primary:${colours.primary};--accent:${colours.accent};${boxes}}`
}

/** Only letters, digits and spaces stand as themselves, so nothing can end the string or the style; a space ends an escape. */
export const cssString = (text: string) =>
  `"${withoutIsolation(text).replace(/[^\p{L}\p{N} ]/gu, sign => `\\${sign.codePointAt(0)?.toString(16)} `)}"`

export function page(of: { language: Language; title: string; style: string; body: string }): string {
  const style = styleFor(of.language, of.style)
  const head = `<meta charset="utf-8"><title>${escapeText(of.title)}</title><style>${style.replaceAll('</', '<\\/')}</style>`
  return `<!doctype html><html ${languageOf(of.language)}><head>${head}</head><body>${of.body}</body></html>\n`
}

/** Of the root of a page. */
export function languageOf(language: Language): string {
  const lang = `lang="${escapeText(language)}"`
  return directionOf(language) === 'rtl' ? `${lang} dir="rtl"` : lang
}

export const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
