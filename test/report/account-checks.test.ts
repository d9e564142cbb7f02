/** What no figure of an agreement can hold, or a donor would ask about: each told at its place, and nothing told beside it. */

import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement, Indicator } from '../../src/model/record/agreement.ts'
import { accountsOf } from '../../src/report/account.ts'
import { accountChecks } from '../../src/report/account-checks.ts'
import { inWords } from '../support/in-words.ts'
import { indicator } from '../support/indicator-dataset.ts'
import { accountOf } from '../support/one-activity.ts'
import { entry, sampleDataset } from '../support/sample-dataset.ts'

const lines: Agreement['budget'] = [{ line: 'courses', area: 'epr', name: 'Курсы', amount: 1000, explanation: 'Снег' }]
const agreed: Agreement = {
  partner: 'icrc',
  year: 2022,
  programme: 'icrc-cooperation',
  title: 'Соглашение',
  start: '2022-01-01',
  end: '2022-12-31',
  currency: 'CHF',
  data_cutoff: '2022-12-31',
  budget: lines,
  indicators: [],
}
/** From April to March, twice. */
const fiscal: Partial<Agreement> = {
  start: '2022-04-01',
  end: '2024-03-31',
  data_cutoff: '2024-03-31',
  budget: [
    {
      line: 'courses',
      area: 'epr',
      name: 'Курсы',
      amount: 1000,
      by_year: { 2022: 500, 2023: 500 },
      explanation: 'Снег',
    },
  ],
}
const course: Activity = { name: 'Курс', area: 'epr', type: 'training', start: '2022-05-01', end: '2022-05-10' }
const under = (more: object = {}) => [{ agreement: 'now', line: 'courses', ...more }]
const francs = (amount: number, more: object = {}) => ({ amount, currency: 'CHF' as const, ...more })

/** Each pointer is a place of its own. */
function marking() {
  const pointers: string[] = []
  const get = (pointer: string) => ({ value: [pointers.push(pointer) - 1, 0] })
  return { pointers, spans: { get } as unknown as ReadonlyMap<string, never> }
}

interface Said {
  readonly agreement?: Partial<Agreement>
  readonly others?: { readonly [id: string]: Partial<Agreement> }
  readonly activities?: { readonly [id: string]: Partial<Activity> }
}

/** `what /where: message` of the agreement `now`. */
function told({ agreement = {}, others = {}, activities = {} }: Said): readonly string[] {
  const { pointers, spans } = marking()
  const marked = <E extends ReturnType<typeof entry>>(of: E): E => ({ ...of, origin: { ...of.origin, spans } })
  const agreements = Object.entries({ ...others, now: agreement })
  const dataset = sampleDataset({
    agreement: new Map(agreements.map(([id, over]) => [id, marked(entry('agreement', id, { ...agreed, ...over }))])),
    activity: new Map(
      Object.entries(activities).map(([id, over]) => [
        id,
        marked(entry('activity', id, { ...course, funding: under(), ...over })),
      ]),
    ),
    meeting: new Map(),
  })
  const accounts = accountsOf(dataset)
  const account = accounts.find(each => each.agreement.id === 'now')
  if (!account) throw new Error('no account')
  return inWords(accountChecks(account, accounts)).map(
    ({ code, span, message }) => `${code.slice('report/'.length)} ${pointers[span?.start ?? -1]}: ${message}`,
  )
}

it('people are divided by period, all else is given the right day or agreement', () => {
  const reached = { by_period: [{ period: '2021-12', total: 5 }] }
  const funding = [{ agreement: 'icrc-2022', spent: [francs(1, { date: '2021-12-31' })] }]
  const account = accountOf({ reached, funding }, { budget: [] })
  expect(inWords(accountChecks(account, [account])).map(({ hints }) => hints)).toEqual([
    [
      'Divide the people by period (“by_period”) where a part of them was reached within it; correct the day of the activity if it is wrong.',
    ],
    [
      'Correct the day if it is wrong; else name the agreement that it belongs to, or extend this one as its amendment says.',
    ],
  ])
})

