/** What of an account lies in a period, and which periods stand before it and beside it. */
import { describe, expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { accountsOf } from '../../src/report/account.ts'
import { earlierOf, ledgerIn, yearBeforeOf } from '../../src/report/ledger.ts'
import { periodsOf, yearOf } from '../../src/report/report-period.ts'
import { accountOf } from '../support/one-activity.ts'
import { entry, sampleDataset } from '../support/sample-dataset.ts'

describe('an activity', () => {
  const spent = [{ amount: 10, currency: 'CHF' as const }]

  it('stands there by its first and last days, by people and by results, and is not brought there by what is not counted', () => {
    const two = { end: '2023-12-31', data_cutoff: '2023-12-31' }
    const years = (activity: Partial<Activity>) => {
      const account = accountOf(activity, two)
      return account.years.flatMap(year => (ledgerIn(account, yearOf(year)).activities.length > 0 ? [year.year] : []))
    }
    expect(years({ start: '2022-12-31', end: '2022-12-31' })).toEqual([2022])
    expect(years({ start: '2022-12-31', end: '2023-01-01' })).toEqual([2022, 2023])
    expect(years({ start: '2023-01-01', end: '2023-01-01' })).toEqual([2023])
    expect(years({ reached: { by_period: [{ period: '2023-01', total: 0 }] } })).toEqual([2022, 2023])
    const results = [{ indicator: 'I-1', value: 1, date: '2023-05-05' }]
    expect(years({ results })).toEqual([2022, 2023])
    expect(years({ results, cancelled: { on: '2022-01-01', reason: 'Снег' } })).toEqual([2022])
    const planned = [
      { agreement: 'icrc-2022', committed: [{ amount: 1, currency: 'CHF' as const, date: '2023-05-05' }] },
    ]
    expect(years({ funding: planned })).toEqual([2022])
  })

  it('takes its plan with it: a plan of what is in no report is in none', () => {
    const funding = [{ agreement: 'icrc-2022', budget: { amount: 20, currency: 'CHF' as const }, spent }]
    const plans = (activity: Partial<Activity>) => {
      const account = accountOf({ funding, ...activity })
      return ledgerIn(account, yearOf(account.years[0] ?? never())).postings.map(({ kind, day: of }) => `${kind} ${of}`)
    }
    expect(plans({})).toEqual(['planned 2022-02-10', 'spent 2022-02-10'])
    expect(plans({ start: '2021-12-01', end: '2021-12-31' })).toEqual([])
    expect(plans({ start: '2022-12-01', end: '2023-01-31' })).toEqual(['planned 2022-12-31'])
  })
})

it('what came before, and beside: earlier years of the programme and the part of this one, in order', () => {
  const account = accountOf({}, { end: '2024-12-31', data_cutoff: '2024-12-31', reports: ['year', 'quarter'] })
  const periods = periodsOf(account.agreement.data, account.years)
  const at = (year: number, id?: string) => {
    const period = periods.find(each => each.year === year && each.id === id)
    return ledgerIn(account, period ?? never())
  }
  const told = (ledgers: readonly { readonly period: { readonly first: string; readonly last: string } }[]) =>
    ledgers.map(({ period }) => `${period.first} ${period.last}`)
  expect(told(earlierOf(at(2024), [account]))).toEqual(['2022-01-01 2022-12-31', '2023-01-01 2023-12-31'])
  expect(told(earlierOf(at(2023, 'q3'), [account]))).toEqual(['2022-01-01 2022-12-31', '2023-01-01 2023-06-30'])
  expect(yearBeforeOf(at(2023), [account])).toBe(at(2022))
  expect(yearBeforeOf(at(2023, 'q3'), [account])).toBe(at(2022, 'q3'))
  expect(yearBeforeOf(at(2022), [account])).toBeUndefined()
})

describe('agreements of a programme', () => {
  const term = (year: number, programme = 'p'): Partial<Agreement> => ({
    programme,
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    data_cutoff: `${year}-12-31`,
  })
  const accounts = (...all: readonly (readonly [id: string, over: Partial<Agreement>])[]) => {
    const plain = sampleDataset().agreement.get('icrc-2022')?.data ?? never()
    const entries = all.map(([id, over]) => [id, entry('agreement', id, { ...plain, ...over })] as const)
    return accountsOf(sampleDataset({ agreement: new Map(entries) }))
  }
  const ids = (ledgers: readonly (ReturnType<typeof ledgerIn> | undefined)[]) =>
    ledgers.map(each => each && `${each.agreement.id} ${each.period.first}`)

  it('stand in the order of their days, of those of one day by name, and no other is among them', () => {
    const all = accounts(
      ['now', term(2022)],
      ['b', term(2021)],
      ['a', term(2021)],
      ['old', term(2020)],
      ['x', term(2021, 'q')],
    )
    const [now] = all
    const ledger = ledgerIn(now ?? never(), yearOf(now?.years[0] ?? never()))
    expect(ids(earlierOf(ledger, all))).toEqual(['old 2020-01-01', 'a 2021-01-01', 'b 2021-01-01'])
    expect(ids([yearBeforeOf(ledger, all)])).toEqual(['b 2021-01-01'])
    const strangers = all.filter(({ agreement }) => ['now', 'x'].includes(agreement.id))
    expect(ids([yearBeforeOf(ledger, strangers)])).toEqual([undefined])
  })

  it('give the year before from the agreement itself first', () => {
    const all = accounts(
      ['other', term(2022)],
      ['now', { ...term(2022), end: '2023-12-31', data_cutoff: '2023-12-31' }],
    )
    const [, now] = all
    const ledger = ledgerIn(now ?? never(), yearOf(now?.years[1] ?? never()))
    expect(ids([yearBeforeOf(ledger, all)])).toEqual(['now 2022-01-01'])
  })
})

it('a meeting that names the agreement is of the year that is nearest, and a year has all its months', () => {
  const plain = sampleDataset()
  const agreement = plain.agreement.get('icrc-2022')?.data ?? never()
  const [known] = plain.meeting.values()
  const term = { start: '2022-03-01', end: '2023-10-31', data_cutoff: '2023-12-31' }
  const yearsOf = (date: string) => {
    const data = { ...(known ?? never()).data, date, agreements: ['icrc-2022'] }
    const [account] = accountsOf(
      sampleDataset({
        agreement: new Map([['icrc-2022', entry('agreement', 'icrc-2022', { ...agreement, ...term })]]),
        meeting: new Map([['m', entry('meeting', 'm', data)]]),
      }),
    )
    const { years } = account ?? never()
    return years.flatMap(year => ledgerIn(account ?? never(), yearOf(year)).meetings.map(() => year.year))
  }
  const days = ['2021-05-05', '2022-01-01', '2022-03-01', '2022-12-31', '2023-01-01', '2023-12-31']
  expect(days.map(yearsOf)).toEqual([[2022], [2022], [2022], [2022], [2023], [2023]])
  expect(yearsOf('2024-01-01')).toEqual([])
})

function never(): never {
  throw new Error('no such year')
}
