/** Tags of HXL 1.1: `#reached+f` beneath the header of a column says what it holds. */
import { type Field, fields, passedOver } from './fields.ts'
import { limits, type Row, shownContent, type Table } from './table.ts'

export interface Tag {
  readonly base: string
  readonly attributes: readonly string[]
}

export function tagIn(text: string): Tag | undefined {
  const [, base, rest] = /^\s*(#[A-Za-z]\w*)((?:\s*\+[A-Za-z]\w*)*)\s*$/.exec(text) ?? []
  if (base === undefined) return undefined
  return {
    base: base.toLowerCase(),
    attributes: (rest ?? '')
      .toLowerCase()
      .split('+')
      .flatMap(each => each.trim() || []),
  }
}

/** Among the first rows the one in which at least half of what is filled are tags, as readers of HXL hold it. */
export function tagRowOf({ rows }: Table): Row | undefined {
  return rows
    .filter(({ number }) => number <= limits.headerRows)
    .find(({ cells }) => {
      const tags = [...cells.values()].filter(content => tagIn(shownContent(content)))
      return tags.length > 0 && tags.length * 2 >= cells.size
    })
}

/** Attributes that say how a thing is written, and not which it is. */
const isForm = (attribute: string): boolean => /^(?:ind|num|id|name|names|code|i_\w+|v_\w+|c_[a-z]{3})$/.test(attribute)

export interface Tagged {
  readonly field: Field
  /** The less, the better the tag says what the field is. */
  readonly rank: number
}

/** Of several fields the values must say which; of none, nothing is known of the tag. */
export function fieldsTagged(tag: Tag): readonly Tagged[] {
  return fields.flatMap(field => {
    const rank = (field.tags ?? []).findIndex(known => saysSame(tagIn(known), tag))
    return rank < 0 ? [] : [{ field, rank }]
  })
}

export const isPassedOver = (tag: Tag): boolean => passedOver.tags.some(known => saysSame(tagIn(known), tag))

/** All that is known must be there, and nothing that narrows it: `#reached+f+children` are not all women. */
function saysSame(known: Tag | undefined, { base, attributes }: Tag): boolean {
  if (known?.base !== base || !known.attributes.every(each => attributes.includes(each))) return false
  return attributes.every(each => known.attributes.includes(each) || isForm(each))
}

/** `+i_uz_latn` is `uz-Latn`. */
export function languageOf({ attributes }: Tag, languages: readonly string[]): string | undefined {
  const told = attributes.find(each => each.startsWith('i_'))?.slice(2)
  return languages.find(language => attributeOf(language) === told)
}

export const attributeOf = (language: string): string => language.toLowerCase().replaceAll('-', '_')

/** `+c_chf` is CHF. */
export const currencyOf = ({ attributes }: Tag): string | undefined =>
  attributes
    .find(each => /^c_[a-z]{3}$/.test(each))
    ?.slice(2)
    .toUpperCase()