describe('what is in no report', () => {
  it('is told as what it is, with the days that the agreement has', () => {
    const activity: Partial<Activity> = {
      reached: {
        by_period: [
          { period: '2021-12', total: 5 },
          { period: '2022-05', total: 5 },
        ],
      },
      results: [{ indicator: 'I-1', agreement: 'now', value: 1, date: '2023-01-01' }],
      funding: under({ spent: [francs(1), francs(2, { date: '2021-12-31' })] }),
    }
    expect(told({ activities: { course: activity } })).toMatchInlineSnapshot(`
      [
        "outside-year /reached/by_period/0: People of 2021-12-31 are in no report: “now” goes from 2022-01-01 to 2022-12-31.",
        "outside-year /funding/0/spent/1: A sum of 2021-12-31 is in no report: “now” goes from 2022-01-01 to 2022-12-31.",
        "outside-year /results/0: A result of 2023-01-01 is in no report: “now” goes from 2022-01-01 to 2022-12-31.",
      ]
    `)
  })

  it('is told once a record where it is of after the cut-off, with the first day', () => {
    const spent = [
      francs(1, { date: '2022-09-09' }),
      francs(2, { date: '2022-08-08' }),
      francs(3, { date: '2022-08-09' }),
    ]
    const one = { funding: under({ spent: [francs(1, { date: '2022-08-08' })] }) }
    const agreement = { data_cutoff: '2022-08-07' }
    expect(told({ agreement, activities: { three: { funding: under({ spent }) }, one } })).toMatchInlineSnapshot(`
      [
        "after-cutoff /funding/0/spent/0: One fact of “one” is of after 2022-08-07, the data cut-off of “now” (2022-08-08), and in no figure.",
        "after-cutoff /funding/0/spent/1: 3 facts of “three” are of after 2022-08-07, the data cut-off of “now” (2022-08-08), and in no figure.",
      ]
    `)
    expect(
      told({ agreement: { data_cutoff: '2022-09-09' }, activities: { three: { funding: under({ spent }) } } }),
    ).toEqual([])
  })
})

describe('a period in two reporting years', () => {
  const over = '2023-01/2023-06'
  const everywhere: Partial<Activity> = {
    target: { by_period: [{ period: over, total: 5 }] },
    reached: {
      by_period: [
        { period: over, total: 5 },
        { period: '2023-01/2023-03', total: 5 },
      ],
    },
    results: [
      { indicator: 'I-1', value: 1 },
      { indicator: 'I-1', agreement: 'now', value: 1, period: over },
      { indicator: 'I-1', agreement: 'old', value: 1, period: over },
    ],
    funding: [
      { agreement: 'old', spent: [francs(1, { period: over })] },
      ...under({ spent: [francs(1), francs(1, { period: over })] }),
    ],
  }

  it('is told wherever it stands under the agreement', () => {
    expect(told({ agreement: fiscal, activities: { everywhere } })).toMatchInlineSnapshot(`
      [
        "period-straddles /funding/1/spent/1/period: 2023-01/2023-06 lies in two reporting years of “now”, 2022-23 and 2023-24, and is counted in that of its last day.",
        "period-straddles /target/by_period/0/period: 2023-01/2023-06 lies in two reporting years of “now”, 2022-23 and 2023-24, and is counted in that of its last day.",
        "period-straddles /reached/by_period/0/period: 2023-01/2023-06 lies in two reporting years of “now”, 2022-23 and 2023-24, and is counted in that of its last day.",
        "period-straddles /results/1/period: 2023-01/2023-06 lies in two reporting years of “now”, 2022-23 and 2023-24, and is counted in that of its last day.",
      ]
    `)
  })

  it('is told of sums alone where the activity was cancelled', () => {
    const cancelled = { ...everywhere, cancelled: { on: '2022-04-04', reason: 'Снег' } }
    expect(told({ agreement: fiscal, activities: { cancelled } })).toMatchInlineSnapshot(`
      [
        "period-straddles /funding/1/spent/1/period: 2023-01/2023-06 lies in two reporting years of “now”, 2022-23 and 2023-24, and is counted in that of its last day.",
        "cancelled-spending /cancelled: “cancelled” was cancelled, and money was spent on it under “now”: it counts as spent and is marked.",
      ]
    `)
  })

  it('is not where one end of it lies in no year of the agreement, nor in the years of a calendar', () => {
    const spent = (period: string) => ({ funding: under({ spent: [francs(1, { period })] }), end: '2022-05-10' })
    expect(told({ agreement: fiscal, activities: { early: spent('2022-03/2022-04') } })).toEqual([])
    expect(told({ agreement: fiscal, activities: { late: spent('2024-03/2024-03') } })).toEqual([])
    expect(told({ agreement: fiscal, activities: { whole: spent('2022-04/2023-03') } })).toEqual([])
    expect(
      told({ agreement: { ...fiscal, first_month: 1 }, activities: { other: spent('2022-12/2023-01') } }),
    ).toMatchInlineSnapshot(`
      [
        "period-straddles /funding/0/spent/0/period: 2022-12/2023-01 lies in two reporting years of “now”, 2022 and 2023, and is counted in that of its last day.",
        "budget-by-year /budget/0/amount: “courses” does not say what falls to each of the 3 reporting years of “now”, so its budget of a year is not known.",
      ]
    `)
  })
})

