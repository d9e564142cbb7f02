/** A value of another type than the field takes: the traps of YAML, one hint each. */

import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { periodPattern } from '../../model/period.ts'
import { type Said, said } from '../../model/said.ts'
import { languagePattern } from '../../model/text.ts'
import {
  aboutField,
  type Mistake,
  placeOfMistake,
  type SchemaFacts,
  schemaOf,
  showData,
  spanOfMistake,
  writtenAs,
} from '../mistake.ts'
import { quoted } from '../quoted.ts'
import { answerOf } from './answer.ts'
import { explainFormat } from './format.ts'
import { asNumber, isUnreported } from './number.ts'
import { periodHint } from './pattern.ts'

export function explainType(mistake: Mistake): Diagnostic {
  const { data } = mistake.error
  const schema = schemaOf(mistake)
  const wanted = typesOf(schema)
  if (data === null || data === undefined) return empty(mistake, schema)
  if (wanted.includes('boolean')) return notBoolean(mistake, data)
  const isNumber = wanted.includes('number') || wanted.includes('integer')
  // A period is a text, and a number where it is a year.
  if (isNumber && !wanted.includes('string')) return notNumber(mistake, data)
  if (wanted.includes('array')) return notList(mistake, data)
  if (wanted.includes('string')) return notText(mistake, data)
  return notMap(mistake, data)
}

function typesOf(schema: SchemaFacts): readonly string[] {
  return typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
}

function wrongType(mistake: Mistake, takes: Said, ...hints: Said[]): Diagnostic {
  const place = placeOfMistake(mistake)
  const message = said('{Place} takes {takes}, not {value}.', {
    place,
    takes,
    value: showData(mistake),
  })
  return errorAt('record/wrong-type', spanOfMistake(mistake), message, ...hints)
}

function empty(mistake: Mistake, schema: SchemaFacts): Diagnostic {
  const isRecord = mistake.pointer === ''
  const message = isRecord
    ? said('The record is empty.')
    : said('{Place} is empty.', { place: placeOfMistake(mistake) })
  const hint = isRecord ? said('Write its fields, or delete the file.') : valueHint(mistake)
  const comment = isRecord ? undefined : commentAfter(mistake)
  if (comment !== undefined) {
    const why = said('What follows “#” is a comment to YAML. If it is the text, put it in quotes: {comment}.', {
      comment: quoted(comment),
    })
    return errorAt('record/wrong-type', spanOfMistake(mistake), message, why)
  }
  const about = isRecord ? [] : aboutField(schema)
  return errorAt('record/wrong-type', spanOfMistake(mistake), message, hint, ...about)
}

/** Of a field that must be there, nobody is told to take it out. */
const valueHint = ({ pointer }: Mistake): Said =>
  /\/\d+$/.test(pointer)
    ? said('Write a value, or remove the line: blank is not zero.')
    : said('Write a value; a field that need not be there is taken out: blank is not zero.')

