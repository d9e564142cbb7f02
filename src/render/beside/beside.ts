/**
 * All that stands beside a release's PDF, from the same model and the same words:
 *
 *   .html   a web page (page-html.ts, json-ld.ts)      .txt   plain text (plain-text.ts)
 *   .json   ninjs for agencies (ninjs.ts)              the facts that the PDF carries (published-facts.ts)
 */
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts'
import type { ReleaseModel } from '../../model/document.ts'
import type { Attachment, DocumentFacts, Planned } from '../../model/render-job.ts'
import type { TemplateSet } from '../../model/templates.ts'
import { newsArticle, partnersOf, type Worded } from './json-ld.ts'
import { ninjs } from './ninjs.ts'
import { pageHtml } from './page-html.ts'
import { plain } from './plain-text.ts'
import { type PageModel, type PressTexts, pressTexts, variantKeys } from './press-texts.ts'
import { publishedFacts } from './published-facts.ts'
import { fileOf, type Surroundings } from './surroundings.ts'

export interface Beside {
  readonly html: string
  readonly text: string
  readonly json: string
  readonly facts: DocumentFacts
  readonly attachments: readonly Attachment[]
}

/** A release, the templates in its language, and what has been found wrong on the way. */
interface Writing {
  readonly model: ReleaseModel
  readonly texts: PressTexts
  readonly around: Surroundings
  readonly diagnostics: Diagnostic[]
}

/** Nothing where the templates themselves are wrong, which is told. */
export function renderBeside(
  { model }: Planned<ReleaseModel>,
  templates: TemplateSet,
  around: Surroundings,
): Outcome<Beside | undefined> {
  const texts = pressTexts(templates, model.language)
  if (!texts.value || texts.diagnostics.length > 0) return { value: undefined, diagnostics: texts.diagnostics }
  const writing: Writing = { model, texts: texts.value, around, diagnostics: [] }
  const worded = wordedIn(writing)
  const value = {
    html: webPage(writing, worded, templates),
    text: take(writing, texts.value.text(model)),
    json: agencyItem(writing, worded),
    facts: documentFacts(model, worded),
    attachments: attachmentsOf(model, say(writing, 'press.facts')),
  }
  return { value, diagnostics: writing.diagnostics }
}

function take<T>({ diagnostics }: Writing, outcome: Outcome<T>): T {
  diagnostics.push(...outcome.diagnostics)
  return outcome.value
}

const say = (writing: Writing, key: string): string => take(writing, writing.texts.say(key, writing.model))

function wordedIn(writing: Writing): Worded {
  const { model, texts } = writing
  const story = take(writing, texts.storyText(model)).trimEnd()
  const [lead = ''] = story.split('\n')
  return {
    story,
    description: plain(model.subheadline ?? lead),
    dateline: say(writing, 'press.dateline'),
    ...(model.sample.illustrative && { notice: say(writing, 'press.sample') }),
  }
}

function webPage(writing: Writing, worded: Worded, templates: TemplateSet): string {
  const { model, texts, around } = writing
  const page: PageModel['page'] = {
    pdf: fileOf(model, model.language, 'pdf'),
    text: fileOf(model, model.language, 'txt'),
    translations: translationsOf(writing, templates),
  }
  const body = take(writing, texts.page({ ...model, page }))
  const article = newsArticle(model, worded, around)
  return pageHtml(model, { body, css: texts.css, description: worded.description, article }, around)
}

/** Each language calls itself by its own name, which its own wording holds. */
function translationsOf(writing: Writing, templates: TemplateSet): PageModel['page']['translations'] {
  const { model, around } = writing
  return around.languages
    .filter(language => language !== model.language)
    .map(language => {
      const name = pressTexts(templates, language).value?.say('press.page.language', model)
      return { language, name: name ? take(writing, name) : language, html: fileOf(model, language, 'html') }
    })
}

function agencyItem(writing: Writing, worded: Worded): string {
  const { model, texts, around } = writing
  const { release } = model
  const editors = [
    ...(worded.notice === undefined ? [] : [worded.notice]),
    ...(release.draft ? [say(writing, 'press.draft_note')] : []),
    ...(release.corrected ? [`${say(writing, 'press.corrected')} ${release.corrected.note}`] : []),
  ]
  const storyHtml = take(writing, texts.storyHtml(model))
  return ninjs(model, { ...worded, storyHtml, genre: say(writing, variantKeys[model.variant]), editors }, around)
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
