/** Formulas over column names, made into formulas over cells once the layout has given each column its place. */

/** 1 is A. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** `'Summary'!$B$5:$B$9`; one cell where both rows are the same. */
export function columnRange(sheet: string, column: number, [first, last]: readonly [number, number]): string {
  const letters = columnLetters(column)
  const end = last === first ? '' : `:$${letters}$${last}`
  return `'${sheet.replaceAll("'", "''")}'!$${letters}$${first}${end}`
}

export interface References {
  /** Column, from 1, of the table that the formula stands in. */
  readonly columnOf: (name: string) => number | undefined
  /** First and last data row of that table. */
  readonly dataRows: readonly [first: number, last: number]
  readonly isDefined: (name: string) => boolean
}

/** A formula that is the same in each row of a table but for the number of the row, which stands between its parts. */
export interface RowFormula {
  readonly parts: readonly string[]
  /** References that lead to no column or name. */
  readonly missing: readonly string[]
}

export const formulaIn = ({ parts }: RowFormula, row: number): string => parts.join(String(row))

export function resolveFormula(expression: string, at: References): RowFormula {
  const missing: string[] = []
  const parts: string[] = []
  let part = ''
  let end = 0
  for (const { 0: whole, 1: text, 2: sign, 3: column, index } of expression.matchAll(token)) {
    part += expression.slice(end, index)
    end = index + whole.length
    const place = column === undefined ? undefined : at.columnOf(column)
    const isMissing = text === undefined && (column === undefined ? !at.isDefined(whole) : place === undefined)
    if (isMissing) missing.push(column ?? whole)
    if (place === undefined) part += whole
    else if (sign === '@') {
      parts.push(`${part}$${columnLetters(place)}`)
      part = ''
    } else part += rowsOf(columnLetters(place), at.dataRows)
  }
  return { parts: [...parts, part + expression.slice(end)], missing }
}

const rowsOf = (letters: string, [first, last]: References['dataRows']): string =>
  `${letters}$${first}:${letters}$${last}`

/** A text in quotes, `[@column]`, `[#column]`, or a defined name. */
const token = /("(?:[^"]|"")*")|\[([@#])([a-z_0-9]+)\]|\b[a-z]+_[A-Z]\w*\b/g
