/**
 * A release as one web page that asks the network for nothing: style and data inside, photos put in when it is rendered
 * (`inline-photos.ts`). No script runs on it: its policy allows one style, pictures inside the page, and nothing else.
 */
import { createHash } from 'node:crypto'
import type { ReleaseModel } from '../../model/document.ts'
import { fileNameOf } from '../../model/work.ts'
import { escapeText, languageOf } from '../words/html.ts'
import { scriptJson } from './json-ld.ts'
import { plain } from './plain-text.ts'
import type { Surroundings } from './surroundings.ts'

export interface PageParts {
  readonly body: string
  readonly css: string
  readonly description: string
  readonly article: object
}

export function pageHtml(model: ReleaseModel, parts: PageParts, around: Surroundings): string {
  const { language } = model
  const { primary, accent } = model.colours
  const style = `:root{--primary:${primary};--accent:${accent}}\n${parts.css}`.replaceAll('</', '<\\/')
  const isPublic = !model.release.draft && !model.sample.illustrative
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${attribute(model.headline)}</title>`,
    named('description', parts.description),
    named('author', model.letterhead.name),
    ...(isPublic ? [] : [named('robots', 'noindex')]),
    ...openGraph(model, parts.description),
    ...alternates(model, around),
    `<style>${style}</style>`,
    `<script type="application/ld+json">${scriptJson(parts.article)}</script>`,
  ]
  return `<!doctype html>\n<html ${languageOf(language)}>\n<head>\n${head.join('\n')}\n</head>\n<body>\n${parts.body}\n</body>\n</html>\n`
}

function policy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

/** `og:url` and `og:image` must be absolute, and nobody knows yet where the page will stand. */
function openGraph(model: ReleaseModel, description: string): readonly string[] {
  const { issued, release, letterhead, headline } = model
  return [
    property('og:type', 'article'),
    property('og:title', headline),
    property('og:description', description),
    property('og:site_name', letterhead.name),
    property('article:published_time', release.embargo?.iso ?? issued.iso),
    ...(release.corrected ? [property('article:modified_time', release.corrected.iso)] : []),
  ]
}

function alternates(model: ReleaseModel, { languages }: Surroundings): readonly string[] {
  const files = [
    ['pdf', 'application/pdf'],
    ['txt', 'text/plain'],
    ['json', 'application/json'],
  ] as const
  return [
    ...languages
      .filter(language => language !== model.language)
      .map(
        language => `<link rel="alternate" hreflang="${language}" href="${fileNameOf(model.id, language, 'html')}">`,
      ),
    ...files.map(
      ([ending, type]) =>
        `<link rel="alternate" type="${type}" href="${fileNameOf(model.id, model.language, ending)}">`,
    ),
  ]
}

const attribute = (text: string) => escapeText(plain(text))
const named = (name: string, content: string) => `<meta name="${name}" content="${attribute(content)}">`
const property = (name: string, content: string) => `<meta property="${name}" content="${attribute(content)}">`
