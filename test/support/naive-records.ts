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

export interface Activity {
  id: string
  area: string
  end: string
  cancelled?: object
  target?: { total?: number }
  reached?: { total?: number; by_period?: { total?: number }[] }
  funding?: { agreement: string; line?: string; spent?: { amount: number; currency: string }[] }[]
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
export interface Agreement {
  year: number
  programme: string
  currency: string
  rates?: { from: string; to: string; rate: number }[]
  budget: { line: string; area: string; amount: number }[]
  indicators: Indicator[]
}

const yaml = (...path: string[]) => parse(readFileSync(join(repository, 'data', ...path), 'utf8'))
export const agreementOf = (id: string): Agreement => yaml('agreements', `${id}.yaml`)
export const activities: Activity[] = ['2021', '2022'].flatMap(year =>
  readdirSync(join(repository, 'data/activities', year)).flatMap(file => {
    const read = yaml('activities', year, file)
    return Array.isArray(read) ? read : [{ ...read, id: basename(file, '.yaml') }]
  }),
)

const isPaidBy = (activity: Activity, id: string) => (activity.funding ?? []).some(share => share.agreement === id)
export const under = (id: string) => activities.filter(each => isPaidBy(each, id))

/** Half a cent upwards; rates and amounts as whole numbers. */
export function cents(amount: number, currency: string, agreement: Agreement): bigint {
  const hundredths = BigInt(Math.round(amount * 100))
  if (currency === agreement.currency) return hundredths
  const rate =
    agreement.rates?.find(({ from, to }) => from === currency && to === agreement.currency)?.rate ?? Number.NaN
  return (hundredths * BigInt(Math.round(rate * 1e9)) + 500_000_000n) / 1_000_000_000n
}

export const reported = (values: (number | undefined)[]) => {
  const known = values.filter(each => each !== undefined)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}
/** Of all its periods: none of the sample has one in a year that no report is of. */
export const reachedBy = ({ reached: people }: Activity): number | undefined =>
  people?.total ?? reported((people?.by_period ?? []).map(({ total }) => total)) ?? undefined

/** Like against like: of the activities that have both, against their own targets. */
export function shareOfTargets(counted: Activity[]): number | null {
  const both = counted.filter(each => each.target?.total !== undefined && reachedBy(each) !== undefined)
  return share(reported(both.map(reachedBy)), reported(both.map(each => each.target?.total)))
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
  return new Map(
    rows.map(row => [
      String(at('A', row) ?? at('B', row)),
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
