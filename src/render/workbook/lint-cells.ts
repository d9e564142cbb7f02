/** What no cell may hold: each is told with its sheet and row. */
import { type CellNumbers, recurring } from '../../model/recurring.ts'
import { type Said, said } from '../../model/said.ts'
import type { Cell, Sheet, SheetRow, Workbook } from '../../model/workbook-sheet.ts'
import { type About, problem, type WorkbookProblem } from './problem.ts'

/** Functions that Excel 2007 and every program since has; a newer one would need a prefix. */
export const functions: ReadonlySet<string> = new Set(
  'AVERAGE COUNT COUNTIFS IF ISNUMBER MAX N OR ROUND SUBTOTAL SUM SUMIFS SUMPRODUCT'.split(' '),
)
const longestText = 32_767
const longestFormula = 8_192
const longestLink = 2_079
const mostLinks = 65_530
const highestRow = 409

/** What is wrong, how to mend it, and what to say of the record that has it. */
type Fault = readonly [what: Said, hint: Said, ofRecord?: Said]

export function cellProblems(sheet: Sheet, workbook: Workbook, number: number): readonly WorkbookProblem[] {
  const problemsOf = rowProblems(sheet, knownIn(workbook), number)
  const problems: WorkbookProblem[] = []
  let links = 0
  for (const [index, row] of sheet.rows.entries()) {
    for (const cell of row.cells) if (cell?.href !== undefined) links += 1
    for (const found of problemsOf(row, index, sheet.rows.numbersAt?.(index))) problems.push(found)
  }
  if (links > mostLinks) {
    const hint = said('A sheet holds at most {mostLinks}.', { mostLinks })
    problems.push(problem(said('“{name}” has {links} links.', { name: sheet.name, links }), hint, { in: 'records' }))
  }
  return problems
}

export const knownIn = ({ sheets, names }: Workbook): Known => ({
  sheets: new Set(sheets.map(({ name }) => name)),
  names: new Set(names.map(({ name }) => name)),
  cleanFormulas: new Set(),
})

/** Of each row of a sheet that is read. @param number of the sheet, from 0 */
export function rowProblems(sheet: Sheet, known: Known, number: number) {
  const lasting = recurring((cell: Cell) => [...valueFaults(cell), ...wordingFaults(cell, known)])
  return (row: SheetRow, index: number, numbers: CellNumbers | undefined): readonly WorkbookProblem[] => {
    const problems: WorkbookProblem[] = []
    const tell = (column: number, faults: readonly Fault[]): void => {
      for (const [what, hint, ofRecord = said('{What}', { what })] of faults) {
        const about: About = { in: 'cell', sheet: number, row: index, column }
        const found = problem(
          said('“{name}”, row {count}: {what}', { name: sheet.name, count: index + 1, what }),
          hint,
          about,
        )
        problems.push({ ...found, ofRecord })
      }
    }
    const wrong = rowFaults(row, index, sheet)
    if (wrong.length > 0) tell(longestIn(row), wrong)
    for (const [column, cell] of row.cells.entries()) {
      if (!cell) continue
      tell(column, lasting(cell, column, numbers))
      if (cell.kind === 'formula') tell(column, formulaFaults(cell.formula, known, index + 1))
    }
    return problems
  }
}

/** It makes the row as high as it is. */
function longestIn({ cells }: SheetRow): number {
  const lengths = cells.map(cell => (cell?.kind === 'text' ? cell.text.length : 0))
  return lengths.indexOf(Math.max(0, ...lengths))
}

function rowFaults({ height = 0, spreadTo }: SheetRow, index: number, { tables }: Sheet): readonly Fault[] {
  if (height <= highestRow && !spreadTo) return nothing
  const inTable = tables.some(({ headerRow, rows }) => index + 1 >= headerRow && index < headerRow + rows)
  return [
    ...(height > highestRow
      ? [[said('a row is {height} points high.', { height }), said('At most {most}.', { most: highestRow })] as const]
      : []),
    ...(spreadTo && inTable
      ? [[said('cells of a table are merged.'), said('Spread only what stands outside.')] as const]
      : []),
  ]
}

const nothing: readonly Fault[] = []

