/** How the cell of a field is read, and how its value is shown: each format says both, so that what is shown is read again. */
import { said } from '../model/said.ts'

import { readAmount, type WrittenAmount } from './reading/amount.ts'
import type { Conventions } from './reading/conventions.ts'
import { dayOfSerial, readDay } from './reading/day.ts'
import { type Plain, plainText, type Read, wrong } from './reading/fault.ts'
import { readNumber } from './reading/number.ts'
import { hasOwnIdForm } from './record-id.ts'
import type { ListName, Site } from './site.ts'
import { type Content, shownContent, type Table } from './table.ts'

/** What is at hand where a cell is read. */
export interface Reader {
  readonly site: Site
  readonly conventions: Conventions
  readonly table: Pick<Table, 'since1904' | 'sheet'>
}

export interface Format {
  /** Numbers and days have conventions, which the columns that hold them show. */
  readonly holds?: 'days' | 'numbers'
  /** A cell may hold several values. */
  readonly isList?: true
  readonly read: (content: Content, reader: Reader) => Read
  /** In a language; nothing for what this format cannot show. */
  readonly show: (value: Plain, site: Site, language: string) => Content | undefined
}

const shownText = (value: Plain): Content | undefined =>
  typeof value === 'string' && value.trim() !== '' ? { kind: 'text', text: value.trim() } : undefined

/** Words, as they stand. */
export const words: Format = {
  read: content => ({ value: shownContent(content).replace(/\r\n?/g, '\n') }),
  show: shownText,
}

export const recordId: Format = {
  read: content => {
    const id = shownContent(content)
    return hasOwnIdForm(id)
      ? { value: id }
      : wrong(
          said('“{id}” is not an id.', { id }),
          said('An id is lower-case letters a-z, digits and hyphens; leave it blank for a new record.'),
        )
  },
  show: shownText,
}

export const count: Format = {
  holds: 'numbers',
  read: (content, { conventions }) => {
    const isShare = (content.kind === 'number' && content.isPercent) || /%\s*$/.test(shownContent(content))
    if (isShare)
      return wrong(
        said('“{content}” is a percentage; here goes a number of people.', { content: shownContent(content) }),
        said('Write how many.'),
      )
    const number =
      content.kind === 'number'
        ? { value: content.value }
        : readNumber(shownContent(content), { decimal: conventions.decimal, isWhole: true })
    if ('fault' in number)
      return wrong(number.fault.message, said('Write a whole number; leave the cell blank for what was not reported.'))
    if (Number.isInteger(number.value) && number.value >= 0) return number
    return wrong(
      said('“{content}” is not a whole number from 0 up.', { content: shownContent(content) }),
      said('People are counted in whole numbers.'),
    )
  },
  show: value => (typeof value === 'number' ? { kind: 'number', value } : undefined),
}

export const amount: Format = {
  holds: 'numbers',
  read: (content, { conventions }) => {
    if (content.kind === 'number') return { value: { amount: tidy(content.value) } }
    const read = readAmount(shownContent(content), conventions.decimal)
    return 'fault' in read ? read : { value: { ...read.value } }
  },
  show: value => (typeof value === 'number' ? { kind: 'number', value } : undefined),
}

/** Fifteen digits are what a spreadsheet holds: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(15))

export const isAmount = (value: Plain | undefined): value is Plain & WrittenAmount =>
  typeof value === 'object' && 'amount' in value

export const day: Format = {
  holds: 'days',
  read: (content, { conventions, site, table }) => {
    if (content.kind === 'day') return { value: content.day }
    const text = shownContent(content)
    const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? dayOfSerial(Number(text), table.since1904 === true) : undefined
    if (serial !== undefined) return { value: serial }
    return readDay(text, conventions, [...new Set([...site.languages, ...site.worded])])
  },
  show: value => (typeof value === 'string' ? { kind: 'day', day: value } : undefined),
}

/** One of a list. */
export const oneOf = (list: ListName): Format => ({
  read: (content, { site }) => meantBy(shownContent(content), list, site),
  show: (value, site, language) =>
    typeof value === 'string' ? { kind: 'text', text: site.named[list].shown(value, language) } : undefined,
})

/** Several of a list in one cell. `all` are words that mean none in particular. */
export const severalOf = (list: ListName, isAll: (text: string, site: Site) => boolean = () => false): Format => ({
  isList: true,
  read: (content, { site }) => {
    const text = shownContent(content)
    if (isAll(text, site)) return { value: [] }
    if (site.named[list].find(text).kind === 'one') return listed([meantBy(text, list, site)])
    const parts = text
      .split(/[;\n|]/)
      .flatMap(part => (site.named[list].find(part).kind === 'one' ? [part] : part.split(/[,،]/)))
    return listed(parts.filter(part => part.trim() !== '').map(part => meantBy(part, list, site)))
  },
  show: (value, site, language) => {
    if (!Array.isArray(value) || value.length === 0) return undefined
    return { kind: 'text', text: value.map(each => site.named[list].shown(plainText(each), language)).join('; ') }
  },
})

function listed(reads: readonly Read[]): Read {
  const fault = reads.find(read => 'fault' in read)
  if (fault) return fault
  return { value: [...new Set(reads.flatMap(read => ('value' in read ? [read.value] : [])))] }
}

function meantBy(written: string, list: ListName, site: Site): Read {
  const { find, what } = site.named[list]
  const text = written.trim()
  const found = find(text)
  if (found.kind === 'one') return { value: found.id }
  if (found.kind === 'several') {
    const hint = said('Write the id of the one that is meant: {ids}.', { ids: found.ids.join(', ') })
    return {
      fault: {
        code: 'import/ambiguous',
        message: said('“{text}” may be {count} records or words.', { text, count: found.ids.length }),
        hints: [hint],
      },
    }
  }
  const choices =
    found.near.length === 0
      ? said('There are none: add the record first.')
      : said('There are: {near}.', { near: found.near.join(', ') })
  const [near, other] = found.near
  const hint = near !== undefined && other === undefined ? said('Did you mean {near}?', { near }) : choices
  return {
    fault: {
      code: 'import/unknown-name',
      message: said('There is no {what} “{text}”.', { what, text }),
      hints: [hint],
    },
  }
}
