/** A sheet of activities as a workbook: to be filled by hand, with lists of the workspace's own names to choose from. */
import type { Language } from '../model/text.ts'
import type { Cell, Choice, Sheet, SheetRow, StyleName, Workbook } from '../model/workbook-sheet.ts'
import type { ActivitySheet, SheetColumn } from './sheet.ts'
import { type ListName, type Site, wordIn } from './site.ts'
import { type Content, lettersOf, shownContent } from './table.ts'

/** Rows beneath the records that offer choices too. */
const spare = 500

export function workbookOf(sheet: ActivitySheet, site: Site, language: Language): Workbook {
  const { data } = site.dataset.society
  const word = (key: string): string => wordIn(site.words(`report.exchange.${key}`), language)
  const lists = listsOf(sheet, site, language)
  const society = typeof data.name === 'string' ? data.name : wordIn(data.name, language)
  return {
    language,
    title: word('name'),
    subject: word('title'),
    creator: society,
    colour: data.colours?.primary ?? '#8a1f2b',
    notice: null,
    names: lists.map(({ name, range }) => ({ name, range: `'${word('lists').replaceAll("'", "''")}'!${range}` })),
    sheets: [activitySheet(sheet, word, lists), listSheet(lists, word('lists'))],
  }
}

interface List {
  readonly column: SheetColumn
  readonly name: string
  readonly words: readonly string[]
  readonly range: string
}

/** Which list a column chooses from; where several stand in a cell, none can be offered. */
const chosenFrom: { readonly [field: string]: ListName } = {
  area: 'areas',
  type: 'types',
  partner_role: 'partner_roles',
  method: 'methods',
  agreement: 'agreements',
  operation_type: 'operations',
  programme_type: 'programmes',
  visibility: 'visibilities',
}
/** Of these a cell may name several: they are listed to copy from. */
const shownAlone: { readonly [field: string]: ListName } = {
  places: 'regions',
  implementers: 'sides',
  secondary_sectors: 'tags',
}

function listsOf({ columns }: ActivitySheet, { named }: Site, language: Language): readonly List[] {
  const filled = columns.flatMap(column => {
    const list = chosenFrom[column.field.key] ?? shownAlone[column.field.key]
    if (list === undefined) return []
    const words = named[list].ids.map(id => named[list].shown(id, language))
    return words.length === 0 ? [] : [{ column, words }]
  })
  return filled.map(({ column, words }, index) => {
    const letters = lettersOf(index + 1)
    return { column, words, name: `xch_${column.field.key}`, range: `$${letters}$2:$${letters}$${words.length + 1}` }
  })
}

const styles: { readonly [kind in 'text' | 'days' | 'numbers']: StyleName } = {
  text: 'text',
  days: 'date',
  numbers: 'plain',
}

function activitySheet(sheet: ActivitySheet, word: (key: string) => string, lists: readonly List[]): Sheet {
  const { columns, rows } = sheet
  const widths = columns.map((column, index) => widthOf(column, rows, index))
  const head = columns.map((column): Cell => headCell(column, noteOf(column, word)))
  const tags = columns.map(({ tag }): Cell => (tag === '' ? blank('code') : { kind: 'text', text: tag, style: 'code' }))
  const body = rows.map(row => row.map((content, index) => cellOf(content, columns[index])))
  const last = rows.length + 2 + spare
  const choices = lists.flatMap(({ column, name }): readonly Choice[] => {
    const letters = lettersOf(columns.indexOf(column) + 1)
    return column.field.key in shownAlone ? [] : [{ range: `${letters}3:${letters}${last}`, from: { name } }]
  })
  return {
    name: word('name'),
    landscape: true,
    widths,
    rows: [head, tags, ...body].map((cells): SheetRow => ({ cells, height: heightOf(cells, widths) })),
    tables: [],
    headerRow: 1,
    frozenColumns: 2,
    choices,
  }
}

/** In characters: wide enough for most, and for the longest word of a header. */
const [narrowest, widest] = [12, 40]

function widthOf({ header, tag, field }: SheetColumn, rows: ActivitySheet['rows'], index: number): number {
  if (field.isWorded) return widest
  const contents = rows.flatMap(row => row[index] ?? [])
  const longest = Math.max(
    ...header.split(' ').map(({ length }) => length),
    tag.length,
    ...contents.map(each => shownContent(each).length),
  )
  return Math.min(Math.max(longest + 4, narrowest), widest)
}

/** A program wraps a text and does not always make room for it; more than some lines are read in the cell. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): number {
  const lines = cells.map((cell, index) =>
    cell.kind === 'text' ? linesOf(cell.text, (widths[index] ?? narrowest) - 3) : 1,
  )
  return Math.min(Math.max(...lines), mostLines) * lineHeight + 4
}
const [mostLines, lineHeight] = [6, 13]

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.15) / width)), 0)

const blank = (style: StyleName): Cell => ({ kind: 'blank', style })

function headCell({ header }: SheetColumn, note: string): Cell {
  return { kind: 'text', text: header, style: 'header', ...(note !== '' && { note }) }
}

const noteOf = ({ field }: SheetColumn, word: (key: string) => string): string => word(`notes.${field.key}`)

function cellOf(content: Content | undefined, column: SheetColumn | undefined): Cell {
  const style = styles[column?.field.format.holds ?? 'text']
  if (!content) return blank(style)
  switch (content.kind) {
    case 'number':
      return { kind: 'number', value: content.value, style }
    case 'day':
      return { kind: 'day', day: content.day, style }
    case 'text':
      return { kind: 'text', text: content.text, style: 'text' }
    default:
      return blank(style)
  }
}

function listSheet(lists: readonly List[], name: string): Sheet {
  const longest = Math.max(0, ...lists.map(({ words }) => words.length))
  const rows = Array.from(
    { length: longest },
    (_, row): SheetRow => ({
      cells: lists.map(({ words }) => {
        const word = words[row]
        return word === undefined ? blank('text') : { kind: 'text', text: word, style: 'text' }
      }),
    }),
  )
  const head: SheetRow = { cells: lists.map(({ column }) => headCell(column, '')) }
  return {
    name,
    landscape: false,
    widths: lists.map(() => widest + 20),
    rows: [head, ...rows],
    tables: [],
    headerRow: 1,
    frozenColumns: 0,
  }
}
