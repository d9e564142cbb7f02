/** Every fact is in one report of its agreement or is told as left out: nothing twice, nothing dropped in silence. */
import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import { accountChecks } from '../../src/report/account-checks.ts'
import { ledgerIn } from '../../src/report/ledger.ts'
import { isMoneyMissing, isPlanUnanswered } from '../../src/report/money-not-reported.ts'
import { yearOf } from '../../src/report/report-period.ts'
import { accountOf } from '../support/one-activity.ts'

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
    expect(reachedOf([{ period: '2022-02', total: 7 }])).toMatchObject({ total: 7, by_place })
    expect(
      reachedOf([
        { period: '2022-02', total: 3 },
        { period: '2022-05', total: 4 },
      ]),
    ).toMatchObject({
      total: 7,
      by_place: {},
    })
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

function never(): never {
  throw new Error('no such year')
}
