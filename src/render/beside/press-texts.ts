/** The templates for what stands beside a PDF, compiled once for each set of them, and what they make of a release. */

import { type Static, Type } from 'typebox'
import { type Diagnostic, errorAt, type Outcome } from '../../model/diagnostic.ts'
import { type ReleaseModel, releaseModel } from '../../model/document.ts'
import { isolationAsHtml, withoutIsolation } from '../../model/isolated.ts'
import { said } from '../../model/said.ts'
import type { SourceFile } from '../../model/source.ts'
import type { TemplateSet } from '../../model/templates.ts'
import type { Language } from '../../model/text.ts'
import { comma, markdown, markdownLine, partialsOf, sourceOf, tidy, wordsFor } from '../words/html.ts'
import { keysIn } from '../words/known-keys.ts'
import { explainMissingForm } from '../words/missing-form.ts'
import { compileTemplate, type Helper, type Template, type TemplateOptions } from '../words/template.ts'
import { type Phrasebook, phrasebook } from '../words/wording.ts'
import { markdownLineToText, markdownToText, plain, tidyText } from './plain-text.ts'

const translation = Type.Object({ language: Type.String(), name: Type.String(), html: Type.String() })
/** What `page.hbs` may name besides the release: files that stand beside it. */
const pageModel = Type.Object({
  ...releaseModel.properties,
  page: Type.Object({ pdf: Type.String(), text: Type.String(), translations: Type.Array(translation) }),
})
export type PageModel = Static<typeof pageModel>

export interface PressTexts {
  /** A phrase as plain text, without what only a printed page needs. */
  say(key: string, model: ReleaseModel): Outcome<string>
  page(model: PageModel): Outcome<string>
  /** The story alone, from the lead to the closing. */
  storyHtml(model: ReleaseModel): Outcome<string>
  storyText(model: ReleaseModel): Outcome<string>
  text(model: ReleaseModel): Outcome<string>
  readonly css: string
}

const files = ['page.hbs', 'page.css', 'text.hbs', 'partials/page-story.hbs', 'partials/text-story.hbs'] as const
type Files = { readonly [file in (typeof files)[number]]: SourceFile }

const compiled = new WeakMap<TemplateSet, Map<Language, Outcome<PressTexts | undefined>>>()

export function pressTexts(templates: TemplateSet, language: Language): Outcome<PressTexts | undefined> {
  const known = compiled.get(templates) ?? new Map<Language, Outcome<PressTexts | undefined>>()
  compiled.set(templates, known)
  const made = known.get(language) ?? compile(templates, language)
  known.set(language, made)
  return made
}

/** Each language calls itself by its own name, in its own wording: for one phrase its templates are not compiled. */
export function nameOfLanguage(templates: TemplateSet, language: Language, model: ReleaseModel): Outcome<string> {
  const wording = templates.wording.get(language)
  if (!wording) return { value: language, diagnostics: [] }
  const shapeOf = (key: string) => (key === ownName ? releaseModel : undefined)
  return phrasebook(wording, shapeOf, { explainMissing, isolates: true }).say(ownName, model)
}

const ownName = 'press.page.language'

function compile(templates: TemplateSet, language: Language): Outcome<PressTexts | undefined> {
  const found = Object.fromEntries(files.map(file => [file, templates.texts.get(`press/${file}`)]))
  const wording = templates.wording.get(language)
  const lost = files.filter(file => !found[file]).map(file => `press/${file}`)
  if (!wording) lost.push(`wording/${language}.yaml`)
  if (lost.length > 0 || !wording) return { value: undefined, diagnostics: lost.map(missing) }
  const book = phrasebook(wording, key => (key.startsWith('press.') ? releaseModel : undefined), {
    explainMissing,
    isolates: true,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- none of them is lost
  return withTemplates(found as Files, book, templates)
}

function missing(path: string): Diagnostic {
  const hint = said('Put it back, or copy it from the packaged templates.')
  return errorAt('template/missing', undefined, said('templates/{path} is missing.', { path }), hint)
}

const explainMissing: NonNullable<TemplateOptions['explainMissing']> = (path, facts, span) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- press texts are made of a release alone
  explainMissingForm(path, facts as ReleaseModel, span)

function withTemplates(found: Files, book: Phrasebook, templates: TemplateSet): Outcome<PressTexts> {
  const asked: Diagnostic[] = []
  const t = wordsFor(book, asked)
  const variantName = variantNameFrom(t)
  const partials = partialsOf(templates)
  const words = keysIn(templates)
  const html = {
    escape: 'html',
    helpers: { t, variantName, comma, markdown, markdownLine },
    partials,
    words,
    explainMissing,
  } as const
  const text = {
    escape: 'none',
    helpers: { t, variantName, comma, markdown: textBlock, markdownLine: textLine },
    partials,
    words,
    explainMissing,
  } as const
  const page = compileTemplate(sourceOf(found['page.hbs']), { ...html, shape: pageModel })
  const storyHtml = compileTemplate(sourceOf(found['partials/page-story.hbs']), { ...html, shape: releaseModel })
  const whole = compileTemplate(sourceOf(found['text.hbs']), { ...text, shape: releaseModel })
  const storyText = compileTemplate(sourceOf(found['partials/text-story.hbs']), { ...text, shape: releaseModel })
  /** What the phrases find missing while a text is made is handed back with it. */
  const making =
    ({ value: template }: Outcome<Template>, finish: (text: string) => string) =>
    (model: ReleaseModel): Outcome<string> => {
      const { value, diagnostics } = template(model)
      return { value: finish(value), diagnostics: [...diagnostics, ...asked.splice(0)] }
    }
  return {
    value: {
      say: (key, model) => {
        const { value, diagnostics } = book.say(key, model)
        return { value: plain(withoutIsolation(value)), diagnostics }
      },
      page: making(page, asPage),
      storyHtml: making(storyHtml, asPage),
      storyText: making(storyText, tidyText),
      text: making(whole, tidyText),
      css: found['page.css'].text,
    },
    diagnostics: [page, storyHtml, whole, storyText, book].flatMap(each => each.diagnostics),
  }
}

const asPage = (html: string): string => isolationAsHtml(tidy(html))

/** Key of what a release is called, by its variant. */
export const variantKeys: { readonly [variant in ReleaseModel['variant']]: string } = {
  'press-release': 'press.press_release',
  news: 'press.news',
  'meeting-note': 'press.meeting_note',
}

/** `{{variantName}}`: “Press release”. Handlebars hands a helper its options last, and the release in them. */
function variantNameFrom(t: Helper): Helper {
  return options => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the root is the release that is told
    const { data } = options as { readonly data: { readonly root: ReleaseModel } }
    return t(variantKeys[data.root.variant], options)
  }
}

const textBlock: Helper = text => markdownToText(String(text))
const textLine: Helper = text => markdownLineToText(String(text))
