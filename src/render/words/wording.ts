/** Text keys to words: each phrase of templates/wording/<language>.yaml is a Handlebars template over facts. */
import type { TSchema } from 'typebox'
import { type Diagnostic, errorAt, type Outcome } from '../../model/diagnostic.ts'
import { spanOfFile } from '../../model/source.ts'
import type { Wording } from '../../model/templates.ts'
import { compileTemplate, type Template, type TemplateOptions } from './template.ts'

export interface Phrasebook {
  has(key: string): boolean
  /** The words for a key, as plain text. A key without wording, or a missing fact, is a diagnostic. */
  say(key: string, facts: object): Outcome<string>
  /** Whatever is wrong in the phrases themselves. */
  readonly diagnostics: readonly Diagnostic[]
}

/** @param shapeOf what the phrases under a key may name; `undefined` where they are not ours to use. */
export function phrasebook(
  wording: Wording,
  shapeOf: (key: string) => TSchema | undefined,
  options: Pick<TemplateOptions, 'explainMissing'> = {},
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
  return {
    diagnostics,
    has: key => templates.has(key),
    say: (key, facts) => templates.get(key)?.(facts) ?? { value: '', diagnostics: [noWording(wording, key)] },
  }
}

function noWording(wording: Wording, key: string): Diagnostic {
  const message = `There is no wording for “${key}” in ${wording.language}.`
  return errorAt('template/missing-wording', spanOfFile(wording.file), message, `Add “${key}” to ${wording.file.path}.`)
}
