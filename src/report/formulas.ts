/** Formulas that count and sum a register by a key, in functions that every spreadsheet program has. */

/** `column` is a defined name; `equals` a reference, a number or a text in quotes, `value` what that will be. */
export type Condition =
  | { readonly column: string; readonly equals: string; readonly value?: string }
  | { readonly column: string; readonly atLeast: number }

/** Below any number of a report: refunds are below zero, and a blank text is not a number. */
export const least = -1_000_000_000_000_000

/** How many rows meet the conditions, and have a number in `reported` if that is asked. */
export function countWhere(conditions: readonly Condition[], reported?: string): string {
  if (areRisky(conditions)) {
    return `SUMPRODUCT(${exact(conditions)}*${reported ? `ISNUMBER(${reported})` : '1'})`
  }
  return `COUNTIFS(${criteria(conditions)}${reported ? `,${reported},">=${least}"` : ''})`
}

export function sumWhere(column: string, conditions: readonly Condition[]): string {
  if (areRisky(conditions)) return `SUMPRODUCT(${exact(conditions)}*1,${column})`
  return `SUMIFS(${column},${criteria(conditions)})`
}

/** What the rows that meet the conditions report, joined by a rule; blank where none does: not reported is not zero. */
export function reportedJoined(
  rule: 'sum' | 'max' | 'average',
  column: string,
  conditions: readonly Condition[],
): string {
  const count = countWhere(conditions, column)
  const sum = sumWhere(column, conditions)
  // No MAXIFS: programs before 2019 lack it. Values are never below zero.
  const max = `SUMPRODUCT(MAX(${exact(conditions)}*${column}))`
  return `IF(${count}=0,"",${{ sum, max, average: `${sum}/${count}` }[rule]})`
}

/** What some cells report, in the order of time, joined by a rule; blank where none does. */
export function cellsJoined(rule: 'sum' | 'max' | 'average' | 'latest', cells: readonly string[]): string {
  if (rule === 'latest') return cells.reduce((older, cell) => `IF(${cell}<>"",${cell},${older})`, '""')
  const names = { sum: 'SUM', max: 'MAX', average: 'AVERAGE' }
  const all = cells.join(',')
  return `IF(COUNT(${all})=0,"",${names[rule]}(${all}))`
}

/** Blank where either is blank or the whole is zero. */
export function ratioFormula(part: string, whole: string): string {
  return `IF(N(${whole})=0,"",IF(${part}="","",${part}/${whole}))`
}

/** A total over what a column reports. */
export function totalFormula(column: string): string {
  return `IF(COUNT([#${column}])=0,"",SUM([#${column}]))`
}

const criteria = (conditions: readonly Condition[]) =>
  conditions.map(each => `${each.column},${'equals' in each ? each.equals : `">=${each.atLeast}"`}`).join(',')
/** A blank text is above every number. */
const exact = (conditions: readonly Condition[]) =>
  conditions
    .map(each =>
      'equals' in each
        ? `(${each.column}=${each.equals})`
        : `ISNUMBER(${each.column})*(${each.column}>=${each.atLeast})`,
    )
    .join('*')

export const areRisky = (conditions: readonly Condition[]): boolean => conditions.some(isRisky)

/** SUMIFS reads `2022-03` or `may-5` as a date and then matches no text: such keys are compared cell by cell. */
function isRisky(condition: Condition): boolean {
  const key = 'equals' in condition ? condition.value : undefined
  if (key === undefined || !/\d/.test(key) || /^\d{4}(-\d\d)?-Q\d$/.test(key)) return false
  const plain = key.match(/[a-z]{4,}/g)?.filter(word => !months.includes(word)) ?? []
  return plain.length === 0
}
const months = 'january february march april june july august sept september october november december'.split(' ')
