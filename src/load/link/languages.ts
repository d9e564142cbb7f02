/** Texts by language: only in languages in which the society publishes, and never blank. */

import { besides, type Diagnostic, errorAt, mendedBy } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { releaseParts } from '../../model/record/release.ts'
import { anyOf, type Said, said } from '../../model/said.ts'
import { languagePattern } from '../../model/text.ts'
import { besideIn } from '../beside.ts'
import { textInPlace } from '../certain/in-place.ts'
import { type Draft, placeIn, wrongAt } from '../draft.ts'
import { languageHint } from '../explain/pattern.ts'
import { latin } from '../id.ts'
import { type Match, matches, type Pattern } from '../match.ts'
import { pointerTo } from '../pointer.ts'
import { textsOf } from './declared.ts'
import { find, type World } from './world.ts'

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
  matches(draft.data, without, match => {
    found.push(...checkWithout(draft, world, match))
  })
  return found
}

/** Names that can be of no language, and so of no text of one, whichever the society has. */
export function strayNames(draft: Draft): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const at of textsOf(draft.kind)) {
    matches(draft.data, [...at, '#'], ({ pointer, value }) => {
      if (!isTag(value))
        found.push(
          wrongAt(
            'record/unknown-language',
            draft,
            pointer,
            said('“{value}” is no language.', { value: String(value) }),
          ),
        )
    })
  }
  return found
}

const awaitingReview: Pattern = ['release', 'awaiting_review', '*']
const without: Pattern = ['release', 'without', '*']

/** A part of a release, or a language in which it is left out on purpose. */
function checkWithout(draft: Draft, world: World, { pointer, value }: Match): readonly Diagnostic[] {
  if (typeof value !== 'string' || value === '' || releaseParts.some(part => part === value)) return []
  if (tag.test(value)) return checkLanguage(draft, world, { pointer, value })
  const message = said('“{value}” is not a value of “without”.', { value })
  const all = said('It takes: {choices}.', { choices: [...releaseParts, ...world.languages].join(', ') })
  const near = didYouMean(value, [...releaseParts, ...world.languages])
  return [wrongAt('record/wrong-value', draft, pointer, message, ...(near === undefined ? [] : [near]), all)]
}

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
  return [
    wrongAt(
      'record/wrong-value',
      draft,
      pointer,
      said('This text is blank.'),
      said('Write the text, or remove the field.'),
    ),
  ]
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
  const message = said('A colon is missing after “{language}”.', { language })
  const [line = ''] = value.slice(language.length).trim().split('\n')
  const at = { ...span, end: span.start + language.length }
  return [errorAt('yaml/syntax', at, message, said('Write “{language}: {line}”.', { language, line }))]
}

const tag = new RegExp(languagePattern)

function isTag(value: unknown): value is string {
  return typeof value === 'string' && tag.test(value)
}

function checkLanguage(
  draft: Draft,
  world: World,
  { pointer, value }: { readonly pointer: string; readonly value: string },
): readonly Diagnostic[] {
  const { languages } = world
  if (languages.length === 0 || languages.includes(value)) return []
  const isKey = draft.origin.spans.get(draft.origin.pointer + pointer)?.key !== undefined
  const message = said('“{value}” is not a language the society publishes in.', { value })
  const span = placeIn(draft, pointer, isKey ? 'key' : 'value')
  const unknown = errorAt('record/unknown-language', span, message, ...hintsFor(value, languages))
  const society = find(world, 'society', 'society')
  const told = besides(unknown, ...(society ? besideIn(society, '/languages') : []))
  const same = languages.filter(each => each.toLowerCase() === latin(value).replaceAll('_', '-').toLowerCase())
  const [only] = same
  return [mendedBy(told, only === undefined ? undefined : textInPlace(span, value, only))]
}

function hintsFor(written: string, languages: readonly string[]): readonly Said[] {
  const all = said('It publishes in: {languages}. A new language goes into “languages” of data/society.yaml.', {
    languages: languages.join(', '),
  })
  const primary = written.split(/[-_]/)[0]?.toLowerCase()
  const scripts = languages.filter(language => language.split('-')[0] === primary)
  if (scripts.length > 0) return [said('Write {scripts}.', { scripts: anyOf(scripts) }), all]
  const near = written.length > 2 ? didYouMean(written, languages) : undefined
  if (near !== undefined) return [near, all]
  return isTag(written) ? [all] : [languageHint(written), all]
}