describe('people who are told of as a whole over two reporting years', () => {
  const long: Partial<Activity> = { start: '2023-03-01', end: '2023-04-30', reached: { total: 5 } }

  it('are counted on the last day, which is told', () => {
    expect(told({ agreement: fiscal, activities: { long } })).toMatchInlineSnapshot(`
      [
        "whole-over-years /reached: “long” goes on over reporting years (2023-03-01 to 2023-04-30) and says how many it reached as a whole: all are counted on its last day, if a report of that day is made.",
      ]
    `)
  })

  it.each<readonly [string, Partial<Activity>]>([
    ['in one year of the agreement, whatever the calendar says', { start: '2022-12-01', end: '2023-03-31' }],
    ['nobody was reached', { reached: { with_disability: 5 } }],
    ['nothing is said of people', { reached: {} }],
    ['they are divided', { reached: { by_period: [{ period: '2023-04', total: 5 }] } }],
    ['it was cancelled', { cancelled: { on: '2023-01-01', reason: 'Снег' } }],
  ])('are not told of: %s', (_, over) => {
    expect(told({ agreement: fiscal, activities: { long: { ...long, ...over } } })).toEqual([])
  })

  it('are told of before the first year as well, by the same months', () => {
    const early = (start: string, end: string) =>
      told({
        agreement: { ...fiscal, data_cutoff: '2024-03-31' },
        activities: { early: { ...long, start, end, reached: { total: 0 } } },
      })
    expect(early('2022-03-31', '2022-04-01').map(line => line.split(' ')[0])).toEqual(['whole-over-years'])
    expect(early('2022-04-01', '2023-03-31')).toEqual([])
  })
})

describe('money spent on what was cancelled', () => {
  const cancelled = { on: '2022-04-04', reason: 'Снег' }

  it('is told at the word that cancels it', () => {
    const activities = { off: { cancelled, funding: under({ spent: [francs(1)] }) } }
    expect(told({ activities })).toMatchInlineSnapshot(`
      [
        "cancelled-spending /cancelled: “off” was cancelled, and money was spent on it under “now”: it counts as spent and is marked.",
      ]
    `)
  })

  it('is not told where none was, or of what went on', () => {
    const planned = { cancelled, funding: under({ budget: francs(1), committed: [francs(1)] }) }
    expect(told({ activities: { planned, held: { funding: under({ spent: [francs(1)] }) } } })).toEqual([])
  })
})

