/**
 * Every number on the summary and on the indicator table of the repository's reports, recomputed from the YAML by code
 * that is plain on purpose and shares nothing with the report room.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { judge } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'
import { type ReadCell, readWorkbooks } from '../support/spreadsheet.ts'

const repository = join(import.meta.dirname, '../..')
const agreements = ['icrc-2021', 'icrc-2022', 'ifrc-2021', 'ifrc-2022']
let out = ''

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'khabar-figures-'))
  const ran = await khabar(['build', '--root', repository, '--out', out, '--only', 'report', '--lang', 'en'])
  expect(ran.code).toBe(0)
})
afterAll(() => rm(out, { recursive: true, force: true }))

interface Activity {
  id: string
  area: string
  end: string
  cancelled?: object
  target?: { total?: number }
  reached?: { total?: number }
  funding?: { agreement: string; line?: string; spent?: { amount: number; currency: string }[] }[]
  results?: { indicator: string; agreement?: string; value: number; period?: string }[]
}
interface Indicator {
  code: string
  life_target?: number
  target?: { [part: string]: number }
  roll_up: { periods: string; places: string }
}
interface Agreement {
  year: number
  programme: string
  currency: string
  rates?: { from: string; to: string; rate: number }[]
  budget: { line: string; area: string; amount: number }[]
  indicators: Indicator[]
}

const yaml = (...path: string[]) => parse(readFileSync(join(repository, 'data', ...path), 'utf8'))
const agreementOf = (id: string): Agreement => yaml('agreements', `${id}.yaml`)
const activities: Activity[] = ['2021', '2022'].flatMap(year =>
  readdirSync(join(repository, 'data/activities', year)).flatMap(file => {
    const read = yaml('activities', year, file)
    return Array.isArray(read) ? read : [{ ...read, id: basename(file, '.yaml') }]
  }),
)

const isPaidBy = (activity: Activity, id: string) => (activity.funding ?? []).some(share => share.agreement === id)
const under = (id: string) => activities.filter(each => isPaidBy(each, id))

/** Half a cent upwards; rates and amounts as whole numbers. */
function cents(amount: number, currency: string, agreement: Agreement): bigint {
  const hundredths = BigInt(Math.round(amount * 100))
  if (currency === agreement.currency) return hundredths
  const rate =
    agreement.rates?.find(({ from, to }) => from === currency && to === agreement.currency)?.rate ?? Number.NaN
  return (hundredths * BigInt(Math.round(rate * 1e9)) + 500_000_000n) / 1_000_000_000n
}

const reported = (values: (number | undefined)[]) => {
  const known = values.filter(each => each !== undefined)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}
const share = (part: number | null, whole: number | null) => (part === null || !whole ? null : part / whole)

function summaryOf(id: string, area: string | null) {
  const agreement = agreementOf(id)
  const own = under(id).filter(each => area === null || each.area === area)
  const counted = own.filter(each => !each.cancelled)
  const lineArea = (activity: Activity, line?: string) =>
    agreement.budget.find(each => each.line === line)?.area ?? activity.area
  const spent = under(id)
    .filter(each => !each.cancelled)
    .flatMap(activity =>
      (activity.funding ?? [])
        .filter(each => each.agreement === id && (area === null || lineArea(activity, each.line) === area))
        .flatMap(each => each.spent ?? []),
    )
  const expenditure = spent.length
    ? Number(spent.reduce((sum, { amount, currency }) => sum + cents(amount, currency, agreement), 0n)) / 100
    : null
  const budget = reported(
    agreement.budget.filter(line => area === null || line.area === area).map(({ amount }) => amount),
  )
  const target = reported(counted.map(each => each.target?.total))
  const reached = reported(counted.map(each => each.reached?.total))
  return {
    Activities: counted.length,
    Cancelled: own.length - counted.length,
    'People targeted': area === null ? 'not added' : target,
    'People reached': area === null ? 'not added' : reached,
    'Reached, % of target': area === null ? 'not added' : share(reached, target),
    'Reach not reported': counted.filter(each => each.reached?.total === undefined).length,
    'Budget, CHF': budget,
    'Expenditure, CHF': expenditure,
    'Implementation rate': share(expenditure, budget),
  }
}

/** The same figures a year earlier, on the summary of this year: `icrc-2021` beside `icrc-2022`. */
function previousOf(id: string, area: string | null) {
  const year = Number(id.slice(-4)) - 1
  const before = agreements.includes(`${id.slice(0, -4)}${year}`) ? summaryOf(`${id.slice(0, -4)}${year}`, area) : null
  return {
    [`People reached in ${year}`]: area === null ? 'not added' : (before?.['People reached'] ?? null),
    [`Expenditure in ${year}, CHF`]: before?.['Expenditure, CHF'] ?? null,
  }
}

