/** Which rows of two sheets are the same: by what they say whole, then by their codes, then by the first of these. */
import type { TracedCell, TracedRow } from '../model/traced.ts'

export interface RowPair {
  readonly before?: TracedRow
  readonly after?: TracedRow
}

/** In the order of the later side; what is gone stands at the end. */
export function pairedRows(before: readonly TracedRow[], after: readonly TracedRow[]): readonly RowPair[] {
  const partner = new Map<TracedRow, TracedRow>()
  const taken = new Set<TracedRow>()
  for (const keyOf of [wholeOf, codesOf, nameOf]) {
    const free = Map.groupBy(
      before.filter(row => !taken.has(row)),
      keyOf,
    )
    for (const row of after) {
      if (partner.has(row)) continue
      const found = free.get(keyOf(row))?.shift()
      if (!found) continue
      partner.set(row, found)
      taken.add(found)
    }
  }
  return [
    ...after.map((row): RowPair => ({ after: row, ...optional(partner.get(row)) })),
    ...before.filter(row => !taken.has(row)).map((row): RowPair => ({ before: row })),
  ]
}

const optional = (row: TracedRow | undefined) => row && { before: row }

const placeIn = ({ table = '', part }: TracedRow): string => `${part} ${table}`

const shownIn = ({ text, figure, key }: TracedCell): string => key ?? text ?? String(figure?.value ?? '')

const wholeOf = (row: TracedRow): string =>
  [placeIn(row), ...row.cells.map(cell => `${cell.column}=${shownIn(cell)}`)].join('\n')

/** A digest says that a record is another, not which one it is. */
export const isDigest = ({ text = '' }: Pick<TracedCell, 'text'>): boolean => /^[0-9a-f]{64}$/.test(text)

const isCode = (cell: TracedCell): boolean => (cell.key !== undefined || cell.style === 'code') && !isDigest(cell)

/** Names are reworded and days move: codes, and phrases of the tool itself, say which row it is. */
function codesOf(row: TracedRow): string {
  const said = row.cells.filter(isCode).map(cell => `${cell.column}=${shownIn(cell)}`)
  return [placeIn(row), ...(said.length > 0 ? said : row.cells.slice(0, 1).map(shownIn))].join('\n')
}

function nameOf(row: TracedRow): string {
  const code = row.cells.find(cell => cell.style === 'code' && cell.text) ?? row.cells.find(isCode) ?? row.cells[0]
  return [placeIn(row), code && shownIn(code)].join('\n')
}

/** The codes by which its figures are told apart: of an indicator, a line, an activity. */
export const codesIn = (row: TracedRow): readonly string[] =>
  row.cells.flatMap(({ style, text }) => (style === 'code' && text ? [text] : []))

/**
 * What a reader calls each row: its first code and its first words, and where another is called so too, what tells them
 * apart. Nothing where it says nothing.
 */
export function labelsOf(rows: readonly TracedRow[]): ReadonlyMap<TracedRow, string> {
  const alike = Map.groupBy(rows, row => [placeIn(row), labelOf(row)].join('\n'))
  return new Map(
    [...alike.values()].flatMap(same => same.map(row => [row, same.length > 1 ? labelOf(row, true) : labelOf(row)])),
  )
}

function labelOf(row: TracedRow, isWhole = false): string {
  const shown = row.cells.filter(({ text }) => text)
  const code = shown.find(({ style }) => style === 'code')
  const [words, ...others] = shown.filter(({ style }) => style !== 'code' && style !== 'date')
  const more = isWhole ? [...others, ...shown.filter(each => each.style === 'code' && each !== code)] : []
  const told = [code, words, ...more].flatMap(cell => cell?.text ?? [])
  return told.slice(0, 6).join(' · ')
}
