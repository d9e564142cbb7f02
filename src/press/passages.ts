/** The passages of a story that the schema of its record declares: text fields whose schema says no more than that. */

import type { ReleaseModel } from '../model/document.ts'
import { isPassage } from '../model/record/fields.ts'
import { factsOf } from '../model/record/kinds.ts'
import { isText } from '../model/text.ts'
import { sayMarkdown, type Telling } from './telling.ts'

export function passagesOf(telling: Telling): ReleaseModel['passages'] {
  const of = telling.subject
  const fields: { readonly [name: string]: unknown } = of.data
  return passagesIn(of.kind).flatMap(name => {
    const written = fields[name]
    const text = isText(written) ? sayMarkdown(telling, written, { of, pointer: `/${name}` }) : undefined
    return text === undefined ? [] : [{ name, heading: `press.passages.${name}`, text }]
  })
}

const passagesIn = (kind: Telling['subject']['kind']): readonly string[] =>
  Object.entries(factsOf(kind).schema.properties).flatMap(([name, schema]) => (isPassage in schema ? [name] : []))
