/** Two states of one workbook, cell by cell: rows found again wherever they have moved to. */
import type { Figure } from '../model/figure.ts'
import type { TracedCell, TracedRow, TracedSheet } from '../model/traced.ts'
import { type Changes, causesOf } from './causes.ts'
import type { CellPlace, FigureChange, TextChange } from './comparison.ts'
import { codesIn, isDigest, labelsOf, pairedRows, type RowPair } from './rows.ts'

export interface BookChange {
  readonly figures: readonly FigureChange[]
  readonly texts: readonly TextChange[]
  /** Something is otherwise, be it a digest or the place of a cell. */
  readonly isTouched: boolean
}

export interface OfBook {
  /** Below the output folder. */
  readonly report: string
  readonly agreements: readonly string[]
  readonly changes: Changes
}

/** Either side may be none: a report that is new, or gone. */
export function changedCells(before: readonly TracedSheet[], after: readonly TracedSheet[], of: OfBook): BookChange {
  const names = [...new Set([...after, ...before].map(({ sheet }) => sheet))]
  const sheets = names.map(name => {
    const [old, now] = [before, after].map(book => book.find(({ sheet }) => sheet === name))
    const tab = now?.name ?? old?.name ?? name
    const pairs = pairedRows(factualRows(old), factualRows(now))
    const labels = new Map([old, now].flatMap(side => [...labelsOf(factualRows(side))]))
    return pairs.map(pair => rowChange(pair, { ...of, tab, labels }))
  })
  const rows = sheets.flat()
  return {
    figures: rows.flatMap(({ figures }) => figures),
    texts: rows.flatMap(({ texts }) => texts),
    isTouched: rows.some(({ isTouched }) => isTouched),
  }
}

const factualRows = (sheet: TracedSheet | undefined): readonly TracedRow[] => sheet?.rows ?? []

interface OfSheet extends OfBook {
  readonly tab: string
  readonly labels: ReadonlyMap<TracedRow, string>
}

function rowChange({ before, after }: RowPair, of: OfSheet): BookChange {
  const [old, now] = [before, after].map(row => new Map((row?.cells ?? []).map((cell, at) => [keyOf(cell, at), cell])))
  const row = after ?? before
  const figures: FigureChange[] = []
  const texts: TextChange[] = []
  let isTouched = false
  for (const key of new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])) {
    const [was, is] = [old?.get(key), now?.get(key)]
    const cell = is ?? was
    if (!cell || !row) continue
    const status = was && is ? 'changed' : is ? 'added' : 'removed'
    const place = { ...placeOf(cell, row, of), status } as const
    if (was?.figure || is?.figure) {
      const moved = figureChange(was?.figure, is?.figure)
      if (moved)
        figures.push({
          ...place,
          ...moved,
          ...(cell.style === 'percent' && { isPercent: true }),
          causes: causes([was, is], row, of),
        })
    } else if ((was?.text ?? '') !== (is?.text ?? '')) {
      isTouched = true
      if (!isDigest(cell)) texts.push({ ...place, before: was?.text ?? '', after: is?.text ?? '' })
    }
    isTouched ||= was?.address !== is?.address
  }
  return { figures, texts, isTouched: isTouched || figures.length > 0 }
}

const keyOf = ({ column }: TracedCell, at: number): string => column ?? `#${at}`

function placeOf(cell: TracedCell, row: TracedRow, { report, tab, labels }: OfSheet): Omit<CellPlace, 'status'> {
  const column = cell.header ?? cell.column ?? ''
  return { report, sheet: tab, row: labels.get(row) ?? '', column, cell: cell.address }
}

function figureChange(
  was: Figure | undefined,
  is: Figure | undefined,
): Pick<FigureChange, 'before' | 'after' | 'change' | 'percent'> | undefined {
  const [before, after] = [was?.value ?? null, is?.value ?? null]
  return before === after ? undefined : { before, after, ...differenceOf(before, after) }
}

/** By how much, without the dust of a float. */
export function differenceOf(before: number | null, after: number | null): Pick<FigureChange, 'change' | 'percent'> {
  if (before === null || after === null) return {}
  const change = rounded(after - before)
  return { change, ...(before !== 0 && { percent: rounded((100 * change) / Math.abs(before)) }) }
}

const rounded = (value: number): number => Number(value.toPrecision(12))

function causes(cells: readonly (TracedCell | undefined)[], row: TracedRow, { agreements, changes }: OfSheet) {
  const figures = cells.flatMap(cell => cell?.figure ?? [])
  return causesOf({ figures, agreements, codes: codesIn(row) }, changes)
}
