/** The reporting years of an agreement, and what its record says by year. */

import { yearOf } from '../../model/day.ts'
import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { firstMonthOf, mostYears, type ReportingYear, reportingYearsOf } from '../../model/reporting-year.ts'
import { type Said, said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, dayAt, doubtful, entriesAt, fieldOf, inconsistent, numberAt, placeIn, valueAt } from '../draft.ts'
import { pointerTo } from '../pointer.ts'
import { listed, showPlace } from '../show.ts'
import { find, type World } from './world.ts'

/** None where its days are not known. */
export function reportingYearsIn(agreement: Draft, world: World): readonly ReportingYear[] {
  const [start, end] = [dayAt(agreement, '/start'), dayAt(agreement, '/end')]
  if (start === undefined || end === undefined || start > end) return []
  const society = find(world, 'society', 'society')
  const firstMonth = firstMonthOf({ start, end, ...firstMonthIn(agreement) }, society ? firstMonthIn(society) : {})
  return reportingYearsOf({ start, end }, firstMonth)
}

/** A wrong one was told already. */
function firstMonthIn(draft: Draft): { readonly first_month?: number } {
  const month = numberAt(draft, '/first_month') ?? 0
  return Number.isInteger(month) && month >= 1 && month <= 12 ? { first_month: month } : {}
}

export function checkLength(draft: Draft): readonly Diagnostic[] {
  const [start, end] = [dayAt(draft, '/start'), dayAt(draft, '/end')]
  if (start === undefined || end === undefined || yearOf(end) - yearOf(start) < mostYears) return []
  const message = said('This agreement lasts {count} years ({start} to {end}).', {
    count: yearOf(end) - yearOf(start),
    start,
    end,
  })
  const hint = said('Correct “start” or “end”: it lasts less than {mostYears} years.', { mostYears })
  return [besides(inconsistent(draft, '/end', message, hint), ...besideIn(draft, '/start'))]
}

/** The year is that of the first reporting year. One that is another year of the agreement was allowed once: it is only told. */
export function checkYear(draft: Draft, years: readonly ReportingYear[]): readonly Diagnostic[] {
  const year = numberAt(draft, '/year')
  const [first] = years
  const [start = '', end = ''] = [dayAt(draft, '/start'), dayAt(draft, '/end')]
  if (year === undefined || first === undefined || first.year === year) return []
  if (year < Number(start.slice(0, 4)) || year > Number(end.slice(0, 4))) {
    const message = said('The year {year} is not within {start} to {end}.', { year, start, end })
    const told = inconsistent(draft, '/year', message, said('Correct the year, or “start” and “end”.'))
    return [besides(told, ...besideIn(draft, '/start', '/end'))]
  }
  const message = said(
    'The first reporting year of this agreement is {name} ({first} to {last}), and “year” says {year}.',
    { name: first.name, first: first.first, last: first.last, year },
  )
  const hint = said('Write year: {year}, or say with “first_month” when its reporting years begin.', {
    year: first.year,
  })
  return [besides(doubtful(draft, '/year', message, hint), ...besideIn(draft, '/start', '/first_month'))]
}

/** Keys of a map by year. @param at pointer of the map */
export function checkYears(draft: Draft, at: string, years: readonly ReportingYear[]): readonly Diagnostic[] {
  return keysAt(draft, at).flatMap(key => {
    if (!/^\d{4}$/.test(key) || isAmong(Number(key), years)) return []
    const [message, hint] = outside(key, years)
    const told = errorAt('record/inconsistent', placeIn(draft, at + pointerTo(key), 'key'), message, hint)
    return [besides(told, ...besideIn(draft, '/start', '/end'))]
  })
}

export function checkYearField(draft: Draft, at: string, years: readonly ReportingYear[]): readonly Diagnostic[] {
  const year = numberAt(draft, at)
  if (year === undefined || isAmong(year, years)) return []
  const [message, hint] = outside(String(year), years)
  return [besides(inconsistent(draft, at, message, hint), ...besideIn(draft, '/start', '/end'))]
}

/** Where no year is known, none is wrong. */
const isAmong = (year: number, years: readonly ReportingYear[]): boolean =>
  years.length === 0 || years.some(each => each.year === year)

function outside(year: string, years: readonly ReportingYear[]): readonly [message: Said, hint: Said] {
  const begins = years.map(each => String(each.year))
  return [
    said('No reporting year of this agreement begins in {year}.', { year }),
    said('Its reporting years begin in {begins}: a year is named by the calendar year in which it begins.', {
      begins: listed(begins),
    }),
  ]
}

export function keysAt(draft: Draft, at: string): readonly string[] {
  const map = valueAt(draft, at)
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : []
}

/**
 * Changes agreed since: in the order of their days, within the agreement, and each changing something.
 *
 * @param at pointer of the entry that has `list`
 */
export function checkRevisions(
  draft: Draft,
  at: string,
  { list, changes }: { readonly list: string; readonly changes: readonly string[] },
): readonly Diagnostic[] {
  const revisions = entriesAt(draft, `${at}/${list}`)
  return revisions.flatMap((each, index) => [
    ...checkRevisionDay(draft, each, revisions[index - 1]),
    ...(changes.some(name => fieldOf(valueAt(draft, each), name) !== undefined)
      ? []
      : [changesNothing(draft, each, changes)]),
  ])
}

function changesNothing(draft: Draft, at: string, changes: readonly string[]): Diagnostic {
  const message = said('{Place} changes nothing.', { place: showPlace(at) })
  return inconsistent(
    draft,
    at,
    message,
    said('Add what was agreed: {changes}; or remove it.', { changes: changes.join(', ') }),
  )
}

function checkRevisionDay(draft: Draft, at: string, before: string | undefined): readonly Diagnostic[] {
  const day = dayAt(draft, `${at}/date`)
  const [start, end] = [dayAt(draft, '/start'), dayAt(draft, '/end')]
  const previous = before === undefined ? undefined : dayAt(draft, `${before}/date`)
  if (day === undefined) return []
  if (previous !== undefined && day < previous) {
    const message = said('This revision ({day}) stands after one that is later ({previous}).', { day, previous })
    const told = inconsistent(draft, `${at}/date`, message, said('Put revisions in the order of their days.'))
    return [besides(told, ...besideIn(draft, `${before}/date`))]
  }
  if (start === undefined || end === undefined || (day >= start && day <= end)) return []
  const message = said('This revision ({day}) was agreed outside the agreement ({start} to {end}).', {
    day,
    start,
    end,
  })
  const hint =
    day > end
      ? said('No figure up to the last day takes it.')
      : said('If it was agreed before the beginning, it is the first budget or target.')
  const mend = said('Correct the day if it is wrong, or “start” and “end” if the agreement was extended.')
  const passed = day > end ? '/end' : '/start'
  return [besides(doubtful(draft, `${at}/date`, message, hint, mend), ...besideIn(draft, passed))]
}
