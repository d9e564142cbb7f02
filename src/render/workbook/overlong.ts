/**
 * A row is at most 409 points high. A text that needs more ends in its cell with a number in brackets, and goes on in a
 * note of that number beneath all else on the sheet, cut between sentences where it can be: each is printed whole. Tables
 * for machines keep their texts whole: nobody reads them there.
 */
import { joinedRows, type Rows, rowsRead } from '../../model/rows.ts'
import { roomIn, standardWidth } from './grid.ts'
import { mostLines, roomOf } from './heights.ts'
import { inkOf, lettersIn } from './letters.ts'
import { lineStarts } from './lines.ts'
import type { PlacedTable } from './placed.ts'
import type { Span } from './spread.ts'
import type { ResolvedRow, Survey } from './survey.ts'
import { isHeader } from './widths.ts'

interface Setting {
  readonly tables: readonly PlacedTable[]
  readonly survey: Survey
  readonly span: Span
}

/** The rows with what is too long continued beneath them. */
export function withNotes(rows: Rows<ResolvedRow>, setting: Setting): Rows<ResolvedRow> {
  const cut = new Map<number, ResolvedRow>()
  const notes: ResolvedRow[] = []
  const numbered = { last: 0 }
  for (const index of rowsToRead(rows, setting)) {
    const row = rows.at(index)
    const short = row && shortened(row, numbered, setting.span)
    if (!short) continue
    cut.set(index, short.row)
    notes.push(...short.notes)
  }
  if (notes.length === 0) return rows
  const whole = rowsRead(
    rows,
    () => (row, index) => cut.get(index) ?? row,
    index => (cut.has(index) ? undefined : rows.numbersAt?.(index)),
  )
  return joinedRows([whole, [space], notes])
}

const space: ResolvedRow = { row: { part: 'space', cells: [] }, cells: [] }

/** All but the rows of tables none of whose texts can be too long. */
function* rowsToRead(rows: Rows<ResolvedRow>, setting: Setting): Generator<number> {
  const passed = setting.tables.filter(table => isForMachines(table) || !mayBeOverlong(table, setting))
  for (let index = 0; index < rows.length; index += 1) {
    const table = passed.find(({ dataRows: [first, last] }) => index + 1 >= first && index < last)
    if (table) index = table.dataRows[1] - 1
    else yield index
  }
}

/** Told without a look at each text: two lines one after the other are together longer than one. */
function mayBeOverlong({ columns }: PlacedTable, { survey, span }: Setting): boolean {
  const letters = lettersIn({ style: 'text' })
  return columns.some((_, column) => {
    const { ink, lines } = survey.longest[column] ?? { ink: 0, lines: 1 }
    return lines + (2 * ink) / roomIn(span.widths[column] ?? standardWidth, letters) > mostLines(letters)
  })
}

/** The row with texts that fit it, and the notes with the rest of them; nothing where all fit. */
function shortened(resolved: ResolvedRow, numbered: { last: number }, span: Span) {
  const notes: ResolvedRow[] = []
  const cells = resolved.cells.map((cell, column) => {
    const kept = keptOf(resolved, column, span)
    if (cell?.kind !== 'text' || kept === undefined) return cell
    numbered.last += 1
    const mark = `[${numbered.last}]`
    notes.push(...notesOf(`${mark} … ${cell.text.slice(kept).trimStart()}`, span))
    return { ...cell, text: `${cell.text.slice(0, kept).trimEnd()} … ${mark}` }
  })
  return notes.length > 0 ? { row: { ...resolved, cells }, notes } : undefined
}

const isForMachines = ({ model }: PlacedTable): boolean =>
  model.columns.some(({ style, tag }) => style === 'plain' || tag !== undefined)

/** How many letters of the text stay in its cell; nothing where all do. */
function keptOf(resolved: ResolvedRow, column: number, span: Span): number | undefined {
  const cell = resolved.cells[column]
  // Headers are what the table calls its columns.
  if (cell?.kind !== 'text' || isHeader(cell)) return undefined
  const letters = lettersIn(cell)
  const room = roomOf(resolved, column, span)
  const most = mostLines(letters)
  if (inkOf(cell.text, letters) <= room && !/[\r\n]/.test(cell.text)) return undefined
  const starts = lineStarts(cell.text, room, letters)
  // The mark may take a line of its own.
  const last = starts.length > most ? starts[most - 1] : undefined
  return last === undefined ? undefined : sentenceEnd(cell.text, last)
}

/** A stop after a word that is no abbreviation, and before one that begins a sentence; the end of a paragraph. */
const ends = /(?<=[\p{L}\p{N}»”)%]{3}[.!?…]+["»”’)]*)\s+(?=["«“‘(–—]?\s?[\p{Lu}\p{N}])|\s*\n\s*/gu

/** Where to cut at the latest before `most`: a sentence that alone takes half of the room is cut in two. */
function sentenceEnd(text: string, most: number): number {
  const found = Array.from(text.slice(0, most + 1).matchAll(ends), ({ index }) => index)
  const last = found.findLast(index => index <= most) ?? 0
  return last > most / 2 ? last : most
}

/** As many paragraphs as it needs, one under another. */
function notesOf(text: string, span: Span): readonly ResolvedRow[] {
  const note = (words: string): ResolvedRow => ({
    row: { part: 'paragraph', cells: [] },
    cells: [{ kind: 'text', text: words, style: 'note' }],
  })
  const letters = lettersIn({ style: 'note' })
  const room = roomOf(note(text), 0, span)
  const most = mostLines(letters)
  const notes: ResolvedRow[] = []
  for (let rest = text; rest !== ''; ) {
    // Hardly more letters stand in so many lines: what follows need not be looked at yet.
    const ahead = rest.slice(0, (most + 1) * Math.ceil(room / (letters.size / 5)))
    const starts = lineStarts(ahead, room, letters)
    const isLast = starts.length <= most && ahead.length === rest.length
    const end = isLast ? rest.length : sentenceEnd(rest, starts[most] ?? ahead.length)
    notes.push(note(rest.slice(0, end).trimEnd()))
    rest = rest.slice(end).trimStart()
  }
  return notes
}
