/** What a column is called -> the field that it holds: in every language of the wording, by GO, by KoBo, by a field's own name. */
import { plainName } from './directory.ts'
import { type Field, fields, passedOver } from './fields.ts'
import { currencyIn } from './reading/amount.ts'
import type { Site } from './site.ts'

export interface Meant {
  readonly field: Field
  /** The less, the better the name says what the field is. */
  readonly rank: number
  readonly language?: string
  readonly currency?: string
}

export interface Headers {
  readonly meaning: (header: string) => Meant | undefined
  /** Known, and nothing that a record holds. */
  readonly isPassedOver: (header: string) => boolean
}

export function headersOf(site: Site): Headers {
  const names = new Map<string, Meant>()
  const add = (name: string, field: Field, rank: number): void => {
    const key = plainName(name)
    if (key !== '' && !names.has(key)) names.set(key, { field, rank })
  }
  // What is said of an exchange counts before what others call alike.
  for (const field of fields) add(field.key, field, 0)
  for (const field of fields)
    for (const word of Object.values(site.words(`report.exchange.columns.${field.key}`))) add(word, field, 0)
  for (const field of fields) for (const [rank, name] of (field.go ?? []).entries()) add(name, field, rank)
  for (const field of fields)
    for (const [rank, column] of (field.register ?? []).entries())
      for (const text of Object.values(site.words(`report.activities.columns.${column}`)))
        add(text.replace(/\{\{.*?\}\}/g, ''), field, rank)
  const silent = new Set(passedOver.headers.map(plainName))
  return {
    meaning: header => meaningIn(header, names, site.languages),
    isPassedOver: header => silent.has(plainName(header)),
  }
}

function meaningIn(header: string, names: ReadonlyMap<string, Meant>, languages: readonly string[]): Meant | undefined {
  const known = names.get(plainName(header))
  const currency = currencyIn(header)
  if (known) return { ...known, ...(currency !== undefined && { currency }) }
  const [, name = '', suffix = ''] =
    /^(.+?)(?:\s*[[(]|[._:]+)([A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?)[\])]?\s*$/.exec(header) ?? []
  const language = languages.find(each => each.toLowerCase() === suffix.toLowerCase().replace('_', '-'))
  const worded = language === undefined ? undefined : names.get(plainName(name))
  if (worded?.field.isWorded && language !== undefined) return { ...worded, language }
  if (currency === undefined) return undefined
  const priced = names.get(plainName(header.replace(currency, '')))
  return priced?.field.format.holds === 'numbers' ? { ...priced, currency } : undefined
}

const goNames = new Set(
  fields
    .flatMap(({ go = [] }) => go)
    .concat(passedOver.headers)
    .map(plainName),
)
const koboNames = new Set<string>(passedOver.kobo)

export type Family = 'go' | 'kobo'

/** Which system a table comes from, as far as its headers show it. */
export function familyOf(headers: readonly string[]): Family | undefined {
  if (headers.some(header => /^_(?:uuid|submission_time)$/.test(header.trim()))) return 'kobo'
  return headers.filter(header => goNames.has(plainName(header))).length >= 6 ? 'go' : undefined
}

export const isKobosOwn = (header: string): boolean => koboNames.has(header.trim())