describe('an agreement of several years', () => {
  const two: Partial<Agreement> = { end: '2023-12-31', data_cutoff: '2023-12-31' }
  const target_by_year = { 2022: { total: 1 }, 2023: { total: 1 } }

  it('says what falls to each of them', () => {
    const budget: Agreement['budget'] = [
      ...lines,
      { line: 'divided', area: 'epr', name: 'Б', amount: 2, by_year: { 2022: 1, 2023: 1 }, explanation: 'Снег' },
      { line: 'half', area: 'epr', name: 'В', amount: 2, by_year: { 2022: 1 }, explanation: 'Снег' },
    ]
    const indicators = [
      indicator('NONE'),
      indicator('WHOLE', { target: { total: 1 } }),
      indicator('EACH', { target_by_year }),
      indicator('ONE', { target_by_year: { 2023: { total: 1 } } }),
    ]
    expect(told({ agreement: { ...two, budget, indicators } })).toMatchInlineSnapshot(`
      [
        "budget-by-year /budget/0/amount: “courses” does not say what falls to each of the 2 reporting years of “now”, so its budget of a year is not known.",
        "budget-by-year /budget/2/amount: “half” does not say what falls to each of the 2 reporting years of “now”, so its budget of a year is not known.",
        "target-by-year /indicators/1/code: WHOLE does not have a target for each of the 2 reporting years of “now”.",
        "target-by-year /indicators/3/code: ONE does not have a target for each of the 2 reporting years of “now”.",
      ]
    `)
    // Of a year that has not begun by the cut-off there is no report yet.
    const begun = { ...two, data_cutoff: '2022-12-31', budget: budget.slice(1) }
    expect(told({ agreement: begun })).toEqual([])
    expect(told({ agreement: { indicators, budget } })).toEqual([])
  })
})

describe('codes of indicators, from one agreement of a programme to the next', () => {
  const past = (indicators: readonly Indicator[], over: Partial<Agreement> = {}): Partial<Agreement> => ({
    start: '2021-01-01',
    end: '2021-12-31',
    data_cutoff: '2021-12-31',
    indicators: [...indicators],
    ...over,
  })
  const now = (...indicators: readonly Indicator[]): Partial<Agreement> => ({ indicators: [...indicators] })
  const old = past([indicator('OLD-1'), indicator('OLD-2')])

  it('are asked about where one ended and another of its kind began', () => {
    expect(told({ others: { before: old }, agreement: now(indicator('NEW-1')) })).toMatchInlineSnapshot(`
      [
        "code-changed /indicators/0/code: NEW-1 is new, and OLD-1, OLD-2 of “before” ended: if it goes on under a new code, its line is cut.",
      ]
    `)
  })

  it.each<readonly [string, Partial<Agreement>, Indicator]>([
    ['it says what it replaces', old, indicator('NEW-1', { replaces: 'OLD-1' })],
    ['it has its code of old', old, indicator('OLD-1')],
    ['it is of another area', old, indicator('NEW-1', { area: 'rfl' })],
    ['it is in another unit', old, indicator('NEW-1', { unit: 'sessions' })],
    ['no indicator ended', past([]), indicator('NEW-1')],
    ['another programme', { ...old, programme: 'other' }, indicator('NEW-1')],
    ['another partner', { ...old, partner: 'ifrc' }, indicator('NEW-1')],
    ['not before it', { ...old, start: '2022-01-01', end: '2022-12-31' }, indicator('NEW-1')],
  ])('are not: %s', (_, before, of) => {
    expect(told({ others: { before }, agreement: now(of) })).toEqual([])
  })

  it('that went on did not end', () => {
    const indicators = now(indicator('OLD-2'), indicator('NEW-1', { replaces: 'OLD-1' }), indicator('NEW-2'))
    expect(told({ others: { before: old }, agreement: indicators })).toEqual([])
  })

  it('are held against the last agreement, in whatever order these are read', () => {
    const first = past([indicator('OLD-1')], { start: '2020-01-01', end: '2020-12-31' })
    const last = past([indicator('NEW-1')])
    expect(told({ others: { first, last }, agreement: now(indicator('NEW-1')) })).toEqual([])
    expect(told({ others: { last, first }, agreement: now(indicator('NEW-1')) })).toEqual([])
  })

  it('of old that are measured in something else are told', () => {
    const before = past([indicator('OLD-1', { unit: 'sessions' }), indicator('OLD-2')])
    const agreement = now(indicator('OLD-1'), indicator('OLD-2'))
    expect(told({ others: { before }, agreement })).toMatchInlineSnapshot(`
      [
        "code-changed /indicators/0/code: OLD-1 is measured in people, and in “before” it was in sessions: its line ends there, and this one begins anew.",
      ]
    `)
  })
})

