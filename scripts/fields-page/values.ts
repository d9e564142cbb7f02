/** What may be written into a field, in words. */

import { eachAlike, isText, type Shape } from '../../src/author/field-blocks.ts'
import { meaningsOf, openChoices } from '../../src/load/editor/meanings.ts'
import { currencyCodes } from '../../src/model/currency.ts'
import { idPattern, monthPattern, type Refers, refers } from '../../src/model/record/fields.ts'
import { factsOf, isKind } from '../../src/model/record/kinds.ts'
import { languagePattern } from '../../src/model/text.ts'
import type { PageWords } from './words.ts'

export interface Wording {
  readonly words: PageWords['forms']
  readonly phrases: ReadonlyMap<string, string>
  /** What choices mean that neither the field nor a report says. */
  readonly choices: { readonly [choice: string]: string }
}

export function valueWords(shape: Shape, wording: Wording): string {
  const { words } = wording
  if (isText(shape)) return words.text
  if (shape.items) return words.list(valueWords(shape.items, wording))
  const reference = referenceIn(shape)
  if (reference && shape.type !== 'object') return idOf(reference, words)
  if (shape.enum) return choicesIn(shape.enum, shape.description ?? '', wording)
  if (shape.examples) {
    const known = openChoices(shape.examples, wording.phrases)
    const own = [...known].map(([choice, meaning]) => `\`${choice}\` ${meaning}`)
    return `${own.join('; ')}; ${words.orOwn}`
  }
  return mapOf(shape, wording) ?? plain(shape, words)
}

const referenceIn = (shape: Shape & { readonly [refers]?: Refers }): Refers | undefined => shape[refers]

function idOf({ to, orSociety }: Refers, words: Wording['words']): string {
  const folder = isKind(to) ? factsOf(to).folder : undefined
  return `${words.id} (\`data/${folder ?? ''}\`)${orSociety ? ', `society`' : ''}`
}

function choicesIn(choices: readonly string[], description: string, wording: Wording): string {
  if (choices.length === currencyCodes.length) return wording.words.currency
  if (isRemarks(choices)) return wording.words.remark
  const meanings = meaningsIn(choices, description, wording)
  return choices.map((choice, at) => `\`${choice}\` ${meanings[at] ?? ''}`.trim()).join('; ')
}

const isRemarks = (choices: readonly string[]): boolean => choices.every(choice => choice.startsWith('editorial/'))

function meaningsIn(
  choices: readonly string[],
  description: string,
  { phrases, choices: own }: Omit<Wording, 'words'>,
): readonly string[] {
  const meanings = meaningsOf(choices, description, phrases)
  return choices.map((choice, at) => own[choice] ?? meanings[at] ?? '')
}

/** Of a field with choices of ours, what each of them means; of currencies and remarks a list elsewhere says it. */
export function choicesOf(shape: Shape, wording: Omit<Wording, 'words'>): ReadonlyMap<string, string> {
  const { enum: choices = [], description = '' } = shape.items ?? shape
  if (choices.length === 0 || choices.length === currencyCodes.length || isRemarks(choices)) return new Map()
  const meanings = meaningsIn(choices, description, wording)
  return new Map(choices.map((choice, at) => [choice, meanings[at] ?? '']))
}

function mapOf(shape: Shape, wording: Wording): string | undefined {
  const { words } = wording
  const alike = eachAlike(shape)
  if (alike) {
    const names = Object.keys(shape.properties ?? {}).map(name => `\`${name}\``)
    return `${valueWords(alike, wording)}, ${words.byKey}: ${names.join(', ')}`
  }
  const [each] = Object.values(shape.patternProperties ?? {})
  if (!each) return undefined
  const reference = referenceIn(shape)
  return `${valueWords(each, wording)}, ${words.byKey}: ${reference ? idOf(reference, words) : words.year}`
}

function plain(shape: Shape, words: Wording['words']): string {
  const { type, format, pattern } = shape
  if (type === 'boolean') return words.truth
  if (type === 'integer') return words.count
  if (type === 'number') return words.number
  if (format === 'date') return words.day
  if (format === 'date-time') return words.moment
  if (Array.isArray(type)) return words.period
  if (pattern === idPattern) return words.ownId
  if (pattern === languagePattern) return words.language
  return pattern === monthPattern ? words.month : words.string
}
