/** Formulas that count and sum a register by a key, in functions that every spreadsheet program has. */

/** `column` is a defined name; `equals` a reference or a number; `value` what the reference will hold. */
export interface Condition {
  readonly column: string
  readonly equals: string
  readonly value?: string
}

export const countedActivities: Condition = { column: 'act_Counted', equals: '1' }
export const countedSpending: Condition = { column: 'fin_Counted', equals: '1' }

/** How many rows meet the conditions, and have a number in `reported` if that is asked. */
export function countWhere(conditions: readonly Condition[], reported?: string): string {
  if (conditions.some(isRisky)) {
    return `SUMPRODUCT(${exact(conditions)}*${reported ? `ISNUMBER(${reported})` : '1'})`
  }
  return `COUNTIFS(${criteria(conditions)}${reported ? `,${reported},">=0"` : ''})`
}

export function sumWhere(column: string, conditions: readonly Condition[]): string {
  if (conditions.some(isRisky)) return `SUMPRODUCT(${exact(conditions)}*1,${column})`
  return `SUMIFS(${column},${criteria(conditions)})`
}

/** Blank where no row reports a number: not reported is not zero. */
export function reportedSum(column: string, conditions: readonly Condition[]): string {
  return `IF(${countWhere(conditions, column)}=0,"",${sumWhere(column, conditions)})`
}

/** What the rows that meet the conditions report, joined by a rule; blank where none reports a number. */
export function reportedJoined(
  rule: 'sum' | 'max' | 'average',
  column: string,
  conditions: readonly Condition[],
): string {
  const count = countWhere(conditions, column)
  switch (rule) {
    case 'sum':
      return reportedSum(column, conditions)
    // No MAXIFS: programs before 2019 lack it. Values are never below zero.
    case 'max':
      return `IF(${count}=0,"",SUMPRODUCT(MAX(${exact(conditions)}*${column})))`
    default:
      return `IF(${count}=0,"",${sumWhere(column, conditions)}/${count})`
  }
}

/** What some cells report, in the order of time, joined by a rule; blank where none does. */
export function cellsJoined(rule: 'sum' | 'max' | 'average' | 'latest', cells: readonly string[]): string {
  if (rule === 'latest') return cells.reduce((older, cell) => `IF(${cell}<>"",${cell},${older})`, '""')
  const names = { sum: 'SUM', max: 'MAX', average: 'AVERAGE' }
  const all = cells.join(',')
  return `IF(COUNT(${all})=0,"",${names[rule]}(${all}))`
}

/** Blank where either is blank or the whole is zero. */
export function ratio(part: string, whole: string): string {
  return `IF(N(${whole})=0,"",IF(${part}="","",${part}/${whole}))`
}

/** A total over what a column reports. */
export function total(column: string): string {
  return `IF(COUNT([#${column}])=0,"",SUM([#${column}]))`
}

const criteria = (conditions: readonly Condition[]) =>
  conditions.map(({ column, equals }) => `${column},${equals}`).join(',')
const exact = (conditions: readonly Condition[]) =>
  conditions.map(({ column, equals }) => `(${column}=${equals})`).join('*')

/** SUMIFS reads `2022-03` or `may-5` as a date and then matches no text: such keys are compared cell by cell. */
function isRisky({ value }: Condition): boolean {
  if (value === undefined || !/\d/.test(value)) return false
  const plain = value.match(/[a-z]{4,}/g)?.filter(word => !months.includes(word)) ?? []
  return plain.length === 0
}
const months = 'january february march april june july august sept september october november december'.split(' ')