describe('a line of a budget', () => {
  const spent = (amount: number, over: Partial<Agreement> = {}, budget: Partial<Agreement['budget'][number]> = {}) => {
    const { explanation: _, ...line } = lines[0] ?? never()
    return told({
      agreement: { ...over, budget: [...lines, { ...line, line: 'asked', amount: 100, ...budget }] },
      activities: {
        course: {
          funding: [
            ...under({ spent: [francs(5000)] }),
            ...under({ line: 'asked', budget: francs(999), spent: [francs(amount)] }),
          ],
        },
      },
    })
  }

  it('is told where it is spent by more or by less than was agreed, with how much', () => {
    expect(spent(110.01)).toMatchInlineSnapshot(`
      [
        "overspent /budget/1/line: “asked” came to 110.01 of 100 CHF, 10 % above its budget, and no explanation says why (threshold: 10 %).",
      ]
    `)
    expect(spent(89.99)).toMatchInlineSnapshot(`
      [
        "underspent /budget/1/line: “asked” came to 89.99 of 100 CHF, 10 % below its budget, and no explanation says why (threshold: 10 %).",
      ]
    `)
    expect([...spent(110), ...spent(90), ...spent(100)]).toEqual([])
  })

  it('is held to the threshold of the budget, or else to that of the agreement', () => {
    expect(spent(120, { deviation_threshold: 20 })).toEqual([])
    expect(spent(120, { deviation_threshold: 5, budget_threshold: 20 })).toEqual([])
    expect(spent(121, { deviation_threshold: 50, budget_threshold: 20 })).toMatchInlineSnapshot(`
      [
        "overspent /budget/1/line: “asked” came to 121 of 100 CHF, 21 % above its budget, and no explanation says why (threshold: 20 %).",
      ]
    `)
  })

  it('is not too little until the period is over, and is too much at once', () => {
    expect(spent(1, { data_cutoff: '2022-12-30' })).toEqual([])
    expect(spent(111, { data_cutoff: '2022-12-30' })).toHaveLength(1)
  })

  it('without money may not be spent', () => {
    expect(spent(0.01, {}, { amount: 0 })).toMatchInlineSnapshot(`
      [
        "overspent /budget/1/line: “asked” came to 0.01 of 0 CHF, without a budget, and no explanation says why (threshold: 10 %).",
      ]
    `)
    expect(spent(0, {}, { amount: 0 })).toEqual([])
    expect(spent(-5, {}, { amount: 0 })).toEqual([])
  })

  it('is held to each year that is known, and else to the whole life', () => {
    const two = { end: '2023-12-31', data_cutoff: '2023-12-31' }
    const byYear = { by_year: { 2022: 100, 2023: 50 }, amount: 150 }
    expect(spent(100, two, byYear)).toMatchInlineSnapshot(`
      [
        "budget-by-year /budget/0/amount: “courses” does not say what falls to each of the 2 reporting years of “now”, so its budget of a year is not known.",
        "underspent /budget/1/line: “asked” came to 0 of 50 CHF in 2023-01-01 to 2023-12-31, 100 % below its budget, and no explanation says why (threshold: 10 %).",
      ]
    `)
    expect(spent(60, two, { amount: 100 }).filter(line => !line.startsWith('budget-by-year'))).toMatchInlineSnapshot(`
      [
        "underspent /budget/1/line: “asked” came to 60 of 100 CHF in 2022-01-01 to 2023-12-31, 40 % below its budget, and no explanation says why (threshold: 10 %).",
      ]
    `)
    expect(
      spent(60, { ...two, data_cutoff: '2023-06-30' }, { amount: 100 }).filter(line => line.startsWith('under')),
    ).toEqual([])
  })
})

function never(): never {
  throw new Error('no line')
}
