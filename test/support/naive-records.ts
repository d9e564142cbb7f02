/**
 * The records of the repository's workspace and what a workbook shows, for tests that recompute figures by code that is
 * plain on purpose and shares nothing with the report room.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { type ReadCell, type ReadWorkbook, readWorkbooks } from './spreadsheet.ts'

export const repository = join(import.meta.dirname, '../..')

interface People {
  total?: number
  by_period?: { period: string | number; total?: number }[]
}
export interface Posting {
  amount: number
  currency: string
  date?: string
}
export interface Activity {
  id: string
  area: string
  start: string
  end: string
  cancelled?: object
  target?: People
  reached?: People
  funding?: { agreement: string; line?: string; spent?: Posting[] }[]
  results?: {
    indicator: string
    agreement?: string
    value?: number
    numerator?: number
    denominator?: number
    period?: string
    place?: string
  }[]
}
export interface Indicator {
  code: string
  unit: string
  life_target?: number
  target?: { [part: string]: number }
  roll_up: { periods: string; places: string }
}
export interface BudgetLine {
  line: string
  area: string
  amount: number
  by_year?: { [year: string]: number }
  revisions?: { amount?: number; by_year?: { [year: string]: number } }[]
}
export interface Agreement {
  year: number
  programme: string
  currency: string
  start: string
  end: string
  rates?: { from: string; to: string; rate: number; month?: string }[]
  budget: BudgetLine[]
  indicators: Indicator[]
}

const yaml = (...path: string[]) => parse(readFileSync(join(repository, 'data', ...path), 'utf8'))
const agreements = new Map<string, Agreement>()
export function agreementOf(id: string): Agreement {
  const found = agreements.get(id) ?? (yaml('agreements', `${id}.yaml`) as Agreement)
  agreements.set(id, found)
  return found
}
export const activities: Activity[] = ['2020', '2021', '2022'].flatMap(year =>
  readdirSync(join(repository, 'data/activities', year)).flatMap(file => {
    const read = yaml('activities', year, file)
    return Array.isArray(read) ? read : [{ ...read, id: basename(file, '.yaml') }]
  }),
)

const isPaidBy = (activity: Activity, id: string) => (activity.funding ?? []).some(share => share.agreement === id)
export const under = (id: string) => activities.filter(each => isPaidBy(each, id))

/** Half a cent upwards; rates and amounts as whole numbers. Those of the other direction leave no rest in the sample. */
export function cents({ amount, currency, date }: Posting, agreement: Agreement): bigint {
  const hundredths = BigInt(Math.round(amount * 100))
  if (currency === agreement.currency) return hundredths
  const rates = (agreement.rates ?? []).filter(({ month }) => month === undefined || date?.startsWith(month))
  const inverse = rates.find(({ from, to }) => from === agreement.currency && to === currency)
  if (inverse) return hundredths / BigInt(inverse.rate)
  const rate = rates.find(({ from, to }) => from === currency && to === agreement.currency)?.rate ?? Number.NaN
  return (hundredths * BigInt(Math.round(rate * 1e9)) + 500_000_000n) / 1_000_000_000n
}

export const reported = (values: (number | undefined)[]) => {
  const known = values.filter(each => each !== undefined)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}
/** Days of a report, as text. */
export interface Days {
  first: string
  last: string
}
export const isWithin = (day: string, { first, last }: Days) => first <= day && day <= last

const always: Days = { first: '', last: '9' }
/** Of the periods that begin within these days; a whole is asked where there are none. */
function peopleIn(people: People | undefined, days: Days): number | undefined {
  if (!people?.by_period) return people?.total
  const own = people.by_period.filter(({ period }) => isWithin(beginOf(String(period)), days))
  return reported(own.map(({ total }) => total)) ?? undefined
}

function beginOf(period: string): string {
  const [year = '', part = '01'] = period.split('-')
  const month = part.startsWith('Q') ? String(Number(part[1]) * 3 - 2).padStart(2, '0') : part
  return `${year}-${month}-01`
}

export const targetOf = ({ target }: Activity, days: Days = always) => peopleIn(target, days)
export const reachedBy = ({ reached }: Activity, days: Days = always) => peopleIn(reached, days)

/** Like against like: of the activities that have both, against their own targets. */
export function shareOfTargets(counted: { target: number | undefined; reached: number | undefined }[]): number | null {
  const both = counted.filter(({ target, reached }) => target !== undefined && reached !== undefined)
  return share(reported(both.map(({ reached }) => reached)), reported(both.map(({ target }) => target)))
}

export const share = (part: number | null, whole: number | null) => (part === null || !whole ? null : part / whole)

export type Row = { readonly [header: string]: ReadCell['value'] }

const read = new Map<string, ReadWorkbook | undefined>()
function workbookAt(python: string, path: string): ReadWorkbook | undefined {
  if (!read.has(path)) read.set(path, readWorkbooks(python, [path])[path])
  return read.get(path)
}

/** Rows of a sheet by what stands in their first column; headers are in row 4. */
export function rowsOf(python: string, path: string, sheet: string): ReadonlyMap<string, Row> {
  const cells = workbookAt(python, path)?.sheets[sheet]?.cells ?? {}
  const at = (column: string, row: number) => cells[`${column}${row}`]?.value ?? null
  const columns = [...new Set(Object.keys(cells).map(address => address.replace(/\d+/, '')))]
  const headers = columns.flatMap(column =>
    typeof at(column, 4) === 'string' ? [[column, String(at(column, 4))]] : [],
  )
  const rows = [...new Set(Object.keys(cells).map(address => Number(address.replace(/\D+/, ''))))].filter(
    row => row > 4,
  )
  // A code names the row, wherever it stands; a total has none.
  const code = headers.find(([, header = '']) => ['Code', 'Area code'].includes(header))?.[0] ?? 'A'
  return new Map(
    rows.map(row => [
      String(at(code, row) ?? at('A', row) ?? at('B', row)),
      Object.fromEntries(headers.map(([column = '', header = '']) => [header, at(column, row)])),
    ]),
  )
}

export function expectRow(
  row: Row | undefined,
  expected: { readonly [header: string]: string | number | null },
  where: string,
) {
  for (const [header, value] of Object.entries(expected)) {
    const shown = row?.[header] === '' ? null : (row?.[header] ?? null)
    if (typeof value === 'number') expect(shown, `${where}: ${header}`).toBeCloseTo(value, 9)
    else expect(shown, `${where}: ${header}`).toBe(value)
  }
}
