/** Every fact is in one report of its agreement or is told as left out: nothing twice, nothing dropped in silence. */

import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { accountsOf } from '../../src/report/account.ts'
import { accountChecks } from '../../src/report/account-checks.ts'
import { ledgerIn } from '../../src/report/ledger.ts'
import { isMoneyMissing, isPlanUnanswered } from '../../src/report/money-not-reported.ts'
import { yearOf } from '../../src/report/report-period.ts'
import { inWords } from '../support/in-words.ts'
import { accountOf, course } from '../support/one-activity.ts'
import { entry, sampleDataset } from '../support/sample-dataset.ts'

const day = (number: number): string => new Date(Date.UTC(2021, 0, number)).toISOString().slice(0, 10)
const days = integer({ min: 1, max: 1460 }).map(day)

it('sums, results and people of the reports of all years, with what is left out, are all that was written', () => {
  const fact = record({ date: days, amount: integer({ min: -500, max: 5000 }) })
  const term = record({
    start: days,
    length: integer({ min: 0, max: 1000 }),
    cutoff: days,
    month: option(integer({ min: 1, max: 12 })),
  })
  assert(
    property(array(fact, { maxLength: 12 }), term, constantFrom('course', 'cancelled'), (facts, of, state) => {
      const first = Date.parse(of.start)
      const end = new Date(first + of.length * 86_400_000).toISOString().slice(0, 10)
      const account = accountOf(
        {
          ...(state === 'cancelled' && { cancelled: { on: '2021-01-01', reason: 'Снег' } }),
          funding: [
            { agreement: 'icrc-2022', spent: facts.map(({ date, amount }) => ({ date, amount, currency: 'CHF' })) },
          ],
          results: facts.map(({ date }) => ({ indicator: 'I-1', value: 1, date })),
        },
        { start: of.start, end, data_cutoff: of.cutoff, ...(of.month !== null && { first_month: of.month }) },
      )
      const ledgers = account.years.map(year => ledgerIn(account, yearOf(year)))
      const counts = ({ date }: { readonly date: string }) => date >= of.start && date <= end && date <= of.cutoff
      const meant = facts.filter(counts)
      const spent = ledgers.flatMap(({ postings }) => postings.map(({ money }) => money.minor))
      const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
      expect(spent).toHaveLength(meant.length)
      expect(sum(spent)).toBe(sum(meant.map(({ amount }) => amount * 100)))
      expect(ledgers.flatMap(({ results }) => results)).toHaveLength(meant.length)
      const left = account.leftOut.filter(({ what }) => what === 'money').map(each => [each.day, each.standing])
      const outside = (date: string) => (date < of.start || date > end ? 'outside' : 'after-cutoff')
      expect(left).toEqual(facts.filter(each => !counts(each)).map(({ date }) => [date, outside(date)]))
    }),
    { numRuns: 300 },
  )
})

