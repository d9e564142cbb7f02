/** What the account of an agreement leaves out of all figures, or cannot tell apart: each fact at its place. */

import { daysOfAgreement, fieldOfEntry } from '../model/beside.ts'
import { type Entry, spanOf } from '../model/dataset.ts'
import { monthNumberOf, yearOf } from '../model/day.ts'
import { besides, compare, type Diagnostic, type Related, warningAt } from '../model/diagnostic.ts'
import { daysOfPeriod, type Period } from '../model/period.ts'
import type { Indicator } from '../model/record/agreement.ts'
import { counted, type Said, said } from '../model/said.ts'
import type { Account } from './account.ts'
import { budgetChecks } from './budget-checks.ts'
import type { LeftOut } from './fact.ts'
import { headCountOf } from './head-count.ts'
import { budgetOf } from './line-budget.ts'
import { isSame } from './number-style.ts'
import { isWithin, periodsOf } from './report-period.ts'
import { isUnder } from './results.ts'

export function accountChecks(account: Account, accounts: readonly Account[]): readonly Diagnostic[] {
  const spent = account.postings.filter(({ kind }) => kind === 'spent')
  const costly = new Set(spent.map(({ activity }) => activity))
  return [
    ...account.leftOut.flatMap(left => (left.standing === 'outside' ? [outside(left, account)] : [])),
    ...afterCutoff(account),
    ...account.activities.flatMap(({ entry }) => [
      ...straddling(entry, account),
      ...wholeOverYears(entry, account),
      ...(costly.has(entry.id) ? cancelledSpending(entry, account) : []),
    ]),
    ...withoutYears(account),
    ...budgetChecks(account),
    ...codesChanged(account, accounts),
  ]
}

const facts: { readonly [what in LeftOut['what']]: (values: Outside) => Said } = {
  people: values => said('People of {day} are in no report: “{id}” goes from {start} to {end}.', values),
  money: values => said('A sum of {day} is in no report: “{id}” goes from {start} to {end}.', values),
  result: values => said('A result of {day} is in no report: “{id}” goes from {start} to {end}.', values),
  meeting: values => said('A meeting of {day} is in no report: “{id}” goes from {start} to {end}.', values),
}

type Outside = { readonly [name in 'day' | 'id' | 'start' | 'end']: string }

function outside({ entry, pointer, what, day }: LeftOut, { agreement }: Account): Diagnostic {
  const { id, data } = agreement
  const message = facts[what]({ day, id, start: data.start, end: data.end })
  const hint =
    what === 'people'
      ? said(
          'Divide the people by period (“by_period”) where a part of them was reached within it; correct the day of the activity if it is wrong.',
        )
      : said(
          'Correct the day if it is wrong; else name the agreement that it belongs to, or extend this one as its amendment says.',
        )
  return besides(warningAt('report/outside-year', spanOf(entry, pointer), message, hint), ...daysOfAgreement(agreement))
}

/** Once a record: what happened later is for a later report. */
function afterCutoff({ leftOut, agreement }: Account): readonly Diagnostic[] {
  const { id, data } = agreement
  const byRecord = Map.groupBy(
    leftOut.filter(({ standing }) => standing === 'after-cutoff'),
    ({ entry }) => entry,
  )
  return [...byRecord].map(([entry, left]) => {
    const [first] = left.toSorted((a, b) => compare(a.day, b.day))
    const message = counted(
      left.length,
      'One fact of “{id}” is of after {cutoff}, the data cut-off of “{agreement}” ({day}), and in no figure.',
      '{n} facts of “{id}” are of after {cutoff}, the data cut-off of “{agreement}” ({day}), and in no figure.',
      { id: entry.id, cutoff: data.data_cutoff ?? '', agreement: id, day: first?.day ?? '' },
    )
    const hint = said(
      'Leave it so if the report ends there; else move “data_cutoff”, or give what happened before it by “date” or “period”.',
    )
    const told = warningAt('report/after-cutoff', spanOf(entry, first?.pointer), message, hint)
    return besides(told, ...fieldOfEntry(agreement, '/data_cutoff', data.data_cutoff))
  })
}

