/** What must hold of the reference whatever is written, and that what is drawn holds all that makes figures hard. */
import { sample } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workspaces } from './agreements.ts'
import type { Figures } from './reference/areas.ts'
import { scopeOf } from './reference/facts.ts'
import type { Activity, Agreement, People, Workspace } from './reference/records.ts'
import { reference } from './reference/reference.ts'

const drawn = sample(workspaces(), { seed: 7, numRuns: 150 })
const figures = drawn.flatMap(workspace => reference(workspace).reports)

const cents = (value: unknown): number => Math.round(Number(value ?? 0) * 1000)
const totalOf = (values: readonly unknown[]): number => values.reduce<number>((sum, each) => sum + cents(each), 0)
const rowsOf = (table: { readonly [row: string]: Figures }) =>
  Object.entries(table).flatMap(([name, row]) => (name === 'total' ? [] : [row]))

describe('money', () => {
  it('of the quarters of a period is that of the period, line by line', () => {
    const lines = figures.flatMap(({ tables }) => Object.values(tables.budget)).filter(line => 'q1' in line)
    expect(lines.length).toBeGreaterThan(300)
    for (const line of lines)
      expect(totalOf([line['q1'], line['q2'], line['q3'], line['q4']])).toBe(cents(line['spent']))
  })

  it('of the lines is that of the areas, and both that of their totals', () => {
    for (const { tables } of figures) {
      const spent = cents(tables.budget['total']?.['spent'])
      expect(totalOf(rowsOf(tables.budget).map(line => line['spent']))).toBe(spent)
      expect(totalOf(rowsOf(tables.areas).map(area => area['expenditure']))).toBe(spent)
      expect(totalOf(Object.values(tables.activities).map(activity => activity['expenditure']))).toBe(spent)
      expect(totalOf(rowsOf(tables.areas).map(area => area['budget']))).toBe(cents(tables.budget['total']?.['budget']))
    }
  })

  it('of all years is that to date in the last of them', () => {
    const yearly = drawn.map(workspace => ({
      ...workspace,
      agreements: Object.fromEntries(
        Object.entries(workspace.agreements).map(([id, each]) => [id, { ...each, reports: ['year' as const] }]),
      ),
    }))
    for (const workspace of yearly) {
      const { reports } = reference(workspace)
      for (const id of Object.keys(workspace.agreements)) {
        const own = reports.filter(({ name }) => name.slice(5).split('.')[0] === id)
        const spent = totalOf(own.map(({ tables }) => tables.budget['total']?.['spent']))
        expect(spent).toBe(cents(own.at(-1)?.tables.budget['total']?.['to_date']))
      }
    }
  })
})

describe('people', () => {
  it('are never fewer than none, and their parts never more than they', () => {
    const parts = figures.flatMap(({ tables }) => Object.values(tables.people))
    expect(parts.length).toBeGreaterThan(300)
    for (const part of parts) for (const people of Object.values(part)) expect(Number(people)).toBeGreaterThanOrEqual(0)
    const wholes = figures.flatMap(({ tables }) =>
      Object.entries(tables.people).flatMap(([name, part]) => (name.endsWith(' whole') ? [part] : [])),
    )
    for (const { people, female, male, other, not_disaggregated: rest } of wholes) {
      expect(totalOf([female, male, other, rest])).toBe(cents(people))
    }
  })

  it('are the same in the register and in the areas', () => {
    for (const { tables } of figures) {
      const counted = Object.values(tables.activities).filter(activity => activity['counted'] === 1)
      const reached = totalOf(counted.map(activity => activity['people_reached']))
      expect(totalOf(rowsOf(tables.areas).map(area => area['people_reached']))).toBe(reached)
    }
  })
})

