/** Activities -> rows of a table, with headers in a language and tags of HXL beneath: what an import takes back. */
import type { Language } from '../model/text.ts'
import { type Field, fields } from './fields.ts'
import { attributeOf } from './hxl.ts'
import { spentIn } from './share-changes.ts'
import { type Site, wordIn } from './site.ts'
import type { Content } from './table.ts'
import { type Existing, heldValue } from './values.ts'

export interface SheetColumn {
  readonly field: Field
  /** Of a text. */
  readonly language: Language
  readonly header: string
  /** Nothing, where HXL has none. */
  readonly tag: string
}

export interface ActivitySheet {
  readonly columns: readonly SheetColumn[]
  /** A row for each share of an agreement; nothing stands for what the record does not tell. */
  readonly rows: readonly (readonly (Content | undefined)[])[]
  /** Texts that no cell can hold, by the activity they are of. */
  readonly leftOut: readonly { readonly entry: Existing; readonly column: SheetColumn }[]
}

/** Characters that a cell holds. */
const longest = 32_767

export function sheetOf(entries: readonly Existing[], site: Site, language: Language): ActivitySheet {
  const columns = fields.filter(({ isForeign }) => !isForeign).flatMap(field => columnsOf(field, site, language))
  const leftOut: { entry: Existing; column: SheetColumn }[] = []
  const rows = entries.flatMap(entry => {
    const shares = Math.max(entry.data.funding?.length ?? 0, 1)
    return Array.from({ length: shares }, (_, share) =>
      columns.map(column => {
        const shown = shownIn(entry, column, { site, language, share })
        const isTooLong = shown?.kind === 'text' && shown.text.length > longest
        if (isTooLong) leftOut.push({ entry, column })
        return isTooLong ? undefined : shown
      }),
    )
  })
  return { columns, rows, leftOut }
}

function columnsOf(field: Field, site: Site, language: Language): readonly SheetColumn[] {
  const header = wordIn(site.words(`report.exchange.columns.${field.key}`), language)
  const [tag = ''] = field.tags ?? []
  if (!field.isWorded) return [{ field, language: site.main, header, tag: tagOf(field, tag) }]
  return site.languages.map(each => ({
    field,
    language: each,
    header: each === site.main ? header : `${header} (${each})`,
    tag: tag === '' ? '' : `${tag}+i_${attributeOf(each)}`,
  }))
}

/** What a reader of HXL could take for another column of ours has the tag that is its own. */
const ownTags: { readonly [field: string]: string } = { area: '#subsector', places: '#adm1+name', programme_type: '' }
const tagOf = ({ key }: Field, tag: string): string => ownTags[key] ?? tag

interface Of {
  readonly site: Site
  readonly language: Language
  readonly share: number
}

function shownIn(entry: Existing, { field, language }: SheetColumn, of: Of): Content | undefined {
  const { site } = of
  if (field.key === 'id') return { kind: 'text', text: entry.id }
  if (field.share) return shownShare(entry, field, of)
  const value = heldValue(entry.data, field, language, site.main)
  return value === undefined ? undefined : field.format.show(value, site, of.language)
}

function shownShare(
  { data: { funding = [] } }: Existing,
  field: Field,
  { site, language, share }: Of,
): Content | undefined {
  const own = funding[share]
  if (!own) return undefined
  const spent = spentIn(own)
  const currency = own.budget?.currency ?? spent?.currency
  const shown = {
    agreement: own.agreement,
    line: own.line,
    budget: own.budget?.amount,
    // One column has the currency of both.
    spent: spent?.currency === currency ? spent?.amount : undefined,
    currency,
    partner: undefined,
  }
  const value = field.share && shown[field.share]
  return value === undefined ? undefined : field.format.show(value, site, language)
}
