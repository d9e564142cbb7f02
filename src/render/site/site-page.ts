/**
 * SitePage + templates -> one page of the index, whole but for the pictures that lie beside it. Asks the network for
 * nothing; its one script, which searches in the page, and its one style are allowed by their digests alone.
 *
 *   templates/site/page.hbs         the body          templates/site/page.css    its style; `--primary`, `--accent` are set here
 *   templates/wording/<language>    every word that the records do not hold, under `site:`
 */
import { createHash } from 'node:crypto'
import { type Diagnostic, errorAt, type Outcome } from '../../model/diagnostic.ts'
import { isolationAsHtml, withoutIsolation } from '../../model/isolated.ts'
import { said } from '../../model/said.ts'
import { type SitePage, sitePage } from '../../model/site-page.ts'
import type { TemplateSet } from '../../model/templates.ts'
import type { Language } from '../../model/text.ts'
import { escapeText, languageOf, sourceOf, tidy, wordsFor } from '../words/html.ts'
import { keysIn } from '../words/known-keys.ts'
import { compileTemplate, type Helper, safeHtml } from '../words/template.ts'
import { type Phrasebook, phrasebook } from '../words/wording.ts'
import { searchScript } from './search-script.ts'

export interface WrittenSitePage {
  readonly html: string
  readonly title: string
  readonly description: string
  /** The notice of a sample, where everything is one. */
  readonly notice: string
}

export interface Around {
  /** Address of the page itself, where it is known. */
  readonly canonical: string | undefined
}

/** Nothing where the templates themselves are wrong, which is told. */
export function writeSitePage(
  page: SitePage,
  templates: TemplateSet,
  { canonical }: Around,
): Outcome<WrittenSitePage | undefined> {
  const made = compiled(page.language, templates)
  if (!made.value) return { value: undefined, diagnostics: made.diagnostics }
  const { book, body, css, asked } = made.value
  const diagnostics: Diagnostic[] = [...made.diagnostics]
  const say = (key: string): string => {
    const words = book.say(key, page)
    diagnostics.push(...words.diagnostics)
    return withoutIsolation(words.value.trim())
  }
  const told = body(page)
  diagnostics.push(...told.diagnostics, ...asked.splice(0))
  const [title, description] = [say('site.title'), say('site.description')]
  const notice = page.illustrative ? say('site.sample') : ''
  const head = headOf(page, { title, description, css, canonical })
  const html = `<!doctype html>\n<html ${languageOf(page.language)}>\n<head>\n${head.join('\n')}\n</head>\n<body>\n${isolationAsHtml(tidy(told.value))}\n<script>${searchScript}</script>\n</body>\n</html>\n`
  return { value: { html, title, description, notice }, diagnostics }
}

interface Head {
  readonly title: string
  readonly description: string
  readonly css: string
  readonly canonical: string | undefined
}

function headOf(page: SitePage, { title, description, css, canonical }: Head): readonly string[] {
  const { primary, accent } = page.colours
  const style = `:root{--primary:${primary};--accent:${accent}}\n${css}`.replaceAll('</', '<\\/')
  const feeds = page.feeds && [
    `<link rel="alternate" type="application/atom+xml" title="Atom" href="${page.feeds.atom}">`,
    `<link rel="alternate" type="application/feed+json" title="JSON Feed" href="${page.feeds.json}">`,
  ]
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<meta name="description" content="${escapeText(description)}">`,
    ...(page.illustrative ? ['<meta name="robots" content="noindex">'] : []),
    ...(canonical === undefined ? [] : [`<link rel="canonical" href="${escapeText(canonical)}">`]),
    ...page.languages
      .filter(({ current }) => !current)
      .map(({ language, href }) => `<link rel="alternate" hreflang="${language}" href="${href}">`),
    ...(feeds ?? []),
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
  ]
}

/** `file:` for a page that is opened from a disk, whose own folder not every browser takes for the page itself. */
function policy(style: string): string {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    "img-src 'self' file: data:",
    `style-src ${digest(style)}`,
    `script-src ${digest(searchScript)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

interface Compiled {
  readonly book: Phrasebook
  readonly css: string
  readonly body: (page: SitePage) => Outcome<string>
  /** What phrases find missing while a body is made. */
  readonly asked: Diagnostic[]
}

const files = ['site/page.hbs', 'site/page.css'] as const

function compiled(language: Language, templates: TemplateSet): Outcome<Compiled | undefined> {
  const [template, css] = files.map(path => templates.texts.get(path))
  const wording = templates.wording.get(language)
  if (!template || !css || !wording) {
    const lost = [...files.filter(path => !templates.texts.has(path)), ...(wording ? [] : [`wording/${language}.yaml`])]
    return { value: undefined, diagnostics: lost.map(missing) }
  }
  const book = phrasebook(wording, key => (key.startsWith('site.') ? sitePage : undefined), { isolates: true })
  const asked: Diagnostic[] = []
  const t = wordsFor(book, asked)
  const body = compileTemplate(sourceOf(template), {
    shape: sitePage,
    escape: 'html',
    helpers: {
      t,
      formatName: formatNameFrom(book, t),
      languageName: languageNameIn(templates),
      searchField: searchFieldFrom(t),
    },
    words: keysIn(templates),
  })
  return {
    value: { book, css: css.text, body: body.value, asked },
    diagnostics: [...book.diagnostics, ...body.diagnostics],
  }
}

function missing(path: string): Diagnostic {
  const hint = said('Put it back, or copy it from the packaged templates.')
  return errorAt('template/missing', undefined, said('templates/{path} is missing.', { path }), hint)
}

/** `{{formatName format}}`: “Web page”; a format without words is called as its files end. */
const formatNameFrom =
  (book: Phrasebook, t: Helper): Helper =>
  (format, options) => {
    const key = `site.formats.${String(format)}`
    return book.has(key) ? t(key, options) : String(format).toUpperCase()
  }

/** `{{languageName language}}`: each language calls itself by its own name, which its own wording holds. */
const languageNameIn =
  ({ wording }: TemplateSet): Helper =>
  language =>
    wording.get(String(language))?.phrases.get('press.page.language')?.text ?? String(language)

/** `{{searchField}}`: templates hold no fields; without the script, which shows it, it is not there. */
const searchFieldFrom =
  (t: Helper): Helper =>
  options => {
    const [label, found, none] = ['label', 'found', 'none'].map(key =>
      escapeText(String(t(`site.search.${key}`, options))),
    )
    return safeHtml(
      `<div class="search" role="search" hidden><label for="search">${label}</label><input id="search" type="search" autocomplete="off" spellcheck="false"><p role="status" data-found="${found}" data-none="${none}"></p></div>`,
    )
  }