interface Written {
  readonly period: Period
  readonly pointer: string
}

function periodsIn({ data }: Entry<'activity'>, { agreement }: Account): readonly Written[] {
  const parts = (what: 'target' | 'reached') =>
    (data[what]?.by_period ?? []).map(({ period }, at) => ({ period, pointer: `/${what}/by_period/${at}/period` }))
  const sums = (data.funding ?? []).flatMap((share, index) =>
    share.agreement === agreement.id
      ? (share.spent ?? []).flatMap(({ period }, at) =>
          period === undefined ? [] : [{ period, pointer: `/funding/${index}/spent/${at}/period` }],
        )
      : [],
  )
  const results = (data.results ?? []).flatMap((result, at) =>
    result.period !== undefined && isUnder(agreement, data, result)
      ? [{ period: result.period, pointer: `/results/${at}/period` }]
      : [],
  )
  return [...sums, ...(data.cancelled ? [] : [...parts('target'), ...parts('reached'), ...results])]
}

/** Of twelve months as the agreement counts them, also before and after it. */
function isInOneYear(first: string, last: string, { years }: Account): boolean {
  const month = monthNumberOf(years[0]?.whole.first ?? first)
  const yearAt = (day: string) => yearOf(day) - (monthNumberOf(day) < month ? 1 : 0)
  return yearAt(first) === yearAt(last)
}

/** A period that lies in two reporting years is counted in that of its last day: nobody can tell its parts apart. */
function straddling(entry: Entry<'activity'>, account: Account): readonly Diagnostic[] {
  return periodsIn(entry, account).flatMap(({ period, pointer }) => {
    const { first, last } = daysOfPeriod(period)
    const [one, other] = [first, last].map(day => account.years.find(({ whole }) => isWithin(day, whole)))
    if (!one || !other || one === other) return []
    const message = said(
      '{period} lies in two reporting years of “{id}”, {name} and {name2}, and is counted in that of its last day.',
      { period, id: account.agreement.id, name: one.name, name2: other.name },
    )
    return [
      warningAt(
        'report/period-straddles',
        spanOf(entry, pointer),
        message,
        said('Give one period for each year, or months.'),
      ),
    ]
  })
}

/** GO's AnnualSplit: a person is not counted in two years by the mere repetition of a total. */
function wholeOverYears(entry: Entry<'activity'>, account: Account): readonly Diagnostic[] {
  const { reached, start, end } = entry.data
  if (!reached || reached.by_period || entry.data.cancelled || isInOneYear(start, end, account)) return []
  if (headCountOf(reached).total === null) return []
  const message = said(
    '“{id}” goes on over reporting years ({start} to {end}) and says how many it reached as a whole: all are counted on its last day, if a report of that day is made.',
    { id: entry.id, start, end },
  )
  const hint = said(
    'Divide them: “by_period: [{ period: 2022-11/2022-12, total: … }, { period: 2023-01/2023-02, total: … }]”.',
  )
  return [warningAt('report/whole-over-years', spanOf(entry, '/reached'), message, hint)]
}

/** Of an activity that money was spent on. */
function cancelledSpending(entry: Entry<'activity'>, { agreement }: Account): readonly Diagnostic[] {
  if (!entry.data.cancelled) return []
  const message = said(
    '“{id}” was cancelled, and money was spent on it under “{id2}”: it counts as spent and is marked.',
    { id: entry.id, id2: agreement.id },
  )
  const hint = said(
    'Leave it so if that is what the accounts say; post what came back as a refund (below zero, with a “reason”).',
  )
  return [warningAt('report/cancelled-spending', spanOf(entry, '/cancelled'), message, hint)]
}

