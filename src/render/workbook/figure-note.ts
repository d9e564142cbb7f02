/** What is noted on the cell of a figure: how it was made, of how many records, and the first of them. */
import { type FigureRule, recordsBehind } from '../../model/figure.ts'
import type { CellModel } from '../../model/workbook.ts'

/** What follows from other cells of the row is told by the header of its column. */
const noted: ReadonlySet<FigureRule> = new Set<FigureRule>(['count', 'sum', 'max', 'average', 'latest'])
const mostNamed = 12

export function figureNote(cell: CellModel, say: (key: string) => string): string | undefined {
  if (cell.kind !== 'formula' || !noted.has(cell.figure.rule)) return undefined
  const records = recordsBehind(cell.figure)
  if (records.length === 0) return undefined
  const named = records.slice(0, mostNamed)
  return [
    say(`report.figures.${cell.figure.rule}`),
    `${say('report.figures.records')}: ${records.length}`,
    ...named,
    ...(named.length < records.length ? ['…'] : []),
  ].join('\n')
}
