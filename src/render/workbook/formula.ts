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
  readonly row: number
  /** First and last data row of that table. */
  readonly dataRows: readonly [first: number, last: number]
  readonly isDefined: (name: string) => boolean
}

/** `missing`: references that lead to no column or name. */
export function resolveFormula(
  expression: string,
  at: References,
): { readonly formula: string; readonly missing: readonly string[] } {
  const missing: string[] = []
  const formula = expression.replace(token, (whole, text?: string, sign?: string, column?: string) => {
    if (text !== undefined) return whole
    if (column === undefined) {
      if (!at.isDefined(whole)) missing.push(whole)
      return whole
    }
    const place = at.columnOf(column)
    if (place === undefined) {
      missing.push(column)
      return whole
    }
    const letters = columnLetters(place)
    const [first, last] = at.dataRows
    return sign === '@' ? `$${letters}${at.row}` : `${letters}$${first}:${letters}$${last}`
  })
  return { formula, missing }
}

/** A text in quotes, `[@column]`, `[#column]`, or a defined name. */
const token = /("(?:[^"]|"")*")|\[([@#])([a-z_0-9]+)\]|\b[a-z]+_[A-Z]\w*\b/g
