/** What Excel refuses or repairs and no validator sees. Found in a resolved workbook before anything is written. */
import type { Workbook } from '../../model/workbook-sheet.ts'
import { cellProblems } from './lint-cells.ts'
import { chartProblems, choiceProblems, tableProblems } from './lint-ranges.ts'
import { layoutProblem, repeated, type WorkbookProblem } from './problem.ts'

export type { WorkbookProblem } from './problem.ts'

export function lintWorkbook(workbook: Workbook): readonly WorkbookProblem[] {
  const sheets = workbook.sheets.map(({ name }) => name)
  const tables = workbook.sheets.flatMap(sheet => sheet.tables.map(({ name }) => name))
  const names = [...tables, ...workbook.names.map(({ name }) => name)]
  return [
    ...(sheets.length === 0 ? [layoutProblem('The workbook has no sheet.', 'Name one in the layout.')] : []),
    ...sheets.filter(isBadSheetName).map(badSheetName),
    ...repeated(sheets).map(name =>
      layoutProblem(`Two sheets are called “${name}”.`, 'Word one of their names otherwise.'),
    ),
    ...names.filter(isBadName).map(name => layoutProblem(`“${name}” cannot be a name in a workbook.`, badNameHint)),
    ...repeated(names).map(name => layoutProblem(`The name “${name}” stands twice.`, badNameHint)),
    ...marginProblems(workbook),
    ...workbook.sheets.flatMap(sheet => [
      ...tableProblems(sheet),
      ...choiceProblems(sheet, workbook),
      ...chartProblems(sheet, workbook),
      ...cellProblems(sheet, workbook),
    ]),
  ]
}

const isBadSheetName = (name: string) =>
  name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$|\p{Cc}/u.test(name) || name.toLowerCase() === 'history'
const badSheetName = (name: string) =>
  layoutProblem(`“${name}” cannot be the name of a sheet.`, 'At most 31 characters, and none of [ ] : * ? / \\.')

const isBadName = (name: string) =>
  !/^[A-Za-z_][\w.]{0,254}$/.test(name) || /^([A-Z]{1,3}\d+|[RC]\d*|R\d+C\d+)$/i.test(name)
const badNameHint = 'Names hold letters, digits and underscores, are not like a cell, and are there once.'

/** A page header holds 255 characters, its codes among them. */
function marginProblems({ notice, title }: Workbook): readonly WorkbookProblem[] {
  return [notice, title]
    .filter(text => text !== null && text.replaceAll('&', '&&').length > 200)
    .map(text => layoutProblem(`“${text}” is too long for the margin of a page.`, 'At most 200 characters.'))
}