it('is the same whatever happens after the cut-off', () => {
  for (const workspace of drawn.slice(0, 60)) {
    const [id, agreement] = Object.entries(workspace.agreements)[0] ?? []
    if (id === undefined || !agreement) throw new Error('no agreement')
    const [activity] = Object.values(workspace.activities)
    if (!activity) throw new Error('no activity')
    // Two days after the cut-off, within the agreement or not.
    const day = new Date(Date.parse(agreement.data_cutoff) + 2 * 86_400_000).toISOString().slice(0, 10)
    const late: Activity = {
      area: activity.area,
      start: day,
      end: day,
      reached: { total: 1000 },
      funding: [{ agreement: id, spent: [{ amount: 1000, currency: agreement.currency }] }],
    }
    const only = { ...workspace, agreements: { [id]: agreement }, activities: ofAgreement(workspace, id) }
    const after = reference({ ...only, activities: { ...only.activities, late } }).reports
    const before = reference(only).reports
    after.forEach(({ tables }, at) => {
      const ours = before[at]?.tables
      expect(tables.budget).toEqual(ours?.budget)
      expect(tables.people).toMatchObject(ours?.people ?? {})
      for (const [area, row] of Object.entries(ours?.areas ?? {})) {
        expect(tables.areas[area]).toMatchObject({ ...row, after_cutoff: expect.any(Number) })
      }
    })
  }
})

const ofAgreement = ({ activities }: Workspace, id: string): Workspace['activities'] =>
  Object.fromEntries(
    Object.entries(activities).map(([name, activity]) => [
      name,
      { ...activity, funding: (activity.funding ?? []).filter(({ agreement }) => agreement === id), results: [] },
    ]),
  )

describe('what is drawn', () => {
  const agreements = drawn.flatMap(({ agreements: all }) => Object.values(all))
  const activities = drawn.flatMap(({ activities: all }) => Object.values(all))
  const spent = activities.flatMap(({ funding = [] }) => funding.flatMap(each => each.spent ?? []))
  const results = activities.flatMap(each => each.results ?? [])
  const indicators = agreements.flatMap(each => each.indicators)
  const windows = drawn.flatMap(each => Object.keys(each.agreements).map(id => scopeOf(each, id).windows))
  const has = (of: readonly Agreement[], is: (each: Agreement) => unknown) => of.some(each => Boolean(is(each)))
  const people = activities.flatMap(({ reached }): readonly People[] => (reached ? [reached] : []))

  it.each([
    ['years from each month', new Set(windows.flat().map(({ full }) => full.first.slice(5, 7))).size === 12],
    ['one, two, three and four years', new Set(windows.map(each => each.length)).size >= 4],
    ['every rule of rates', new Set(agreements.map(each => each.rate_rule)).size === 4],
    ['sums that are converted', spent.some(({ currency }) => currency !== agreements[0]?.currency)],
    ['refunds', spent.some(({ amount }) => amount < 0)],
    ['days', spent.some(({ date }) => date)],
    ['periods over years', spent.some(({ period }) => String(period).includes('/'))],
    ['revisions of a budget', has(agreements, ({ budget }) => budget.some(line => line.revisions))],
    ['budgets by year', has(agreements, ({ budget }) => budget.some(line => line.by_year))],
    ['revisions of targets', indicators.some(each => each.target_revisions)],
    ['successors', indicators.some(each => each.replaces)],
    ['percentages with what they are of', results.some(each => each.numerator !== undefined)],
    ['every rule across periods', new Set(indicators.map(each => each.roll_up.periods)).size === 4],
    ['every rule across places', new Set(indicators.map(each => each.roll_up.places)).size === 3],
    ['cut-offs within the agreement', has(agreements, each => each.data_cutoff < each.end)],
    ['people by period', people.some(each => each.by_period)],
    ['people by sex alone', people.some(each => each.total === undefined && each.male !== undefined)],
    ['cancelled activities', activities.some(each => each.cancelled)],
    [
      'activities that several pay for',
      activities.some(({ funding = [] }) => new Set(funding.map(each => each.agreement)).size > 1),
    ],
    [
      'interim and final reports',
      has(agreements, each => each.reports?.includes('quarter') && each.reports.includes('final')),
    ],
  ])('has %s', (_, isThere) => {
    expect(isThere).toBe(true)
  })
})
