/** Which row of a table holds the headers, and which column which field. */
import { plainName } from './directory.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Reader } from './formats.ts'
import { type Family, familyOf, type Headers, headersOf, isKobosOwn, type Meant } from './headers.ts'
import { currencyOf, fieldsTagged, isPassedOver, languageOf, type Tag, tagIn, tagRowOf } from './hxl.ts'
import type { Mapping } from './mapping.ts'
import type { Site } from './site.ts'
import { limits, type Row, shownContent, type Table } from './table.ts'

export interface Column extends Meant {
  readonly number: number
  readonly header: string
  /** Of an answer of which each choice has a column: what this one says where it is marked. */
  readonly choice?: string
}

export interface Recognised {
  readonly table: Table
  readonly family?: Family
  readonly headerRow: number
  readonly columns: readonly Column[]
  /** Columns that hold something and that nothing is known of. */
  readonly unknown: readonly { readonly number: number; readonly header: string }[]
  readonly data: readonly Row[]
}

/** Nothing where no row of the table has headers that are known. */
export function recognise(table: Table, site: Site, mapping: Mapping): Recognised | undefined {
  const headers = headersOf(site)
  const tags = tagRowOf(table)
  const head = headRow(table, tags, { headers, mapping })
  const last = Math.max(head?.number ?? 0, tags?.number ?? 0)
  if (last === 0) return undefined
  const data = table.rows.filter(({ number }) => number > last)
  const texts = new Map([...(head?.cells ?? [])].map(([number, content]) => [number, shownContent(content)]))
  const family = familyOf([...texts.values()])
  const seen: Seen = { headers, mapping, site, data, table, texts, tags, ...(family && { family }) }
  const numbers = [...new Set([...texts.keys(), ...(tags?.cells.keys() ?? [])])].toSorted((a, b) => a - b)
  const found = numbers.map(number => ({
    number,
    header: texts.get(number) ?? tagText(tags, number),
    is: columnAt(number, seen),
  }))
  const columns = found.flatMap(({ number, header, is }) => (typeof is === 'object' ? [{ number, header, ...is }] : []))
  if (!columns.some(({ field }) => identifying.has(field.key))) return undefined
  const unknown = found.filter(({ number, is }) => is === 'unknown' && data.some(({ cells }) => cells.has(number)))
  return {
    table,
    ...(family && { family }),
    headerRow: head?.number ?? last,
    columns: withoutJoined(columns),
    unknown,
    data,
  }
}

/** One of these says which activity a row is of; a table without them is another, such as a list to choose from. */
const identifying = new Set(['id', 'name', 'go_id', 'kobo_id'])

interface Known {
  readonly headers: Headers
  readonly mapping: Mapping
}

interface Seen extends Known {
  readonly site: Site
  readonly table: Table
  readonly data: readonly Row[]
  readonly texts: ReadonlyMap<number, string>
  readonly tags: Row | undefined
  readonly family?: Family
}

const tagText = (tags: Row | undefined, column: number): string => {
  const content = tags?.cells.get(column)
  return content ? shownContent(content) : ''
}

/** The one that is named, the one above the tags, or the one with the most names that are known. */
function headRow(table: Table, tags: Row | undefined, { headers, mapping }: Known): Row | undefined {
  const { header_row: told } = mapping
  if (told !== undefined) return table.rows.find(({ number }) => number === told)
  if (tags) return table.rows.find(({ number }) => number === tags.number - 1)
  const known = ({ cells }: Row): number =>
    [...cells.values()].filter(content => {
      const header = shownContent(content)
      return mappedTo(header, mapping) !== undefined || ofPath(header, headers) !== undefined
    }).length
  const first = table.rows.filter(({ number }) => number <= limits.headerRows)
  const best = first.toSorted((a, b) => known(b) - known(a) || a.number - b.number)[0]
  return best && known(best) >= 2 ? best : undefined
}

/** What a mapping says of a header; null where it says that the column is not meant. */
function mappedTo(header: string, { columns = {} }: Mapping): string | null | undefined {
  const name = Object.keys(columns).find(each => plainName(each) === plainName(header))
  return name === undefined ? undefined : columns[name]
}

