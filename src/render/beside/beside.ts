/**
 * A release in each of its formats, from the same model and the same words:
 *
 *   .pdf    the page for paper (words/html.ts), with the facts that it carries (published-facts.ts)
 *   .html   a web page (page-html.ts, json-ld.ts)      .txt   plain text (plain-text.ts)
 *   .json   ninjs for agencies (ninjs.ts)
 */
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts'
import type { ReleaseModel } from '../../model/document.ts'
import { withoutIsolation } from '../../model/isolated.ts'
import { packOf } from '../../model/language-pack.ts'
import type {
  Attachment,
  Content,
  DocumentFacts,
  PageContent,
  PrintedContent,
  TextContent,
} from '../../model/render-job.ts'
import type { TemplateSet } from '../../model/templates.ts'
import { type Format, fileNameOf, type WorkOf } from '../../model/work.ts'
import { renderRelease } from '../words/html.ts'
import { newsArticle, partnersOf, type Worded } from './json-ld.ts'
import { ninjs } from './ninjs.ts'
import { pageHtml } from './page-html.ts'
import { markdownToText, plain } from './plain-text.ts'
import { nameOfLanguage, type PageModel, type PressTexts, pressTexts, variantKeys } from './press-texts.ts'
import { publishedFacts } from './published-facts.ts'
import type { Surroundings } from './surroundings.ts'

/** What a release is written with, besides its own model. */
export interface WrittenWith {
  readonly templates: TemplateSet
  readonly around: Surroundings
  /** Names in which no line may break, of a release. */
  readonly namesIn: (model: ReleaseModel) => readonly string[]
  readonly writers: ReadonlyMap<Format, ReleaseWriter>
}

/** What one format says of a release. What is wrong is added to the diagnostics of the writing. */
export type ReleaseWriter = (writing: Writing) => Content

/** A release, the templates in its language, and what has been found wrong on the way. */
export interface Writing extends Omit<WrittenWith, 'writers'> {
  readonly model: ReleaseModel
  readonly texts: PressTexts
  readonly worded: Worded
  /** The page for paper. */
  readonly printed: string
  readonly diagnostics: Diagnostic[]
}

/** In every format. Nothing where the templates themselves are wrong, which is told. */
export function writeRelease(
  release: WorkOf<ReleaseModel>,
  { writers, ...given }: WrittenWith,
): Outcome<ReadonlyMap<Format, Content>> {
  const { model } = release
  const printed = renderRelease(release, given.templates)
  const texts = pressTexts(given.templates, model.language)
  const diagnostics = [...printed.diagnostics, ...texts.diagnostics]
  if (!texts.value || texts.diagnostics.length > 0) return { value: new Map(), diagnostics }
  const worded = wordedIn({ model, texts: texts.value, diagnostics })
  const writing: Writing = { ...given, model, texts: texts.value, worded, printed: printed.value, diagnostics }
  return { value: new Map([...writers].map(([format, write]) => [format, write(writing)])), diagnostics }
}

type Saying = Pick<Writing, 'model' | 'texts' | 'diagnostics'>

function take<T>({ diagnostics }: Saying, outcome: Outcome<T>): T {
  diagnostics.push(...outcome.diagnostics)
  return outcome.value
}

const say = (writing: Saying, key: string): string => take(writing, writing.texts.say(key, writing.model))

function wordedIn(writing: Saying): Worded {
  const { model, texts } = writing
  const story = withoutIsolation(take(writing, texts.storyText(model))).trimEnd()
  const [lead = ''] = story.split('\n')
  return {
    story,
    description: plain(model.subheadline ?? lead),
    dateline: say(writing, 'press.dateline'),
    genre: say(writing, variantKeys[model.variant]),
    placeholder: say(writing, 'press.photo_placeholder'),
    ...(model.sample.illustrative && { notice: say(writing, 'press.sample') }),
    ...(model.boilerplate !== undefined && { boilerplate: markdownToText(model.boilerplate) }),
    ...(model.notesToEditors !== undefined && { notesToEditors: markdownToText(model.notesToEditors) }),
  }
}

export function webPage(writing: Writing): PageContent {
  const { model, texts, around, worded } = writing
  const page: PageModel['page'] = {
    pdf: fileNameOf(model.id, model.language, 'pdf'),
    text: fileNameOf(model.id, model.language, 'txt'),
    translations: translationsOf(writing),
  }
  const body = take(writing, texts.page({ ...model, page }))
  const article = newsArticle(model, worded, around)
  return { html: pageHtml(model, { body, css: texts.css, description: worded.description, article }, around) }
}

function translationsOf(writing: Writing): PageModel['page']['translations'] {
  const { model, around, templates } = writing
  return around.languages
    .filter(language => language !== model.language)
    .map(language => {
      const name = plain(withoutIsolation(take(writing, nameOfLanguage(templates, language, model))))
      return { language, name, html: fileNameOf(model.id, language, 'html') }
    })
}

export function agencyItem(writing: Writing): TextContent {
  const { model, texts, around, worded } = writing
  const { release } = model
  const editors = [
    ...(worded.notice === undefined ? [] : [worded.notice]),
    ...(release.draft ? [say(writing, 'press.draft_note')] : []),
    ...(release.corrected ? [`${say(writing, 'press.corrected')} ${release.corrected.note}`] : []),
  ]
  const storyHtml = take(writing, texts.storyHtml(model))
  return { text: ninjs(model, { ...worded, storyHtml, editors }, around) }
}

export const plainText = (writing: Writing): TextContent => ({ text: take(writing, writing.texts.text(writing.model)) })

export function printedPage(writing: Writing): PrintedContent {
  const { model, worded, printed, namesIn, templates } = writing
  const { hyphenation } = packOf(model.language, templates.packs)
  const attachments = attachmentsOf(model, say(writing, 'press.facts'))
  const words = { names: namesIn(model), ...(hyphenation && { hyphenation }) }
  return { html: printed, ...words, facts: documentFacts(model, worded), attachments }
}

function documentFacts(model: ReleaseModel, { description }: Worded): DocumentFacts {
  const parties = [model.letterhead.name, ...partnersOf(model).map(({ name }) => name), model.city]
  return {
    title: plain(model.headline),
    description,
    author: plain(model.letterhead.name),
    keywords: [...new Set(parties.map(plain))],
  }
}

function attachmentsOf(model: ReleaseModel, described: string): readonly Attachment[] {
  const { yaml, json } = publishedFacts(model)
  const bytes = (text: string) => new TextEncoder().encode(text)
  return [
    { name: 'record.yaml', mime: 'application/yaml', description: `${described} (YAML)`, bytes: bytes(yaml) },
    { name: 'record.json', mime: 'application/json', description: `${described} (JSON)`, bytes: bytes(json) },
  ]
}
