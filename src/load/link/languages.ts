/** Texts by language: only in languages in which the society publishes, and never blank. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { languagePattern } from '../../model/text.ts'
import { type Draft, placeIn, wrongAt } from '../draft.ts'
import { languageHint } from '../explain/pattern.ts'
import { type Match, matches, type Pattern } from '../match.ts'
import { pointerTo } from '../pointer.ts'
import { textsOf } from './declared.ts'
import type { World } from './world.ts'

export function checkLanguages(draft: Draft, world: World): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const at of textsOf(draft.kind)) {
    matches(draft.data, at, match => {
      found.push(...checkText(draft, world, match))
    })
  }
  matches(draft.data, awaitingReview, match => {
    if (isTag(match.value)) found.push(...checkLanguage(draft, world, { ...match, value: match.value }))
  })
  return found
}

const awaitingReview: Pattern = ['release', 'awaiting_review', '*']

function checkText(draft: Draft, world: World, { pointer, value }: Match): readonly Diagnostic[] {
  if (typeof value === 'string')
    return [...checkBlank(draft, pointer, value), ...checkColon(draft, world, { pointer, value })]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([language, text]) => {
    const at = pointer + pointerTo(language)
    const wrong = checkLanguage(draft, world, { pointer: at, value: language })
    return typeof text === 'string' ? [...wrong, ...checkBlank(draft, at, text)] : wrong
  })
}

/** An empty text is the schema's to tell; this one looks filled and is not. */
function checkBlank(draft: Draft, pointer: string, text: string): readonly Diagnostic[] {
  if (text === '' || text.trim() !== '') return []
  return [wrongAt('record/wrong-value', draft, pointer, 'This text is blank.', 'Write the text, or remove the field.')]
}

/** `ru Встреча` on a line of its own below its field: one text, and no colon that makes it one in Russian. */
function checkColon(
  draft: Draft,
  { languages }: World,
  { pointer, value }: { readonly pointer: string; readonly value: string },
): readonly Diagnostic[] {
  const language = languages.find(each => value.startsWith(`${each} `))
  const span = placeIn(draft, pointer)
  const before = span.file.text.slice(span.file.text.lastIndexOf('\n', span.start - 1) + 1, span.start)
  if (language === undefined || before.trim() !== '' || !span.file.text.startsWith(language, span.start)) return []
  const message = `A colon is missing after “${language}”.`
  const [line = ''] = value.slice(language.length).trim().split('\n')
  const at = { ...span, end: span.start + language.length }
  return [errorAt('yaml/syntax', at, message, `Write “${language}: ${line}”.`)]
}

function isTag(value: unknown): value is string {
  return typeof value === 'string' && new RegExp(languagePattern).test(value)
}

function checkLanguage(
  draft: Draft,
  { languages }: World,
  { pointer, value }: { readonly pointer: string; readonly value: string },
): readonly Diagnostic[] {
  if (languages.length === 0 || languages.includes(value)) return []
  const isKey = draft.origin.spans.get(draft.origin.pointer + pointer)?.key !== undefined
  const message = `“${value}” is not a language the society publishes in.`
  const span = placeIn(draft, pointer, isKey ? 'key' : 'value')
  return [errorAt('record/unknown-language', span, message, ...hintsFor(value, languages))]
}

function hintsFor(written: string, languages: readonly string[]): readonly string[] {
  const all = `It publishes in: ${languages.join(', ')}. A new language goes into “languages” of data/society.yaml.`
  const primary = written.split(/[-_]/)[0]?.toLowerCase()
  const scripts = languages.filter(language => language.split('-')[0] === primary)
  if (scripts.length > 0) return [`Write ${scripts.join(' or ')}.`, all]
  const near = written.length > 2 ? didYouMean(written, languages) : undefined
  if (near !== undefined) return [near, all]
  return isTag(written) ? [all] : [languageHint(written), all]
}
