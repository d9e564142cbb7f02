/**
 * Every number on the summary and on the indicator table of the repository's reports on one calendar year, recomputed from
 * the YAML by code that is plain on purpose and shares nothing with the report room. Those on other years are held in
 * test/figures/sample.test.ts.
 */
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { judge } from '../support/judges.ts'
import {
  type Activity,
  agreementOf,
  cents,
  expectRow,
  type Indicator,
  reachedBy,
  reported,
  rowsOf,
  share,
  shareOfTargets,
  targetOf,
  under,
} from '../support/naive-records.ts'

const agreements = ['icrc-2021', 'icrc-2022', 'ifrc-2021', 'ifrc-2022']
const pathOf = (id: string) => join(inject('sample'), 'reports', id.slice(-4), `${id}.en.xlsx`)

function summaryOf(id: string, area: string | null) {
  const agreement = agreementOf(id)
  const own = under(id).filter(each => area === null || each.area === area)
  const counted = own.filter(each => !each.cancelled)
  const lineArea = (activity: Activity, line?: string) =>
    agreement.budget.find(each => each.line === line)?.area ?? activity.area
  // What was spent on a cancelled one was spent.
  const spent = under(id).flatMap(activity =>
    (activity.funding ?? [])
      .filter(each => each.agreement === id && (area === null || lineArea(activity, each.line) === area))
      .flatMap(each => each.spent ?? []),
  )
  const expenditure = spent.length ? Number(spent.reduce((sum, each) => sum + cents(each, agreement), 0n)) / 100 : null
  const budget = reported(
    agreement.budget.filter(line => area === null || line.area === area).map(({ amount }) => amount),
  )
  const people = counted.map(each => ({ target: targetOf(each), reached: reachedBy(each) }))
  const target = reported(people.map(each => each.target))
  const reached = reported(people.map(each => each.reached))
  return {
    Activities: counted.length,
    Cancelled: own.length - counted.length,
    'People targeted': area === null ? 'not added' : target,
    'People reached': area === null ? 'not added' : reached,
    'Reached, % of target': area === null ? 'not added' : shareOfTargets(people),
    'Reach not reported': people.filter(each => each.reached === undefined).length,
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

type Result = NonNullable<Activity['results']>[number] & { activity: string; quarter: number }

/** In the order of quarters, activity by activity. */
function resultsOf(id: string, { code }: Indicator): Result[] {
  const { year } = agreementOf(id)
  return under(id)
    .filter(each => !each.cancelled)
    .flatMap(activity =>
      (activity.results ?? [])
        .filter(result => result.indicator === code && (result.agreement ?? id) === id)
        .flatMap(result => {
          const month = Number(activity.end.slice(5, 7))
          const period = result.period ?? `${activity.end.slice(0, 4)}-Q${Math.ceil(month / 3)}`
          const [of, quarter] = period.split('-Q')
          return Number(of) === year ? [{ ...result, activity: activity.id, quarter: Number(quarter) }] : []
        }),
    )
    .toSorted((a, b) => a.quarter - b.quarter)
}

const percentOf = (results: Result[]): number | null =>
  share(100 * added(results.map(each => each.numerator ?? 0)), added(results.map(each => each.denominator ?? 0)))
const added = (values: number[]): number => roll(values, 'sum') ?? 0
const isWeighted = (results: Result[]) => results.length > 0 && results.every(each => each.denominator !== undefined)

function groups(results: Result[], keyOf: (result: Result) => string): Result[][] {
  return [...Map.groupBy(results, keyOf).values()]
}
const valuesOf = (results: Result[]) => results.map(each => Number(each.value))

/** Places within an activity, then activities; of the latest value, places with what they last had. */
function quarters(id: string, indicator: Indicator): (number | null)[] {
  const { places, periods } = indicator.roll_up
  const results = resultsOf(id, indicator)
  return [1, 2, 3, 4].map(quarter => {
    if (periods === 'latest') {
      const series = groups(
        results.filter(each => each.quarter <= quarter),
        ({ place, activity }) => place ?? activity,
      )
      return roll(valuesOf(series.flatMap(each => each.slice(-1))), places)
    }
    const own = results.filter(each => each.quarter === quarter)
    if (isWeighted(results)) return own.length > 0 ? percentOf(own) : null
    const parts = groups(own, ({ activity }) => activity).map(each => roll(valuesOf(each), places) ?? 0)
    return roll(parts, places === 'average' ? 'average' : 'sum')
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
  const ofYear = resultsOf(id, indicator)
  const ofPast = before.flatMap(each =>
    agreementOf(each)
      .indicators.filter(({ code }) => code === indicator.code)
      .flatMap(same => resultsOf(each, same)),
  )
  const weighted = isWeighted(ofYear)
  const actual = weighted ? percentOf(ofYear) : roll(known(own), rule)
  const earlier = weighted && ofPast.length > 0 ? percentOf(ofPast) : roll(known(past), rule)
  const life = weighted ? percentOf([...ofPast, ...ofYear]) : roll(known([...past, ...own]), rule)
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
    Target: target,
    Actual: actual,
    Variance: actual === null || target === null ? null : actual - target,
    '% of target': share(actual, target),
    Earlier: earlier,
    'Programme to date': life,
    'Programme, % of target': share(life, indicator.life_target ?? null),
  }
}

it('sets last year beside this year where there was one', () => {
  expect(previousOf('icrc-2022', 'ihl')['People reached in 2021']).toBe(2324)
  expect(Object.values(previousOf('icrc-2021', 'ihl'))).toEqual([null, null])
})

describe.each(agreements)('the report of %s', id => {
  it('has on its summary what the records come to', test => {
    const rows = rowsOf(judge('openpyxl', test), pathOf(id), 'Summary')
    const { budget } = agreementOf(id)
    const areas = [...new Set([...budget.map(each => each.area), ...under(id).map(each => each.area)])]
    expect(areas.length).toBeGreaterThan(2)
    for (const area of areas) expectRow(rows.get(area), { ...summaryOf(id, area), ...previousOf(id, area) }, area)
    expectRow(rows.get('Total'), { ...summaryOf(id, null), ...previousOf(id, null) }, 'Total')
  })

  it('has in its indicator table what the results come to', test => {
    const rows = rowsOf(judge('openpyxl', test), pathOf(id), 'Indicators')
    const { indicators } = agreementOf(id)
    expect(rows.size).toBe(indicators.length)
    for (const indicator of indicators) expectRow(rows.get(indicator.code), trackingOf(id, indicator), indicator.code)
  })
})

it('takes the highest of the places of one activity, and adds activities', () => {
  const actual = (id: string, code: string) => {
    const indicator = agreementOf(id).indicators.find(each => each.code === code)
    return indicator && trackingOf(id, indicator)
  }
  expect(actual('ifrc-2021', 'EPR-1')?.['Actual']).toBe(6374)
  expect(actual('ifrc-2022', 'EPR-1')?.['Actual']).toBe(7595)
  expect(actual('ifrc-2022', 'EPR-3')?.['Actual']).toBe(96 + 118)
})
