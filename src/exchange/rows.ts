/** Rows -> what each tells: the values of its fields, each with the cell that says it, and the cells that cannot be read. */

import { firstAt } from '../model/beside.ts'
import { besides, type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import type { Span } from '../model/source.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Reader } from './formats.ts'
import type { Mapping } from './mapping.ts'
import { conventionsIn } from './reading/conventions.ts'
import { type Fault, type Plain, plainText, type Read } from './reading/fault.ts'
import type { Column, Recognised } from './recognise.ts'
import type { Site } from './site.ts'
import { type Content, type Row, shownContent, spanOfCell, spanOfTable } from './table.ts'

/** What a row says of one field. */
export interface Claim {
  readonly field: Field
  readonly language?: string
  readonly value: Plain
  /** Of an amount, where the header says it. */
  readonly currency?: string
  readonly span: Span
}

export interface RowRead {
  readonly row: number
  /** By slot: the key of a field, of a text with its language. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly faults: readonly Diagnostic[]
}

export interface TableRead extends Recognised {
  readonly reader: Reader
  readonly slots: readonly Slot[]
  readonly rows: readonly RowRead[]
}

/** The columns that tell one field, the best first. */
export interface Slot {
  readonly key: string
  readonly field: Field
  readonly language?: string
  readonly columns: readonly Column[]
}

export function readRows(found: Recognised, site: Site, mapping: Mapping): TableRead {
  const slots = slotsOf(found.columns, mapping.language, site.main)
  const reader = { site, table: found.table, conventions: conventionsOf(found, slots, mapping) }
  const rows = found.data.map(row => readRow(row, slots, { found, reader, mapping }))
  return { ...found, reader, slots, rows }
}

function slotsOf(columns: readonly Column[], told: string | undefined, main: string): readonly Slot[] {
  const languageOf = ({ field, language = told }: Column): string | undefined =>
    field.isWorded && language !== main ? language : undefined
  const bySlot = Map.groupBy(columns, column => slotKey(column.field, languageOf(column)))
  return [...bySlot].flatMap(([key, same]) => {
    const [first] = same
    if (!first) return []
    const language = languageOf(first)
    const ranked = same.toSorted((a, b) => a.rank - b.rank || a.number - b.number)
    return [{ key, field: first.field, columns: ranked, ...(language !== undefined && { language }) }]
  })
}

export const slotKey = (field: Field, language: string | undefined): string =>
  field.isWorded && language !== undefined ? `${field.key}.${language}` : field.key

function conventionsOf({ data, family }: Recognised, slots: readonly Slot[], mapping: Mapping): Reader['conventions'] {
  const textsOf = (holds: 'days' | 'numbers'): readonly string[] => {
    const numbers = slots.filter(({ field }) => field.format.holds === holds).flatMap(({ columns }) => columns)
    return data.flatMap(({ cells }) => numbers.flatMap(({ number }) => textIn(cells.get(number))))
  }
  const shown = conventionsIn(textsOf('days'), textsOf('numbers'))
  const dates = mapping.dates ?? shown.dates ?? (family === 'go' ? 'day-first' : undefined)
  return { ...shown, ...(dates && { dates }) }
}

const textIn = (content: Content | undefined): readonly string[] => (content?.kind === 'text' ? [content.text] : [])

interface Of {
  readonly found: Recognised
  readonly reader: Reader
  readonly mapping: Mapping
}

function readRow({ number, cells }: Row, slots: readonly Slot[], of: Of): RowRead {
  const claims = new Map<string, Claim>()
  const faults: Diagnostic[] = []
  for (const slot of slots) {
    const told = slot.columns.some(({ choice }) => choice !== undefined)
      ? chosenIn(cells, slot.columns)
      : slot.columns.flatMap(column => {
          const content = cells.get(column.number)
          return content ? [{ content, column }] : []
        })
    const reads = told.map(({ content, column }) => ({ column, read: readCell(content, slot.field, of) }))
    const best = reads.find(({ read }) => 'value' in read) ?? reads[0]
    if (!best) continue
    const other = reads.find(each => differs(each, best))
    const span = spanOfCell(of.found.table, number, best.column.number)
    if (other) {
      const at = spanOfCell(of.found.table, number, other.column.number)
      faults.push(besides(faultAt(twoSay(slot, best, other), at), firstAt(span)))
    }
    if ('fault' in best.read) faults.push(faultAt(best.read.fault, span))
    else claims.set(slot.key, claimOf(slot, { value: best.read.value, span, column: best.column }))
  }
  addDefaults(claims, slots, of)
  return { row: number, claims, faults }
}

interface CellRead {
  readonly column: Column
  readonly read: Read
}

/** Of columns whose names say the field equally well none is better than the other. */
const differs = (one: CellRead, best: CellRead): boolean =>
  one.column.rank === best.column.rank &&
  JSON.stringify([one.read, one.column.currency]) !== JSON.stringify([best.read, best.column.currency])

function twoSay({ key }: Slot, best: CellRead, other: CellRead): Fault {
  if ('fault' in other.read) return other.read.fault
  return {
    code: 'import/ambiguous',
    message: said(
      'The columns “{column}” and “{other}” both tell “{key}”, and this cell says another thing ({value}) than the first ({first}).',
      {
        column: best.column.header,
        other: other.column.header,
        key,
        value: plainText(other.read.value),
        first: 'value' in best.read ? plainText(best.read.value) : '',
      },
    ),
    hints: [
      said('Delete one of the columns, or say in a mapping file which is not meant: columns: { "its header": null }.'),
    ],
  }
}

function claimOf(
  { field, language }: Slot,
  { value, span, column }: { readonly value: Plain; readonly span: Span; readonly column: Column },
): Claim {
  const { currency } = column
  return {
    field,
    value,
    span,
    ...(language !== undefined && { language }),
    ...(currency !== undefined && { currency }),
  }
}

export const faultAt = ({ code, message, hints }: Fault, span: Span): Diagnostic =>
  errorAt(code, span, message, ...hints)

/** The choices that are marked, as one cell would name them. */
function chosenIn(cells: Row['cells'], columns: readonly Column[]): readonly { content: Content; column: Column }[] {
  const marked = columns.filter(({ number }) => {
    const content = cells.get(number)
    return content !== undefined && !/^(?:0|0\.0|false|no|нет)$/i.test(shownContent(content))
  })
  const [column] = marked
  return column ? [{ column, content: { kind: 'text', text: marked.map(({ choice }) => choice ?? '').join(';') } }] : []
}

function readCell(content: Content, field: Field, { reader, mapping }: Of): Read {
  if (content.kind === 'fault') {
    const message =
      content.why === 'error'
        ? said('This cell holds the error {text}.', { text: content.text })
        : said('Nobody has calculated {text}.', { text: content.text })
    const hint =
      content.why === 'error'
        ? said('Mend the formula.')
        : said('Open the workbook in a spreadsheet program and save it.')
    return { fault: { code: 'import/wrong-value', message, hints: [hint] } }
  }
  const meant = mapping.values?.[field.key]?.[shownContent(content)]
  return field.format.read(meant === undefined ? content : contentOf(meant), reader)
}

const contentOf = (value: string | number): Content =>
  typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value }

/** What is told beforehand counts where the row says nothing. */
function addDefaults(claims: Map<string, Claim>, slots: readonly Slot[], of: Of): void {
  for (const { key, field, value } of defaultsIn(of)) {
    if (claims.has(key) || [...claims.values()].some(claim => claim.field === field)) continue
    const read = field.format.read(contentOf(value), of.reader)
    const known = slots.find(slot => slot.field === field)
    if ('value' in read)
      claims.set(known?.key ?? key, {
        field,
        value: read.value,
        span: spanOfTable(of.found.table),
        ...(known?.language && { language: known.language }),
      })
  }
}

function defaultsIn({ mapping }: Of): readonly { key: string; field: Field; value: string | number }[] {
  return Object.entries(mapping.defaults ?? {}).flatMap(([key, value]) => {
    const field = fieldNamed(key)
    return field ? [{ key, field, value }] : []
  })
}
