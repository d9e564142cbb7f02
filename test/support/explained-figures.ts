/** Every figure of every report of a workspace in its main language, explained. */
import type { ExplainedFigure, GivenUp } from '../../src/explain/explanation.ts'
import type { State } from '../../src/pipeline/compare/state.ts'
import { openBook } from '../../src/pipeline/explain/cells.ts'

export interface ExplainedCell {
  /** `reports/2022/icrc-2022.ru budget!F7 spent` */
  readonly place: string
  /** As it is found: `reports/2022/icrc-2022.ru.xlsx Бюджет!F7`. */
  readonly at: string
  /** As the cell has it. */
  readonly value: number | null
  readonly figure: ExplainedFigure
  readonly leftOut: readonly GivenUp[]
}

export function explainedFigures(state: State): readonly ExplainedCell[] {
  const [main] = state.dataset.society.data.languages
  return [...state.reports].flatMap(([stem, planned]) => {
    if (planned.name.language !== main) return []
    const book = openBook(planned, `${stem}.xlsx`, state)
    return book.sheets.flatMap(sheet =>
      sheet.rows.flatMap(row =>
        row.cells.flatMap(cell => {
          const { figure, leftOut } = cell.figure ? book.explained({ sheet, row, cell }) : {}
          const place = `${stem} ${sheet.sheet}!${cell.address} ${cell.column ?? ''}`
          const at = `${stem}.xlsx ${sheet.name}!${cell.address}`
          return figure && cell.figure ? [{ place, at, value: cell.figure.value, figure, leftOut: leftOut ?? [] }] : []
        }),
      ),
    )
  })
}
