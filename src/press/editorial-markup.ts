/** Markdown as authors type it: signs that the page prints as they were typed, and words of which it makes something else. */

import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { isPassage } from '../model/record/fields.ts'
import { factsOf } from '../model/record/kinds.ts'
import type { Said } from '../model/said.ts'
import { placeOf, type Written } from './editorial-texts.ts'

/** How a field is printed: with all of Markdown, as one line with emphasis and links, or as it stands. */
export type Shown = 'blocks' | 'line' | 'plain'

/** Of the reader that makes the page, which knows what it did not understand. */
export type RemarksOn = (
  text: string,
  shown: Shown,
) => readonly {
  readonly kind: 'as-typed' | 'unmeant'
  readonly piece: string
  readonly message: Said
  readonly hint: Said
}[]

const codes = { 'as-typed': 'editorial/printed-as-typed', unmeant: 'editorial/unmeant-markup' } as const

export function checkMarkup(written: Written, remarksOn: RemarksOn): readonly Diagnostic[] {
  const shown = shownAs(written)
  if (shown === undefined) return []
  return remarksOn(written.text, shown).map(({ kind, piece, message, hint }) =>
    warningAt(codes[kind], placeOf(written, piece), message, hint),
  )
}

const language = '(?:/[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)?$'
const fields: readonly (readonly [RegExp, Shown])[] = [
  [/^\/(?:background|plans|closing|description|boilerplate|topics\/after)/, 'blocks'],
  [/^\/release\/(?:body|notes_to_editors|quotes\/\d+\/text)/, 'blocks'],
  [/^\/(?:topics\/(?:intro|items\/\d+\/text)|release\/(?:lead|next_steps\/\d+))/, 'line'],
  [new RegExp(`/(?:headline|subheadline|title|venue|name|role|alt|caption|credit|note)${language}`), 'plain'],
]

/** `undefined`: no release prints it. */
export function shownAs({ of, pointer }: Written): Shown | undefined {
  const [, field = ''] = pointer.split('/')
  const schema: object = Object.entries(factsOf(of.kind).schema.properties).find(([name]) => name === field)?.[1] ?? {}
  if (isPassage in schema) return 'blocks'
  return fields.find(([pattern]) => pattern.test(pointer))?.[1]
}