function withoutYears({ agreement, years }: Account): readonly Diagnostic[] {
  if (years.length < 2) return []
  const { data } = agreement
  const begun = periodsOf({ ...data, reports: ['year'] }, years)
  const names = years.map(({ year }) => `'${year}': …`).join(', ')
  return [
    ...data.budget.flatMap((budgetLine, index) => {
      const { line } = budgetLine
      const lacks = begun.some(period => budgetOf(budgetLine, { agreement, years, period }).budget === null)
      const message = said(
        '“{line}” does not say what falls to each of the {count} reporting years of “{id}”, so its budget of a year is not known.',
        { line, count: years.length, id: agreement.id },
      )
      const at = spanOf(agreement, `/budget/${index}/amount`)
      return lacks
        ? [
            warningAt(
              'report/budget-by-year',
              at,
              message,
              said('Add “{by_year}” to the line.', { by_year: `by_year: { ${names} }` }),
            ),
          ]
        : []
    }),
    ...data.indicators.flatMap(({ code, target, target_by_year }, index) => {
      const lacks = years.some(({ year }) => target_by_year?.[year] === undefined)
      if (!lacks || (target === undefined && target_by_year === undefined)) return []
      const message = said('{code} does not have a target for each of the {count} reporting years of “{id}”.', {
        code,
        count: years.length,
        id: agreement.id,
      })
      const hint = said('Add “{by_year}”, and “life_target” for the whole.', {
        by_year: `target_by_year: { ${names.replaceAll('…', '{ total: … }')} }`,
      })
      return [warningAt('report/target-by-year', spanOf(agreement, `/indicators/${index}/code`), message, hint)]
    }),
  ]
}

/** In the agreement before it in the same programme. */
function codesChanged({ agreement }: Account, accounts: readonly Account[]): readonly Diagnostic[] {
  const { data } = agreement
  const past = accounts
    .filter(each => each.agreement.data.programme === data.programme && each.agreement.data.partner === data.partner)
    .filter(each => each.agreement.data.start < data.start)
    .toSorted((a, b) => compare(a.agreement.data.start, b.agreement.data.start))
    .at(-1)
  if (!past) return []
  const before = past.agreement.data.indicators
  const isNew = (each: (typeof data.indicators)[number]) => !before.some(old => isSame(each, old))
  const ended = before.filter(old => !data.indicators.some(each => isSame(each, old)))
  return data.indicators.flatMap((indicator, index) => {
    const { code, unit, area, replaces } = indicator
    const sameCode = before.find(old => old.code === code)
    const at = spanOf(agreement, `/indicators/${index}/code`)
    if (sameCode && sameCode.unit !== unit) {
      const message = said(
        '{code} is measured in {unit}, and in “{id}” it was in {unit2}: its line ends there, and this one begins anew.',
        { code, unit, id: past.agreement.id, unit2: sameCode.unit },
      )
      const told = warningAt(
        'report/code-changed',
        at,
        message,
        said('Give it a code of its own, or correct the unit.'),
      )
      return [besides(told, ...rowIn(past, sameCode, 'unit'))]
    }
    const likely = ended.filter(old => old.area === area && old.unit === unit)
    if (replaces !== undefined || !isNew(indicator) || likely.length === 0) return []
    const codes = likely.map(old => old.code).join(', ')
    const message = said(
      '{code} is new, and {codes} of “{id}” ended: if it goes on under a new code, its line is cut.',
      { code, codes, id: past.agreement.id },
    )
    const hint = said('Add “replaces: {code}” if it is the same indicator; leave it so if it is not.', {
      code: likely[0]?.code ?? '',
    })
    const told = warningAt('report/code-changed', at, message, hint)
    return [besides(told, ...likely.flatMap(old => rowIn(past, old, 'code')))]
  })
}

/** Where an indicator of an earlier agreement stands. */
function rowIn({ agreement }: Account, indicator: Indicator, field: 'code' | 'unit'): readonly Related[] {
  const index = agreement.data.indicators.indexOf(indicator)
  return fieldOfEntry(agreement, `/indicators/${index}/${field}`, indicator[field])
}