type Meaning = Omit<Column, 'number' | 'header'> | 'unknown' | 'passed over'

function columnAt(number: number, seen: Seen): Meaning {
  const { headers, family, texts, tags, site } = seen
  const header = texts.get(number) ?? ''
  const mapped = mappedTo(header, seen.mapping)
  if (mapped === null) return 'passed over'
  if (mapped !== undefined) return headers.meaning(mapped) ?? 'unknown'
  const tag = tagIn(tagText(tags, number))
  if (tag) return ofTag(tag, number, seen)
  if (family === 'kobo' && /^_(?:uuid|id)$/.test(header.trim()))
    return own('kobo_id', header.trim() === '_uuid' ? 0 : 1)
  if (family === 'kobo' && isKobosOwn(header) && !isAnswer(number, header, seen)) return 'passed over'
  if (family === 'go' && plainName(header) === 'id') return own('go_id', 0)
  const meant = ofPath(header, headers)
  if (meant) return family === 'go' && meant.field.isWorded ? inEnglish(meant, site) : meant
  return headers.isPassedOver(header) || header === '' ? 'passed over' : 'unknown'
}

function own(key: string, rank: number): Meaning {
  const field = fieldNamed(key)
  return field ? { field, rank } : 'unknown'
}

/** GO is written in English. */
const inEnglish = (meant: Meant, { languages }: Site): Meant =>
  meant.language === undefined && languages.includes('en') ? { ...meant, language: 'en' } : meant

/** Moments at which a form was begun and sent are no days of an activity. */
function isAnswer(number: number, header: string, { data }: Seen): boolean {
  if (!/^(?:start|end)$/.test(header.trim())) return false
  return !data.some(({ cells }) => {
    const content = cells.get(number)
    return content && (content.kind === 'day' ? content.hasTime : /T\d\d:/.test(shownContent(content)))
  })
}

/** `group/question`, and `group/question/choice` where each choice has a column of its own. */
function ofPath(header: string, headers: Headers): (Meant & { readonly choice?: string }) | undefined {
  const whole = headers.meaning(header)
  if (whole || !header.includes('/')) return whole
  const names = header.split('/').map(name => name.trim())
  const question = headers.meaning(names.at(-1) ?? '')
  if (question) return question
  const asked = headers.meaning(names.at(-2) ?? '')
  return asked?.field.format.isList ? { ...asked, choice: names.at(-1) ?? '' } : undefined
}

function ofTag(tag: Tag, number: number, seen: Seen): Meaning {
  const tagged = fieldsTagged(tag)
  const [first, other] = tagged
  if (!first) return isPassedOver(tag) ? 'passed over' : 'unknown'
  const byHeader = seen.headers.meaning(seen.texts.get(number) ?? '')?.field
  const best = other
    ? (tagged.find(({ field }) => field === byHeader) ?? tagged.find(({ field }) => fits(field, number, seen)) ?? first)
    : first
  const language = languageOf(tag, seen.site.languages)
  const currency = currencyOf(tag)
  const meant = { ...best, ...(language !== undefined && { language }), ...(currency !== undefined && { currency }) }
  return seen.family === 'go' && meant.field.isWorded ? inEnglish(meant, seen.site) : meant
}

function fits(field: Field, number: number, { data, site, table }: Seen): boolean {
  const reader: Reader = { site, table, conventions: {} }
  const contents = data.slice(0, 50).flatMap(({ cells }) => cells.get(number) ?? [])
  return contents.length > 0 && contents.every(content => 'value' in field.format.read(content, reader))
}

/** An answer stands both joined in one cell and spread over columns: where it is spread, no name is cut. */
function withoutJoined(columns: readonly Column[]): readonly Column[] {
  const spread = new Set(columns.filter(({ choice }) => choice !== undefined).map(({ field }) => field))
  return columns.filter(({ field, choice }) => choice !== undefined || !spread.has(field))
}