describe('an activity', () => {
  const spent = [{ amount: 10, currency: 'CHF' as const }]

  it('that is cancelled counts for money, and for nothing else', () => {
    const account = accountOf({
      cancelled: { on: '2022-01-20', reason: 'Снег' },
      reached: { total: 5 },
      results: [{ indicator: 'I-1', value: 5 }],
      funding: [{ agreement: 'icrc-2022', budget: { amount: 20, currency: 'CHF' }, spent }],
    })
    expect(account.postings.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['planned', false],
      ['spent', true],
    ])
    expect(account.results.map(({ counted }) => counted)).toEqual([false])
    const [year] = account.years
    expect(year && ledgerIn(account, yearOf(year)).activities.map(({ counted }) => counted)).toEqual([0])
    expect(accountChecks(account, [account]).map(({ code }) => code)).toEqual(['report/cancelled-spending'])
  })

  it('stands in the register of each year that it touches, or has a fact in, and in no other', () => {
    const three = { end: '2024-12-31', data_cutoff: '2024-12-31' }
    const account = accountOf(
      {
        start: '2022-11-01',
        end: '2023-02-01',
        funding: [{ agreement: 'icrc-2022', spent: [{ amount: 1, currency: 'CHF', date: '2024-05-05' }] }],
      },
      three,
    )
    const inYears = account.years.map(year => ledgerIn(account, yearOf(year)).activities.length)
    expect(inYears).toEqual([1, 1, 1])
    const short = accountOf({ funding: [{ agreement: 'icrc-2022' }] }, three)
    expect(short.years.map(year => ledgerIn(short, yearOf(year)).activities.length)).toEqual([1, 0, 0])
  })

  it('shows people by period in the period, and the places of the whole where there is one period', () => {
    const by_place = { 'uz-tk': 3, 'uz-sa': 4 }
    const reachedOf = (parts: NonNullable<NonNullable<Activity['reached']>['by_period']>) => {
      const account = accountOf({ end: '2022-12-01', reached: { by_period: parts, by_place } })
      const [year] = account.years
      return year && ledgerIn(account, yearOf(year)).activities[0]?.reached
    }
    const [one, other] = [
      { period: '2022-02', total: 3 },
      { period: '2022-05', total: 4 },
    ]
    const told = [[one], [one, other]].map(parts => reachedOf(parts.flatMap(part => part ?? [])))
    expect(told.map(each => [each?.total, each?.by_place])).toEqual([
      [3, by_place],
      [7, {}],
    ])
  })
})

describe('expenditure that nobody reported', () => {
  const plan = { agreement: 'icrc-2022', line: 'epr-training', budget: { amount: 20, currency: 'CHF' as const } }
  const missing = (activity: Partial<Activity>) => {
    const account = accountOf(activity)
    const ledger = ledgerIn(account, yearOf(account.years[0] ?? never()))
    return [
      ledger.activities.filter(each => isMoneyMissing(each, ledger)).length,
      ledger.postings.filter(each => isPlanUnanswered(each, ledger)).length,
    ]
  }

  const cases: readonly (readonly [why: string, activity: Partial<Activity>, expected: readonly number[]])[] = [
    ['it is over, and a sum was planned', { funding: [plan] }, [1, 1]],
    ['nothing was planned', { funding: [{ agreement: 'icrc-2022' }] }, [0, 0]],
    ['a sum was posted, if of zero', { funding: [{ ...plan, spent: [{ amount: 0, currency: 'CHF' }] }] }, [0, 0]],
    [
      'it was posted after the cut-off',
      { funding: [{ ...plan, spent: [{ amount: 1, currency: 'CHF', date: '2022-12-31' }] }] },
      [1, 1],
    ],
    [
      'of another line something was posted',
      { funding: [plan, { ...plan, line: 'epr-equipment', spent: [{ amount: 1, currency: 'CHF' }] }] },
      [0, 1],
    ],
    [
      'a sum was ordered, and none planned',
      { funding: [{ agreement: 'icrc-2022', committed: [{ amount: 1, currency: 'CHF' }] }] },
      [0, 0],
    ],
    ['it ended in the period before', { start: '2021-02-01', end: '2021-12-31', funding: [plan] }, [0, 0]],
    ['it goes on', { end: '2022-12-31', funding: [plan] }, [0, 0]],
    ['it was cancelled', { funding: [plan], cancelled: { on: '2022-01-01', reason: 'Снег' } }, [0, 0]],
  ]
  it.each(cases)('%s', (_, activity, expected) => {
    expect(missing(activity)).toEqual(expected)
  })
})

