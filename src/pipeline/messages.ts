/** What Khabar tells, in another language than English: `templates/messages/`, read only when it is asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ifMissing } from '../disk/refusal.ts'
import { readText } from '../load/parse.ts'

/** @returns entries as they are written, by the English sentence */
export function messagesIn(templates: string, language: string): ReadonlyMap<string, unknown> {
  const path = join(templates, 'messages', `${language}.yaml`)
  const { value } = readText({ path, text: textAt(path) })
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

/** By block, and by field of it. */
interface WordsByField {
  readonly [block: string]: { readonly [field: string]: string }
}

/** What is told of the fields of records; nothing in English, where their schemas say it, nor where nobody has written it. */
export function fieldWordsIn(templates: string, language: string): WordsByField {
  const path = join(templates, 'workspace/fields', `${language}.yaml`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of ours, whose form the tests look at
  const { fields = {} } = (readText({ path, text: textAt(path) }).value ?? {}) as { readonly fields?: WordsByField }
  return fields
}

export interface Explanation {
  readonly example: string
  /** An English sentence, the key to its translations. */
  readonly mend: string
}

/** Of every code there is one (`test/messages/`). */
export function explanationOf(templates: string, code: string): Explanation {
  const { [code]: found = {} } = explanationsIn(templates)
  return { example: found.example ?? '', mend: found.mend ?? '' }
}

export function explanationsIn(templates: string): { readonly [code: string]: Partial<Explanation> } {
  const path = join(templates, 'messages', 'explain.yaml')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of ours, whose form the tests look at
  return readText({ path, text: readFileSync(path, 'utf8') }).value as { [code: string]: Partial<Explanation> }
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (thrown) {
    ifMissing(thrown)
    return ''
  }
}
