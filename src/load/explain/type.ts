/** A value of another type than the field takes: the traps of YAML, one hint each. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { languagePattern } from '../../model/text.ts'
import { fieldOf } from '../draft.ts'
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
import { namesIn } from '../pointer.ts'
import { quoted } from '../quoted.ts'
import { capitalized } from '../show.ts'
import { explainFormat } from './format.ts'
import { asNumber, isUnreported } from './number.ts'

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

function wrongType(mistake: Mistake, takes: string, ...hints: string[]): Diagnostic {
  const place = placeOfMistake(mistake)
  const message = `${capitalized(place)} takes ${takes}, not ${showData(mistake)}.`
  return errorAt('record/wrong-type', spanOfMistake(mistake), message, ...hints)
}

function empty(mistake: Mistake, schema: SchemaFacts): Diagnostic {
  const isRecord = mistake.pointer === ''
  const message = isRecord ? 'The record is empty.' : `${capitalized(placeOfMistake(mistake))} is empty.`
  const hint = isRecord
    ? 'Write its fields, or delete the file.'
    : 'Write a value, or remove the line: blank is not zero.'
  const comment = isRecord ? undefined : commentAfter(mistake)
  if (comment !== undefined) {
    const why = `What follows “#” is a comment to YAML. If it is the text, put it in quotes: ${quoted(comment)}.`
    return errorAt('record/wrong-type', spanOfMistake(mistake), message, why)
  }
  const languages = isRecord ? [] : languagesBelow(mistake)
  if (languages.length > 0) {
    const deeper = `Indent ${languages.join(', ')} below it deeper than the field: as they stand, they are fields beside it.`
    return errorAt('record/wrong-type', spanOfMistake(mistake), message, deeper)
  }
  const about = isRecord ? [] : aboutField(schema)
  return errorAt('record/wrong-type', spanOfMistake(mistake), message, hint, ...about)
}

/** What was written in the same column as the field that it was meant to be inside. */
function languagesBelow({ record, pointer }: Mistake): readonly string[] {
  const names = namesIn(pointer)
  const map = names.slice(0, -1).reduce<unknown>((value, name) => fieldOf(value, name), record)
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return []
  const after = Object.keys(map).slice(Object.keys(map).indexOf(names.at(-1) ?? '') + 1)
  const end = after.findIndex(name => !new RegExp(languagePattern).test(name))
  return after.slice(0, end < 0 ? undefined : end)
}

/** What stands on the line of an empty value. */
function commentAfter({ origin, pointer }: Mistake): string | undefined {
  const node = origin.spans.get(origin.pointer + pointer)
  const from = node?.key?.[1] ?? node?.value[0]
  if (from === undefined) return undefined
  return /^:?[ \t]*(#[^\r\n]*)/.exec(origin.file.text.slice(from, from + 400))?.[1]?.trimEnd()
}

function notBoolean(mistake: Mistake, data: unknown): Diagnostic {
  const answer = typeof data === 'string' ? answers.get(data.trim().toLowerCase()) : undefined
  if (answer === undefined) return wrongType(mistake, 'true or false', 'Write true or false, without quotes.')
  const message = `${capitalized(placeOfMistake(mistake))} takes true or false, not ${showData(mistake)}.`
  return errorAt('record/boolean', spanOfMistake(mistake), message, `Write ${answer}.`)
}

const answers: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'on', 'true', 'да', 'ha', 'ҳа'].map(word => [word, true] as const),
  ...['no', 'n', 'off', 'false', 'нет', 'yoʻq', 'йўқ'].map(word => [word, false] as const),
])

function notNumber(mistake: Mistake, data: unknown): Diagnostic {
  const isWhole = typesOf(schemaOf(mistake)).includes('integer')
  const takes = isWhole ? 'a whole number' : 'a number'
  if (typeof data === 'number')
    return wrongType(mistake, takes, isWhole ? 'Write it without decimals.' : 'Write digits.')
  if (Array.isArray(data)) return wrongType(mistake, takes, 'Write one value, without a list.')
  if (typeof data !== 'string') return wrongType(mistake, takes, ...aboutField(schemaOf(mistake)))
  const meant = asNumber(data)
  if (meant !== undefined)
    return wrongType(mistake, takes, `Write ${meant}: digits without quotes or spaces, decimals after a point.`)
  if (isUnreported(data))
    return wrongType(mistake, takes, 'Remove the line where nothing was reported: blank is not zero.')
  return wrongType(mistake, takes, 'Write digits only.', ...aboutField(schemaOf(mistake)))
}

function notList(mistake: Mistake, data: unknown): Diagnostic {
  const name = mistake.pointer.slice(mistake.pointer.lastIndexOf('/') + 1)
  const isMap = typeof data === 'object'
  const written = writtenAs(mistake)
  const [first = ''] = written.split('\n')
  const hint = isMap
    ? 'Begin each entry on a line of its own with “- ”.'
    : dashed.test(first)
      ? `Begin each entry with a hyphen and a space: - ${first.replace(dashed, '').trim()}`
      : `Write ${name}: [${written.replace(/\s*[;\n]\s*/g, ', ')}].`
  return wrongType(mistake, 'a list', hint)
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
        ? `Write the value alone: ${entry}`
        : 'Write one value; several paragraphs go under “|”.'
    return wrongType(mistake, byLanguage ? 'a text, or one for each language' : 'one value', hint)
  }
  if (typeof data === 'object') return wrongType(mistake, 'one text', mapHint(data))
  const written = writtenAs(mistake)
  const choice = typeof data === 'boolean' ? schema.enum?.find(value => answers.get(value) === data) : undefined
  const hint = choice === undefined ? `Put it in quotes: "${written}".` : `Write ${choice}.`
  return wrongType(mistake, choice === undefined ? 'text' : `one of ${schema.enum?.join(', ')}`, hint)
}

function mapHint(data: unknown): string {
  const keys = Object.keys(data ?? {})
  const isByLanguage = keys.every(key => new RegExp(languagePattern).test(key))
  return isByLanguage ? 'This field is the same in every language: write it once.' : 'Write the value after the colon.'
}

function notMap(mistake: Mistake, data: unknown): Diagnostic {
  const fields = Object.keys(schemaOf(mistake).properties ?? {})
  const takes = mistake.pointer === '' ? 'fields, each on its line' : 'fields of its own'
  const hints = fields.length > 0 ? [`Its fields: ${fields.join(', ')}.`] : aboutField(schemaOf(mistake))
  if (Array.isArray(data)) return wrongType(mistake, takes, 'Remove the “- ” before its fields.', ...hints)
  return wrongType(mistake, takes, ...hints)
}