describe('sums of money', () => {
  const dollars = (more: object = {}) => ({ amount: 10, currency: 'USD' as const, ...more })
  const sums = (funding: object, over: Partial<Agreement> = {}) =>
    accountOf({ end: '2022-05-10', funding: [{ agreement: 'icrc-2022', ...funding }] }, over).postings.map(
      ({ kind, day: of, quarter, line, area, converted, rate }) =>
        [kind, of, quarter, line, area, converted.minor, rate?.value].join(' '),
    )

  it('are of their day, their line and its area; what is planned or ordered is of no quarter', () => {
    const spent = [dollars(), dollars({ date: '2022-07-07' }), { amount: 10, currency: 'CHF' }]
    const committed = [dollars(), dollars({ date: '2022-09-09' })]
    expect(sums({ line: 'rfl-service', budget: dollars(), committed, spent })).toEqual([
      'planned 2022-05-10  rfl-service rfl 925 0.925',
      'committed 2022-05-10  rfl-service rfl 925 0.925',
      'committed 2022-09-09  rfl-service rfl 925 0.925',
      'spent 2022-05-10 2022-Q2 rfl-service rfl 925 0.925',
      'spent 2022-07-07 2022-Q3 rfl-service rfl 925 0.925',
      'spent 2022-05-10 2022-Q2 rfl-service rfl 1000 ',
    ])
    expect(sums({ spent: [dollars()] })).toEqual(['spent 2022-05-10 2022-Q2  epr 925 0.925'])
    expect(sums({})).toEqual([])
  })

  it('that are ordered for a day wait for its rate, those of no day take the nearest; each lies in the agreement', () => {
    const rates = [{ from: 'USD', to: 'CHF', rate: 0.9, date: '2022-06-01', source: 'snb.ch' }]
    const rule = { rates, rate_rule: 'day' as const }
    expect(sums({ committed: [dollars(), dollars({ date: '2022-06-01' })] }, rule)).toEqual([
      'committed 2022-05-10   epr 900 0.9',
      'committed 2022-06-01   epr 900 0.9',
    ])
    expect(sums({ committed: [dollars({ date: '2022-05-31' })], spent: [dollars()] }, rule)).toEqual([])
    const before = { start: '2022-06-01', ...rule }
    expect(sums({ budget: dollars(), committed: [dollars()] }, before)).toEqual([
      'planned 2022-06-01   epr 900 0.9',
      'committed 2022-06-01   epr 900 0.9',
    ])
    const ended = { ...before, start: '2022-01-01', end: '2022-03-31' }
    expect(sums({ budget: dollars() }, ended)).toEqual(['planned 2022-03-31   epr 900 0.9'])
  })

  it.each([
    ['fixed', '', 'date: …'],
    ['day', ' on or before 2022-05-10', 'date: …'],
    ['month', ' of 2022-05', 'month: 2022-05'],
    ['average', ' of the year of 2022-05-10', 'date: …'],
  ] as const)('without a rate are told by the rule of the agreement: %s', (rate_rule, when, dated) => {
    const funding = [{ agreement: 'icrc-2022', spent: [dollars()] }]
    const { diagnostics, postings } = accountOf({ end: '2022-05-10', funding }, { rates: [], rate_rule })
    expect(postings).toEqual([])
    expect(inWords(diagnostics).map(({ code, message, hints }) => [code, message, ...hints])).toEqual([
      [
        'record/inconsistent',
        `“icrc-2022” has no rate from USD to CHF${when}, so this sum cannot be reported.`,
        `Add it to “rates” in the agreement: { from: USD, to: CHF, rate: …, ${dated}, source: … }.`,
      ],
    ])
  })
})

