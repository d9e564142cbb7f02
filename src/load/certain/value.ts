/**
 * What a wrong value certainly was to be: the same fact in another form. Where two facts could be meant (03/04/2025), where
 * something would be lost (a time behind a day, “about” before a number) or where something is to be added (a zone), nothing
 * is certain, and the hint is all there is.
 */
import { ownCodePattern } from '../../model/own-codes.ts'
import { periodPattern } from '../../model/period.ts'
import { idPattern, refers } from '../../model/record/fields.ts'
import type { Edit } from '../../model/source.ts'
import { languagePattern } from '../../model/text.ts'
import { answerOf } from '../explain/answer.ts'
import { certainDay, certainMoment } from '../explain/day.ts'
import { certainNumber } from '../explain/number.ts'
import { idFrom, latin } from '../id.ts'
import { type Mistake, type SchemaFacts, schemaOf, spanOfMistake, writtenAs } from '../mistake.ts'
import { textInPlace, valueInPlace } from './in-place.ts'
import { certainlyNamed, inOtherForm } from './name.ts'
import { certainPeriod } from './period.ts'

/** @param mistake as it is told */
export function certainFix(mistake: Mistake): readonly Edit[] | undefined {
  const { keyword, data } = mistake.error
  const schema = schemaOf(mistake)
  if (keyword === 'type') return ofType(mistake, schema)
  if (typeof data !== 'string') return undefined
  const meant = textMeant(keyword, data, schema)
  return meant === undefined ? undefined : textInPlace(spanOfMistake(mistake), data, meant)
}

function textMeant(keyword: string, written: string, schema: SchemaFacts): string | undefined {
  switch (keyword) {
    case 'format':
      return inFormat(written, schema)
    case 'enum':
      return choiceMeant(written, schema.enum ?? [])
    case 'pattern':
      return inPattern(written, schema)
    default:
      return undefined
  }
}

function inFormat(written: string, { format }: SchemaFacts): string | undefined {
  if (format === 'date') return certainDay(written)
  return format === 'date-time' ? certainMoment(written) : undefined
}

function choiceMeant(written: string, values: readonly string[]): string | undefined {
  const named = values.length > longest ? inOtherCase(written, values) : certainlyNamed(written, values)
  if (named !== undefined) return named
  const answer = answerIn(written)
  const same = answer === undefined ? [] : values.filter(value => answerOf(value) === answer)
  return same.length === 1 ? same[0] : undefined
}

/** Of all currencies of the world, one letter makes another. */
const longest = 40

function inOtherCase(written: string, values: readonly string[]): string | undefined {
  const code = latin(written).trim().toUpperCase()
  return values.find(value => value === code)
}

/** In words: of `1` nobody knows whether it is an answer or a number. */
const answerIn = (written: unknown): boolean | undefined =>
  typeof written === 'string' && /^\s*(?:[\p{L}'ʻ‘]+|[✓✔☑])\s*$/u.test(written) ? answerOf(written) : undefined

function inPattern(written: string, { pattern, examples = [], [refers]: refersTo }: SchemaFacts): string | undefined {
  if (pattern === periodPattern) return certainPeriod(written)
  if (pattern === ownCodePattern) return inOtherForm(written, examples)
  if (pattern === idPattern) return refersTo ? undefined : ownId(written)
  return pattern === languagePattern ? tagMeant(written) : undefined
}

/** In another form alone: which letters a name of other words loses, its author says. */
function ownId(written: string): string | undefined {
  const near = idFrom(written)
  const form = latin(written)
    .trim()
    .toLowerCase()
    .replace(/[\s_\u00a0]+/g, '-')
  return near === form ? near : undefined
}

function tagMeant(written: string): string | undefined {
  const parts = written.trim().split(/[-_]/)
  const [language = '', script] = parts
  const tag = [language.toLowerCase(), ...(script === undefined ? [] : [capital(script)])].join('-')
  return parts.length <= 2 && new RegExp(languagePattern).test(tag) ? tag : undefined
}

const capital = (script: string): string => script.charAt(0).toUpperCase() + script.slice(1).toLowerCase()

function ofType(mistake: Mistake, schema: SchemaFacts): readonly Edit[] | undefined {
  const { data } = mistake.error
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  const put = (value: string | undefined): readonly Edit[] | undefined =>
    value === undefined ? undefined : valueInPlace(spanOfMistake(mistake), value)
  if (types.includes('boolean')) return put(answerIn(data)?.toString())
  if (types.includes('string')) {
    return typeof data === 'number' || typeof data === 'boolean' ? put(asText(mistake, schema)) : undefined
  }
  if (typeof data !== 'string') return undefined
  if (types.includes('array')) return undefined
  if (types.includes('object')) return put(sumMeant(data, schema))
  const number = certainNumber(data)
  return types.includes('integer') && number?.includes('.') ? undefined : put(number)
}

/** A number or an answer where a text goes: itself in quotes, unless the text has a form. */
function asText(mistake: Mistake, schema: SchemaFacts): string | undefined {
  const written = writtenAs(mistake)
  if (schema.format || schema.pattern) return textMeant(schema.format ? 'format' : 'pattern', written, schema)
  if (!schema.enum) return `"${written}"`
  const same = schema.enum.filter(value => answerOf(value) === mistake.error.data)
  return same.length === 1 ? same[0] : undefined
}

/** `2 500 CHF` */
function sumMeant(written: string, { properties = {} }: SchemaFacts): string | undefined {
  const [, amount = '', currency = ''] = /^([^A-Z]+) ([A-Z]{3})$/.exec(written.trim()) ?? []
  const number = certainNumber(amount)
  const isSum = Object.hasOwn(properties, 'amount') && properties['currency']?.enum?.includes(currency)
  return isSum && number !== undefined ? `{ amount: ${number}, currency: ${currency} }` : undefined
}