function roll(values: number[], rule: string): number | null {
  if (values.length === 0) return null
  const sum = values.reduce((a, b) => a + b)
  return rule === 'sum'
    ? sum
    : rule === 'max'
      ? Math.max(...values)
      : rule === 'average'
        ? sum / values.length
        : Number(values.at(-1))
}

function quarters(id: string, { code, roll_up }: Indicator): (number | null)[] {
  const { year } = agreementOf(id)
  return [1, 2, 3, 4].map(quarter => {
    const values = under(id)
      .filter(each => !each.cancelled)
      .flatMap(activity =>
        (activity.results ?? [])
          .filter(result => result.indicator === code && (result.agreement ?? id) === id)
          .filter(({ period }) => {
            const month = Number(activity.end.slice(5, 7))
            return (period ?? `${activity.end.slice(0, 4)}-Q${Math.ceil(month / 3)}`) === `${year}-Q${quarter}`
          })
          .map(({ value }) => value),
      )
    return roll(values, roll_up.places)
  })
}

const known = (values: (number | null)[]) => values.filter(each => each !== null)

function trackingOf(id: string, indicator: Indicator) {
  const { year, programme } = agreementOf(id)
  const before = agreements.filter(each => agreementOf(each).programme === programme && agreementOf(each).year < year)
  const past = before.flatMap(each =>
    agreementOf(each)
      .indicators.filter(({ code }) => code === indicator.code)
      .flatMap(same => quarters(each, same)),
  )
  const own = quarters(id, indicator)
  const rule = indicator.roll_up.periods
  const actual = roll(known(own), rule)
  const life = roll(known([...past, ...own]), rule)
  const target = indicator.target?.['total'] ?? null
  const ofQuarters = own.flatMap((value, index) => {
    const agreed = indicator.target?.[`q${index + 1}`] ?? null
    const name = `Q${index + 1}`
    return [
      [`${name} target`, agreed],
      [`${name} actual`, value],
      [`${name}, % of target`, share(value, agreed)],
    ]
  })
  return {
    ...Object.fromEntries(ofQuarters),
    'Annual target': target,
    'Year to date': actual,
    Variance: actual === null || target === null ? null : actual - target,
    'Year, % of target': share(actual, target),
    'Earlier years': roll(known(past), rule),
    'Programme to date': life,
    'Programme, % of target': share(life, indicator.life_target ?? null),
  }
}

type Row = { readonly [header: string]: ReadCell['value'] }

/** Rows of a sheet by what stands in their first column; headers are in row 4. */
function rowsOf(python: string, id: string, sheet: string): ReadonlyMap<string, Row> {
  const path = join(out, 'reports', id.slice(-4), `${id}.en.xlsx`)
  const cells = readWorkbooks(python, [path])[path]?.sheets[sheet]?.cells ?? {}
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

function expectRow(
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

it('sets last year beside this year where there was one', () => {
  expect(previousOf('icrc-2022', 'ihl')['People reached in 2021']).toBe(2324)
  expect(Object.values(previousOf('icrc-2021', 'ihl'))).toEqual([null, null])
})

describe.each(agreements)('the report of %s', id => {
  it('has on its summary what the records come to', test => {
    const rows = rowsOf(judge('openpyxl', test), id, 'Summary')
    const { budget } = agreementOf(id)
    const areas = [...new Set([...budget.map(each => each.area), ...under(id).map(each => each.area)])]
    expect(areas.length).toBeGreaterThan(2)
    for (const area of areas) expectRow(rows.get(area), { ...summaryOf(id, area), ...previousOf(id, area) }, area)
    expectRow(rows.get('Total'), { ...summaryOf(id, null), ...previousOf(id, null) }, 'Total')
  })

  it('has in its indicator table what the results come to', test => {
    const rows = rowsOf(judge('openpyxl', test), id, 'Indicators')
    const { indicators } = agreementOf(id)
    expect(rows.size).toBe(indicators.length)
    for (const indicator of indicators) expectRow(rows.get(indicator.code), trackingOf(id, indicator), indicator.code)
  })
})

it('takes the highest of a quarter where places may not be added', () => {
  const actual = (id: string, code: string) => {
    const indicator = agreementOf(id).indicators.find(each => each.code === code)
    return indicator && trackingOf(id, indicator)
  }
  expect(actual('ifrc-2021', 'EPR-1')?.['Year to date']).toBe(5880)
  expect(actual('ifrc-2022', 'EPR-1')?.['Year to date']).toBe(5417)
  expect(actual('ifrc-2022', 'EPR-3')?.['Year to date']).toBe(96 + 118)
})