describe('what is left out', () => {
  const left = (activity: Partial<Activity>, over: Partial<Agreement> = {}) =>
    accountOf(activity, over).leftOut.map(
      ({ pointer, what, standing, day: of }) => `${what} ${pointer} ${of} ${standing}`,
    )

  it('stands with its place, its day and why', () => {
    const part = (period: string, more: object = { total: 1 }) => ({ period, ...more })
    expect(left({ reached: { by_period: [part('2021-12'), part('2022-12'), part('2023-01', {})] } })).toEqual([
      'people /reached/by_period/0 2021-12-31 outside',
      'people /reached/by_period/1 2022-12-31 after-cutoff',
    ])
    expect(left({ end: '2023-01-01', reached: { total: 1 } })).toEqual(['people /reached 2023-01-01 outside'])
    const results = ['2023-01-01', '2022-12-31', '2022-12-30'].map(date => ({ indicator: 'I-1', value: 1, date }))
    expect(left({ results })).toEqual([
      'result /results/0 2023-01-01 outside',
      'result /results/1 2022-12-31 after-cutoff',
    ])
    const spent = [{ amount: 1, currency: 'CHF' as const, date: '2022-12-31' }]
    const funding = [{ agreement: 'other' }, { agreement: 'icrc-2022', spent }]
    expect(left({ funding })).toEqual(['money /funding/1/spent/0 2022-12-31 after-cutoff'])
  })

  it('is neither what was cancelled, but for money, nor what is of another agreement', () => {
    const cancelled = { on: '2022-01-01', reason: 'Снег' }
    const late = { end: '2023-01-01', results: [{ indicator: 'I-1', value: 1 }], reached: { total: 1 } }
    expect(left({ ...late, cancelled })).toEqual([])
    expect(left({ results: [{ indicator: 'I-1', agreement: 'other', value: 1, date: '2023-01-01' }] })).toEqual([])
    expect(left({ results: [{ indicator: 'I-9', value: 1, date: '2023-01-01' }] })).toEqual([])
    expect(left({ end: '2023-01-01', reached: {} })).toEqual([])
  })
})

describe('of several records', () => {
  const plain = sampleDataset()
  const agreement = plain.agreement.get('icrc-2022')?.data ?? never()
  const [known] = plain.meeting.values()
  const of = (
    activity: readonly (readonly [string, Partial<Activity>])[],
    agreements: { readonly [id: string]: Partial<Agreement> },
  ) =>
    accountsOf(
      sampleDataset({
        agreement: new Map(
          Object.entries(agreements).map(([id, over]) => [id, entry('agreement', id, { ...agreement, ...over })]),
        ),
        activity: new Map(activity.map(([id, over]) => [id, entry('activity', id, { ...course, ...over })])),
        meeting: new Map(
          ['2022-03-03 b', '2022-03-03 a', '2022-01-01 c', '2022-12-31 d'].map(name => {
            const [date = '', id = ''] = name.split(' ')
            return [id, entry('meeting', id, { ...(known ?? never()).data, date })]
          }),
        ),
      }),
    )

  it('those that it pays for, or that report to it, stand in the order of their days, of one day by name', () => {
    const start = '2022-01-01'
    const [account] = of(
      [
        ['b', {}],
        ['a', {}],
        ['first', { start }],
        ['other', { start, funding: [{ agreement: 'other' }] }],
        ['reports', { start, funding: [], results: [{ indicator: 'I-1', agreement: 'icrc-2022', value: 1 }] }],
      ],
      { 'icrc-2022': {} },
    )
    expect(account?.activities.map(each => each.entry.id)).toEqual(['first', 'reports', 'a', 'b'])
    expect(account?.meetings.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(account?.leftOut.map(({ entry: { id }, what, pointer, standing }) => [id, what, pointer, standing])).toEqual(
      [['d', 'meeting', '/date', 'after-cutoff']],
    )
  })

  it('people whom the agreement of another year may count are not left out of this one', () => {
    const next = { start: '2023-01-01', end: '2023-12-31', data_cutoff: '2023-12-31' }
    const funding = ['icrc-2022', 'icrc-2023'].map(id => ({ agreement: id }))
    const reached = {
      by_period: [
        { period: '2023-05', total: 1 },
        { period: '2024-05', total: 1 },
      ],
    }
    const leftOut = (agreements: { readonly [id: string]: Partial<Agreement> }) =>
      of([['long', { end: '2024-12-31', funding, reached }]], agreements)[0]?.leftOut.flatMap(each =>
        each.what === 'people' ? [each.day] : [],
      )
    expect(leftOut({ 'icrc-2022': {}, 'icrc-2023': next })).toEqual(['2024-05-31'])
    expect(leftOut({ 'icrc-2022': {} })).toEqual(['2023-05-31', '2024-05-31'])
  })
})

function never(): never {
  throw new Error('no such year')
}