/** Faults that come with a record. */
function valueFaults(cell: Cell): readonly Fault[] {
  switch (cell.kind) {
    case 'text':
      return textFaults(cell.text)
    case 'number':
      return Number.isFinite(cell.value) ? nothing : [[said('a number is not finite.'), said('Mend the record.')]]
    case 'day':
      return dayFaults(cell.day)
    case 'formula':
      if (typeof cell.value === 'string') return textFaults(cell.value)
      return Number.isFinite(cell.value)
        ? nothing
        : [[said('a formula comes to no finite number.'), said('Mend the record.')]]
    default:
      return nothing
  }
}

function textFaults(text: string): readonly Fault[] {
  if (text.length > longestText) {
    const hint = said('The cell of a sheet holds at most {longestText} characters: shorten it.', { longestText })
    return [
      [
        said('a text has {count} characters.', { count: text.length }),
        hint,
        said('This text is too long for the cell of a sheet.'),
      ],
    ]
  }
  // What XML cannot hold. Other signs that nobody sees are told where they stand in the record, and written.
  // oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    return [[said('a text holds a control character.'), said('Take it out of the record.')]]
  }
  return nothing
}

/** Excel has a 29 February in 1900, so each day before it would be another one there. */
const firstDay = '1900-03-01'

function dayFaults(day: string): readonly Fault[] {
  if (!isDay(day)) return [[said('“{day}” is not a day.', { day }), said('Write YYYY-MM-DD.')]]
  return day < firstDay
    ? [
        [
          said('{day} is not a day that a sheet can hold.', { day }),
          said('Its calendar begins on {firstDay}: correct the year.', { firstDay }),
        ],
      ]
    : nothing
}

function isDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false
  // 30 February is parsed as 2 March.
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDate() === Number(day.slice(8))
}

interface Known {
  readonly sheets: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** Looked at in this workbook, and without a fault: without the number of the row that each is in. */
  readonly cleanFormulas: Set<string>
}

/** Faults of notes and links, which templates and the report decide. */
function wordingFaults(cell: Cell, { sheets }: Known): readonly Fault[] {
  if (!cell.note && !cell.link && cell.href === undefined) return nothing
  const { note = '', link, href } = cell
  return [
    ...(note.length > longestText
      ? [
          [
            said('a note has {count} characters.', { count: note.length }),
            said('At most {most}.', { most: longestText }),
          ] as const,
        ]
      : []),
    ...(link && !sheets.has(link)
      ? [[said('a link leads to “{link}”, which is no sheet.', { link }), said('Name one.')] as const]
      : []),
    ...(href !== undefined && !isHref(href)
      ? [
          [
            said('“{href}” is no link to a page or a file beside the workbook.', { href: href.slice(0, 80) }),
            said('Write https:// or a path.'),
          ] as const,
        ]
      : []),
  ]
}

/** A page, an address, or a path that goes up and down from where the workbook lies. */
const isHref = (href: string) =>
  href.length > 0 && href.length <= longestLink && /^(https?:\/\/|mailto:|[^\s:/\\][^\s:\\]*$)/.test(href)

/** A text in quotes, the name of a function, a defined name. */
const token = /"[^"]*"|([A-Z][A-Z0-9.]*)(?=\()|\b([a-z]+_[A-Z]\w*)\b/g

function formulaFaults(formula: string, { names, cleanFormulas }: Known, row: number): readonly Fault[] {
  const anywhere = formula.replaceAll(String(row), '#')
  if (cleanFormulas.has(anywhere) && formula.length <= longestFormula) return nothing
  const faults = faultsIn(formula, names)
  if (faults.length === 0) cleanFormulas.add(anywhere)
  return faults
}

function faultsIn(formula: string, names: ReadonlySet<string>): readonly Fault[] {
  const faults: Fault[] = []
  for (const [, used, named] of formula.matchAll(token)) {
    if (used && !functions.has(used))
      faults.push([said('the function {used} is not one that every program has.', { used }), said('Use another.')])
    if (named && !names.has(named))
      faults.push([said('a formula asks for “{named}”, which is no name.', { named }), said('Define it.')])
  }
  return [
    ...faults,
    ...(formula.startsWith('=') ? [[said('a formula begins with “=”.'), said('Leave it out.')] as const] : []),
    ...(formula === '' ? [[said('a formula is empty.'), said('Write one.')] as const] : []),
    ...(formula.length > longestFormula
      ? [
          [
            said('a formula has {count} characters.', { count: formula.length }),
            said('At most {most}.', { most: longestFormula }),
          ] as const,
        ]
      : []),
  ]
}
