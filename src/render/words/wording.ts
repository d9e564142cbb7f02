/** Text keys to words: each phrase of templates/wording/<language>.yaml is a Handlebars template over facts. */

import type { TSchema } from 'typebox'
import { type Diagnostic, errorAt, type Outcome, warningAt } from '../../model/diagnostic.ts'
import { isolated } from '../../model/isolated.ts'
import { said } from '../../model/said.ts'
import { spanOfFile } from '../../model/source.ts'
import type { Phrase, Wording } from '../../model/templates.ts'
import { directionOf } from '../../model/text.ts'
import { compileTemplate, type Template, type TemplateOptions } from './template.ts'

export interface Phrasebook {
  has(key: string): boolean
  /** The words for a key, as plain text. A key without wording, or a missing fact, is a diagnostic. */
  say(key: string, facts: object): Outcome<string>
  /** Whatever is wrong in the phrases themselves. */
  readonly diagnostics: readonly Diagnostic[]
}

interface PhraseOptions extends Pick<TemplateOptions, 'explainMissing'> {
  /** Whether names in the other direction are kept apart from the words around them (UAX #9). */
  readonly isolates?: boolean
}

/** @param shapeOf what the phrases under a key may name; `undefined` where they are not ours to use. */
export function phrasebook(
  wording: Wording,
  shapeOf: (key: string) => TSchema | undefined,
  { isolates = false, ...options }: PhraseOptions = {},
): Phrasebook {
  const templates = new Map<string, Template>()
  const diagnostics: Diagnostic[] = []
  for (const phrase of wording.phrases.values()) {
    const shape = shapeOf(phrase.key)
    if (!shape) continue
    const compiled = compileTemplate(phrase, { ...options, shape, escape: 'none' })
    diagnostics.push(...compiled.diagnostics)
    templates.set(phrase.key, compiled.value)
  }
  const isFromTheRight = directionOf(wording.language) === 'rtl'
  const facing = isolates && isFromTheRight ? withIsolatedTexts : (facts: object) => facts
  return {
    diagnostics,
    has: key => templates.has(key),
    say: (key, facts) => {
      const words = templates.get(key)?.(facing(facts))
      if (!words) return { value: '', diagnostics: [noWording(wording, key)] }
      const phrase = wording.phrases.get(key)
      if (!phrase?.isLent) return words
      const value = isFromTheRight ? endedFromTheLeft(words.value) : words.value
      return { value, diagnostics: [...words.diagnostics, lent(wording, phrase)] }
    },
  }
}

/** The stop of an English sentence stands on its right, also where all else runs from the right: UAX #9, with U+200E after it. */
const endedFromTheLeft = (text: string): string => text.replace(/[.!?…:]$/, '$&\u200e')

function lent({ language, file }: Wording, { key, text }: Phrase): Diagnostic {
  const message = said('“{key}” has no wording in {language}, and is said in English.', { key, language })
  const told = warningAt(
    'template/missing-wording',
    spanOfFile(file),
    message,
    said('Add “{key}” to {path}.', { key, path: file.path }),
  )
  return { ...told, lacks: { key, language, packaged: text } }
}

function noWording({ language, file }: Wording, key: string): Diagnostic {
  const message = said('There is no wording for “{key}” in {language}.', { key, language })
  const told = errorAt(
    'template/missing-wording',
    spanOfFile(file),
    message,
    said('Add “{key}” to {path}.', { key, path: file.path }),
  )
  return { ...told, lacks: { key, language } }
}

const isolatedFacts = new WeakMap<object, object>()

/** The same facts, each text in them fit to be put among words that are written from right to left. */
function withIsolatedTexts(facts: object): object {
  const known =
    isolatedFacts.get(facts) ?? Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, kept(value)]))
  isolatedFacts.set(facts, known)
  return known
}

function kept(value: unknown): unknown {
  if (typeof value === 'string') return isolated(value)
  if (Array.isArray(value)) return value.map(kept)
  return typeof value === 'object' && value !== null ? withIsolatedTexts(value) : value
}
