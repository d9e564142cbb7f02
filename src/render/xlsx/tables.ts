/** What exceljs leaves out of a table's definition: the formula that a new row is given, and words for those who hear it. */
import type { TableRange, Workbook } from '../../model/workbook-sheet.ts'
import { columnLetters } from '../workbook/formula.ts'
import type { Parts } from './package.ts'
import { escapeXml, withLast } from './xml.ts'

export function finishTables(parts: Parts, { sheets }: Workbook): Parts {
  const tables = new Map(sheets.flatMap(sheet => sheet.tables.map(table => [table.name, table])))
  const finished = [...parts].map(([path, xml]): [string, string] => {
    const name = path.startsWith('xl/tables/') ? / displayName="([^"]*)"/.exec(xml)?.[1] : undefined
    const table = tables.get(name ?? '')
    return [path, table ? finishTable(xml, table) : xml]
  })
  return new Map(finished)
}

/** The range again, for exceljs may have been given fewer rows than the sheet will hold. */
export function finishTable(xml: string, table: TableRange): string {
  const ref = rangeOfTable(table)
  const ranged = xml.replace(/ ref="[^"]*"/g, ` ref="${ref}"`)
  let column = -1
  const calculated = ranged.replace(/<tableColumn ([^>]*)\/>/g, (whole, attributes: string) => {
    column += 1
    const formula = table.formulas?.[column]
    if (!formula) return whole
    return `<tableColumn ${attributes}><calculatedColumnFormula>${escapeXml(formula)}</calculatedColumnFormula></tableColumn>`
  })
  return table.description ? withLast(calculated, 'table', described(table.description)) : calculated
}

function rangeOfTable({ firstColumn, headerRow, columns, rows }: TableRange): string {
  const last = columnLetters(firstColumn + columns.length - 1)
  return `${columnLetters(firstColumn)}${headerRow}:${last}${headerRow + rows}`
}

const described = (text: string) =>
  '<extLst><ext uri="{504A1905-F514-4f6f-8877-14C23A59335A}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
  `<x14:table altText="${escapeXml(text)}"/></ext></extLst>`
