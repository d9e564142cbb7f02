/** What no cell may hold: each is told with its sheet and row. */
import type { Cell, Sheet, SheetRow, Workbook } from '../../model/workbook-sheet.ts'
import { layoutProblem, recordProblem, type WorkbookProblem } from './problem.ts'

/** Functions that Excel 2007 and every program since has; a newer one would need a prefix. */
export const functions: ReadonlySet<string> = new Set(
  'AVERAGE COUNT COUNTIFS IF ISNUMBER MAX N OR ROUND SUBTOTAL SUM SUMIFS SUMPRODUCT'.split(' '),
)
const longestText = 32_767
const longestFormula = 8_192
const longestLink = 2_079
const mostLinks = 65_530
const highestRow = 409

/** What is wrong, and how to mend it. */
type Fault = readonly [what: string, hint: string]

export function cellProblems(sheet: Sheet, workbook: Workbook): readonly WorkbookProblem[] {
  const known = knownIn(workbook)
  const problems: WorkbookProblem[] = []
  let links = 0
  for (const [index, row] of sheet.rows.entries()) {
    for (const cell of row.cells) if (cell?.href !== undefined) links += 1
    for (const problem of rowProblems(row, index, { sheet, known })) problems.push(problem)
  }
  if (links > mostLinks) {
    problems.push(recordProblem(`“${sheet.name}” has ${links} links.`, `A sheet holds at most ${mostLinks}.`))
  }
  return problems
}

export const knownIn = ({ sheets, names }: Workbook): Known => ({
  sheets: new Set(sheets.map(({ name }) => name)),
  names: new Set(names.map(({ name }) => name)),
})

export function rowProblems(
  row: SheetRow,
  index: number,
  { sheet, known }: { readonly sheet: Sheet; readonly known: Known },
): readonly WorkbookProblem[] {
  const problems: WorkbookProblem[] = []
  const where = () => `“${sheet.name}”, row ${index + 1}`
  for (const [what, hint] of rowFaults(row, index, sheet)) problems.push(layoutProblem(`${where()}: ${what}`, hint))
  for (const cell of row.cells) {
    if (!cell) continue
    for (const [what, hint] of valueFaults(cell)) problems.push(recordProblem(`${where()}: ${what}`, hint))
    for (const [what, hint] of wordingFaults(cell, known)) problems.push(layoutProblem(`${where()}: ${what}`, hint))
  }
  return problems
}

function rowFaults({ height = 0, spreadTo }: SheetRow, index: number, { tables }: Sheet): readonly Fault[] {
  const inTable = tables.some(({ headerRow, rows }) => index + 1 >= headerRow && index < headerRow + rows)
  return [
    ...(height > highestRow ? [[`a row is ${height} points high.`, `At most ${highestRow}.`] as const] : []),
    ...(spreadTo && inTable ? [['cells of a table are merged.', 'Spread only what stands outside.'] as const] : []),
  ]
}

const nothing: readonly Fault[] = []

/** Faults that come with a record. */
function valueFaults(cell: Cell): readonly Fault[] {
  switch (cell.kind) {
    case 'text':
      return textFaults(cell.text)
    case 'number':
      return Number.isFinite(cell.value) ? nothing : [['a number is not finite.', 'Mend the record.']]
    case 'day':
      return isDay(cell.day) ? nothing : [[`“${cell.day}” is not a day.`, 'Write YYYY-MM-DD.']]
    case 'formula':
      if (typeof cell.value === 'string') return textFaults(cell.value)
      return Number.isFinite(cell.value) ? nothing : [['a formula comes to no finite number.', 'Mend the record.']]
    default:
      return nothing
  }
}

function textFaults(text: string): readonly Fault[] {
  if (text.length > longestText) {
    return [[`a text has ${text.length} characters.`, `A cell holds at most ${longestText}.`]]
  }
  if (/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u.test(text)) {
    return [['a text holds a control character.', 'Take it out of the record.']]
  }
  return nothing
}

/** Excel's calendar begins in 1900. */
function isDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day < '1900-03-01') return false
  // 30 February is parsed as 2 March.
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDate() === Number(day.slice(8))
}

interface Known {
  readonly sheets: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** Faults of formulas, notes and links, which templates and the report decide. */
function wordingFaults(cell: Cell, { sheets, names }: Known): readonly Fault[] {
  if (cell.kind !== 'formula' && !cell.note && !cell.link && cell.href === undefined) return nothing
  const { note = '', link, href } = cell
  return [
    ...(note.length > longestText
      ? [[`a note has ${note.length} characters.`, `At most ${longestText}.`] as const]
      : []),
    ...(link && !sheets.has(link) ? [[`a link leads to “${link}”, which is no sheet.`, 'Name one.'] as const] : []),
    ...(href !== undefined && !isHref(href)
      ? [
          [
            `“${href.slice(0, 80)}” is no link to a page or a file beside the workbook.`,
            'Write https:// or a path.',
          ] as const,
        ]
      : []),
    ...(cell.kind === 'formula' ? formulaFaults(cell.formula, names) : []),
  ]
}

/** A page, an address, or a path that goes up and down from where the workbook lies. */
const isHref = (href: string) =>
  href.length > 0 && href.length <= longestLink && /^(https?:\/\/|mailto:|[^\s:/\\][^\s:\\]*$)/.test(href)

/** A text in quotes, the name of a function, a defined name. */
const token = /"[^"]*"|([A-Z][A-Z0-9.]*)(?=\()|\b([a-z]+_[A-Z]\w*)\b/g

function formulaFaults(formula: string, names: ReadonlySet<string>): readonly Fault[] {
  const faults: Fault[] = []
  for (const [, used, named] of formula.matchAll(token)) {
    if (used && !functions.has(used))
      faults.push([`the function ${used} is not one that every program has.`, 'Use another.'])
    if (named && !names.has(named)) faults.push([`a formula asks for “${named}”, which is no name.`, 'Define it.'])
  }
  return [
    ...faults,
    ...(formula.startsWith('=') ? [['a formula begins with “=”.', 'Leave it out.'] as const] : []),
    ...(formula === '' ? [['a formula is empty.', 'Write one.'] as const] : []),
    ...(formula.length > longestFormula
      ? [[`a formula has ${formula.length} characters.`, `At most ${longestFormula}.`] as const]
      : []),
  ]
}