/** What stands on the line of an empty value. */
function commentAfter({ origin, pointer }: Mistake): string | undefined {
  const node = origin.spans.get(origin.pointer + pointer)
  const from = node?.key?.[1] ?? node?.value[0]
  if (from === undefined) return undefined
  return /^:?[ \t]*(#[^\r\n]*)/.exec(origin.file.text.slice(from, from + 400))?.[1]?.trimEnd()
}

function notBoolean(mistake: Mistake, data: unknown): Diagnostic {
  const answer = typeof data === 'object' ? undefined : answerOf(data)
  if (answer === undefined)
    return wrongType(mistake, said('true or false'), said('Write true or false, without quotes.'))
  const message = said('{Place} takes {takes}, not {value}.', {
    place: placeOfMistake(mistake),
    takes: said('true or false'),
    value: showData(mistake),
  })
  return errorAt('record/boolean', spanOfMistake(mistake), message, said('Write {text}.', { text: String(answer) }))
}

function notNumber(mistake: Mistake, data: unknown): Diagnostic {
  const isWhole = typesOf(schemaOf(mistake)).includes('integer')
  const takes = isWhole ? said('a whole number') : said('a number')
  if (typeof data === 'number')
    return wrongType(mistake, takes, isWhole ? said('Write it without decimals.') : said('Write digits.'))
  if (Array.isArray(data)) return wrongType(mistake, takes, said('Write one value, without a list.'))
  if (typeof data !== 'string') return wrongType(mistake, takes, ...aboutField(schemaOf(mistake)))
  const meant = asNumber(data)
  if (meant !== undefined)
    return wrongType(
      mistake,
      takes,
      said('Write {meant}: digits without quotes or spaces, decimals after a point.', { meant }),
    )
  if (isUnreported(data))
    return wrongType(mistake, takes, said('Remove the line where nothing was reported: blank is not zero.'))
  return wrongType(mistake, takes, said('Write digits only.'), ...aboutField(schemaOf(mistake)))
}

function notList(mistake: Mistake, data: unknown): Diagnostic {
  if (typeof data === 'object')
    return wrongType(mistake, said('a list'), said('Begin each entry on a line of its own with “- ”.'))
  const name = mistake.pointer.slice(mistake.pointer.lastIndexOf('/') + 1)
  const written = writtenAs(mistake)
  const [first = ''] = written.split('\n')
  const [field] = Object.keys(schemaOf(mistake).items?.properties ?? {})
  if (field !== undefined) {
    const hint = said('Begin each entry on a line of its own, with its fields below each other: - {field}: {first}', {
      field,
      first: first.trim(),
    })
    return wrongType(mistake, said('a list'), hint)
  }
  const hint = dashed.test(first)
    ? said('Begin each entry with a hyphen and a space: - {first}', { first: first.replace(dashed, '').trim() })
    : said('Write {name}: [{written}].', { name, written: written.replace(/\s*[;\n]\s*/g, ', ') })
  return wrongType(mistake, said('a list'), hint)
}

/** As people begin the entries of a list. */
const dashed = /^[-–—−‐‑•·*]\s*/

function notText(mistake: Mistake, data: unknown): Diagnostic {
  const schema = schemaOf(mistake)
  const byLanguage = typesOf(schema).includes('object')
  if (schema.format && !(typeof data === 'object')) return explainFormat(mistake)
  if (Array.isArray(data)) {
    const entry: unknown = data.length === 1 ? data[0] : undefined
    const hint =
      typeof entry === 'string' || typeof entry === 'number'
        ? said('Write the value alone: {entry}', { entry })
        : said('Write one value; several paragraphs go under “|”.')
    return wrongType(mistake, byLanguage ? said('a text, or one for each language') : said('one value'), hint)
  }
  if (typeof data === 'object') return wrongType(mistake, said('one text'), mapHint(data))
  const written = writtenAs(mistake)
  if (schema.pattern === periodPattern) return wrongType(mistake, said('a period'), periodHint(written))
  const choice = typeof data === 'boolean' ? schema.enum?.find(value => answerOf(value) === data) : undefined
  const hint =
    choice === undefined ? said('Put it in quotes: "{written}".', { written }) : said('Write {text}.', { text: choice })
  return wrongType(
    mistake,
    choice === undefined ? said('text') : said('one of {values}', { values: schema.enum ?? [] }),
    hint,
  )
}

function mapHint(data: unknown): Said {
  const keys = Object.keys(data ?? {})
  const isByLanguage = keys.every(key => new RegExp(languagePattern).test(key))
  return isByLanguage
    ? said('This field is the same in every language: write it once.')
    : said('Write the value after the colon.')
}

function notMap(mistake: Mistake, data: unknown): Diagnostic {
  const fields = Object.keys(schemaOf(mistake).properties ?? {})
  const takes = mistake.pointer === '' ? said('fields, each on its line') : said('fields of its own')
  const hints =
    fields.length > 0 ? [said('Its fields: {fields}.', { fields: fields.join(', ') })] : aboutField(schemaOf(mistake))
  if (Array.isArray(data)) return wrongType(mistake, takes, said('Remove the “- ” before its fields.'), ...hints)
  const [amount, currency] = sumIn(writtenAs(mistake))
  if (fields.includes('amount') && amount !== undefined && currency !== undefined)
    return wrongType(mistake, takes, said('Write {text}.', { text: `{ amount: ${amount}, currency: ${currency} }` }))
  return wrongType(mistake, takes, ...hints)
}

/** `2 500 CHF` */
function sumIn(written: string): readonly [amount?: string, currency?: string] {
  const currency = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(written)?.[0]
  const amount = currency === undefined ? undefined : asNumber(written.replace(currency, ''))
  return amount === undefined || currency === undefined ? [] : [amount, currency]
}
