/** What Excel refuses or repairs and no validator sees. Found in a resolved workbook before anything is written. */
import type { Code } from '../model/diagnostic.ts'
import type { Cell, Sheet, Workbook } from '../model/workbook-sheet.ts'

export interface WorkbookProblem {
  readonly code: Code
  readonly message: string
  readonly hint: string
}

/** Functions that Excel 2007 and every program since has; a newer one would need a prefix. */
export const functions: ReadonlySet<string> = new Set(
  'COUNT COUNTIFS IF ISNUMBER N OR ROUND SUBTOTAL SUM SUMIFS SUMPRODUCT'.split(' '),
)
const longestText = 32_767
const mostRows = 50_000

export function lintWorkbook(workbook: Workbook): readonly WorkbookProblem[] {
  const sheets = workbook.sheets.map(({ name }) => name)
  const tables = workbook.sheets.flatMap(sheet => sheet.tables.map(({ name }) => name))
  const names = [...tables, ...workbook.names.map(({ name }) => name)]
  return [
    ...(sheets.length === 0 ? [layout('The workbook has no sheet.', 'Name one in the layout.')] : []),
    ...sheets.filter(isBadSheetName).map(badSheetName),
    ...repeated(sheets).map(name => layout(`Two sheets are called “${name}”.`, 'Word one of their names otherwise.')),
    ...names.filter(isBadName).map(name => layout(`“${name}” cannot be a name in a workbook.`, badNameHint)),
    ...repeated(names).map(name => layout(`The name “${name}” stands twice.`, badNameHint)),
    ...headerProblems(workbook),
    ...workbook.sheets.flatMap(sheetProblems),
  ]
}

const layout = (message: string, hint: string): WorkbookProblem => ({ code: 'template/layout', message, hint })
const value = (message: string, hint: string): WorkbookProblem => ({ code: 'record/wrong-value', message, hint })

const isBadSheetName = (name: string) =>
  name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$|\p{Cc}/u.test(name) || name.toLowerCase() === 'history'
const badSheetName = (name: string) =>
  layout(`“${name}” cannot be the name of a sheet.`, 'At most 31 characters, and none of [ ] : * ? / \\.')

const isBadName = (name: string) => !/^[A-Za-z_][\w.]{0,254}$/.test(name) || /^([A-Z]{1,3}\d+|[RC]\d*)$/i.test(name)
const badNameHint = 'Names hold letters, digits and underscores, are not like a cell, and are there once.'

function repeated(names: readonly string[]): readonly string[] {
  const lower = names.map(name => name.toLowerCase())
  return names.filter((_, index) => lower.indexOf(lower[index] ?? '') < index)
}

/** A page header holds 255 characters, its codes among them. */
function headerProblems({ notice, title }: Workbook): readonly WorkbookProblem[] {
  return [notice, title]
    .filter(text => text !== null && text.replaceAll('&', '&&').length > 200)
    .map(text => layout(`“${text}” is too long for the margin of a page.`, 'At most 200 characters.'))
}

function sheetProblems(sheet: Sheet): readonly WorkbookProblem[] {
  return [
    ...sheet.tables.flatMap(table => [
      ...repeated(table.columns).map(header =>
        layout(`Two columns of “${sheet.name}” are called “${header}”.`, 'Word one of them otherwise.'),
      ),
      ...table.columns
        .filter(each => each === '')
        .map(() => layout(`A column of “${sheet.name}” has no name.`, 'Word it.')),
    ]),
    ...(sheet.rows.length > mostRows + 100
      ? [value(`“${sheet.name}” would have ${sheet.rows.length} rows.`, `A sheet holds at most ${mostRows} records.`)]
      : []),
    ...sheet.rows.flatMap(({ cells }, index) =>
      cells.flatMap(cell => (cell ? cellProblems(cell, `“${sheet.name}”, row ${index + 1}`) : [])),
    ),
  ]
}

function cellProblems(cell: Cell, where: string): readonly WorkbookProblem[] {
  switch (cell.kind) {
    case 'text':
      return textProblems(cell.text, where)
    case 'number':
      return Number.isFinite(cell.value) ? [] : [value(`${where}: a number is not finite.`, 'Mend the record.')]
    case 'day':
      return isDay(cell.day) ? [] : [value(`${where}: “${cell.day}” is not a day.`, 'Write YYYY-MM-DD.')]
    case 'formula':
      return formulaProblems(cell, where)
    default:
      return []
  }
}

function textProblems(text: string, where: string): readonly WorkbookProblem[] {
  if (text.length > longestText) {
    return [value(`${where}: a text has ${text.length} characters.`, `A cell holds at most ${longestText}.`)]
  }
  if (/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u.test(text)) {
    return [value(`${where}: a text holds a control character.`, 'Take it out of the record.')]
  }
  return []
}

/** Excel's calendar begins in 1900. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day >= '1900-03-01'
}

function formulaProblems(cell: Cell & { readonly kind: 'formula' }, where: string): readonly WorkbookProblem[] {
  const used = cell.formula.replace(/"[^"]*"/g, '').match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []
  const unknown = used.filter(name => !functions.has(name))
  return [
    ...unknown.map(name => layout(`${where}: the function ${name} is not one that every program has.`, 'Use another.')),
    ...(cell.formula.startsWith('=') ? [layout(`${where}: a formula begins with “=”.`, 'Leave it out.')] : []),
    ...(typeof cell.value === 'number' && !Number.isFinite(cell.value)
      ? [value(`${where}: a formula comes to no finite number.`, 'Mend the record.')]
      : []),
  ]
}
