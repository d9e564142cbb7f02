/** What a sheet says of ranges of its cells: which words may be chosen, and which warnings of Excel are no fault. */
import type { Cell, Choice, Sheet, SheetRow, Workbook } from '../../model/workbook-sheet.ts'
import { columnLetters } from '../workbook/formula.ts'
import type { Parts } from './package.ts'
import { escapeXml, withLast } from './xml.ts'

export function addMarks(parts: Parts, { sheets }: Workbook): Parts {
  const marked = new Map(parts)
  sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`
    const marks = choicesXml(sheet.choices ?? []) + ignoredXml(sheet)
    if (marks) marked.set(path, withLast(marked.get(path) ?? '', 'worksheet', marks))
  })
  return marked
}

function choicesXml(choices: readonly Choice[]): string {
  if (choices.length === 0) return ''
  const each = choices.map(({ range, from }) => {
    const list = 'name' in from ? from.name : `"${from.words.map(word => word.replaceAll('"', '""')).join(',')}"`
    return (
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${range}">` +
      `<formula1>${escapeXml(list)}</formula1></dataValidation>`
    )
  })
  return `<dataValidations count="${choices.length}">${each.join('')}</dataValidations>`
}

/** A code of digits is meant as text; a formula that one row of a column has alone is meant too. */
function ignoredXml(sheet: Sheet): string {
  const digits = rangesWhere(sheet, sheet.rows.entries(), hasDigits)
  const formulas = rangesWhere(sheet, firstRows(sheet), cell => cell.kind === 'formula')
  // One of each kind, with all its ranges: the validator refuses a sheet with many of them.
  const ignored = [
    ...(digits.length > 0 ? [`<ignoredError sqref="${digits.join(' ')}" numberStoredAsText="1"/>`] : []),
    ...(formulas.length > 0 ? [`<ignoredError sqref="${formulas.join(' ')}" formula="1" calculatedColumn="1"/>`] : []),
  ]
  return ignored.length > 0 ? `<ignoredErrors>${ignored.join('')}</ignoredErrors>` : ''
}

export const hasDigits = (cell: Cell | null | undefined): boolean =>
  cell?.kind === 'text' && /^[-+]?[\d\s.,]*\d%?$/.test(cell.text)

type NumberedRow = readonly [index: number, row: SheetRow]

/** Of each table the first: what stands there stands for its column. */
function firstRows({ rows, tables }: Sheet): readonly NumberedRow[] {
  return tables.flatMap(({ headerRow }): readonly NumberedRow[] => {
    const row = rows.at(headerRow)
    return row ? [[headerRow, row]] : []
  })
}

/** Cells of a table stand for their whole column of it, others for themselves. */
function rangesWhere({ tables }: Sheet, rows: Iterable<NumberedRow>, test: (cell: Cell) => boolean): readonly string[] {
  const ranges = new Set<string>()
  for (const [index, { cells }] of rows) {
    const table = tables.find(({ headerRow, rows: count }) => index >= headerRow && index < headerRow + count)
    cells.forEach((cell, column) => {
      if (!cell || !test(cell)) return
      const letters = columnLetters(column + 1)
      const [first, last] = table ? [table.headerRow + 1, table.headerRow + table.rows] : [index + 1, index + 1]
      ranges.add(first === last ? `${letters}${first}` : `${letters}${first}:${letters}${last}`)
    })
  }
  return [...ranges]
}
