/** People of an activity: splits, periods and reasons that must agree with the totals. */

import { besides, type Diagnostic } from '../../model/diagnostic.ts'
import { daysOfPeriod, isPeriod } from '../../model/period.ts'
import { ageBands } from '../../model/record/activity.ts'
import { type Said, said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, dayAt, doubtful, entriesAt, has, inconsistent, numberAt, valueAt } from '../draft.ts'
import { checkPeriod } from './days.ts'
import { keysAt } from './reporting.ts'

export function checkPeople(draft: Draft): readonly Diagnostic[] {
  const wholes = ['/target', '/reached'].filter(at => has(draft, at))
  return [
    ...wholes.flatMap(at => [
      ...checkFigures(draft, at),
      ...keysAt(draft, `${at}/by_place`).flatMap(id => checkPart(draft, at, `${at}/by_place/${id}`)),
      ...entriesAt(draft, `${at}/by_period`).flatMap(each => checkFigures(draft, each)),
      ...checkPeriods(draft, at),
      ...checkSums(draft, at),
    ]),
    ...checkReported(draft),
  ]
}

/** A split may be partial, so it may be less than the total, never more. */
function checkFigures(draft: Draft, at: string): readonly Diagnostic[] {
  const bands = ageBands.map(band => `${at}/by_age/${band}`)
  return [
    ...checkSplit(draft, at),
    ...bands.flatMap(band => checkSplit(draft, band)),
    ...checkBands(draft, at, bands),
    ...checkPart(draft, at, `${at}/with_disability`),
  ]
}

const sexes = ['male', 'female', 'other'] as const

/** Nothing where none of them is given. */
function peopleBySex(draft: Draft, at: string): number | undefined {
  const given = sexes.flatMap(sex => numberAt(draft, `${at}/${sex}`) ?? [])
  return given.length === 0 ? undefined : sumOf(given)
}

function peopleByAge(draft: Draft, at: string): number | undefined {
  const given = ageBands.flatMap(band => peopleIn(draft, `${at}/by_age/${band}`) ?? [])
  return given.length === 0 ? undefined : sumOf(given)
}

const peopleIn = (draft: Draft, at: string): number | undefined =>
  numberAt(draft, `${at}/total`) ?? peopleBySex(draft, at)

/** The total, else the sum of the sexes, else that of the age bands. */
function totalOf(draft: Draft, at: string): number | undefined {
  return peopleIn(draft, at) ?? peopleByAge(draft, at)
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

function checkSplit(draft: Draft, at: string): readonly Diagnostic[] {
  const total = numberAt(draft, `${at}/total`)
  const sum = peopleBySex(draft, at) ?? 0
  if (total === undefined || sum <= total) return []
  const message = said('Men, women and others are {sum} together, more than the total of {total}.', { sum, total })
  const hint = said('Correct the total or the split; a split may be less, never more.')
  const parts = sexes.map(sex => `${at}/${sex}`)
  return [besides(inconsistent(draft, `${at}/total`, message, hint), ...besideIn(draft, ...parts))]
}

function checkBands(draft: Draft, at: string, bands: readonly string[]): readonly Diagnostic[] {
  const total = peopleIn(draft, at)
  const sum = sumOf(bands.map(band => Math.max(numberAt(draft, `${band}/total`) ?? 0, peopleBySex(draft, band) ?? 0)))
  if (total === undefined || sum <= total) return []
  const message = said('The age bands are {sum} together, more than {whole}.', {
    sum,
    whole: whatIs(draft, at, total),
  })
  const hint = hintOf(draft, at, said('the bands; a split may be less, never more'))
  return [besides(inconsistent(draft, `${at}/by_age`, message, hint), ...besideIn(draft, ...wholesOf(draft, at)))]
}

function checkPart(draft: Draft, at: string, part: string): readonly Diagnostic[] {
  const total = totalOf(draft, at)
  const value = numberAt(draft, part)
  if (total === undefined || value === undefined || value <= total) return []
  const message = said('{value} is more than {whole}.', { value, whole: whatIs(draft, at, total) })
  const hint = hintOf(draft, at, said('the part, which is at most the total'))
  return [besides(inconsistent(draft, part, message, hint), ...besideIn(draft, ...wholesOf(draft, at)))]
}

/** What makes the total, as `totalOf` reads it. */
function wholesOf(draft: Draft, at: string): readonly string[] {
  if (has(draft, `${at}/total`)) return [`${at}/total`]
  return peopleBySex(draft, at) === undefined ? [`${at}/by_age`] : sexes.map(sex => `${at}/${sex}`)
}

/** A total that was not written is the sum of what was: then it may be the total that is missing. */
function whatIs(draft: Draft, at: string, total: number): Said {
  if (has(draft, `${at}/total`)) return said('the total of {total}', { total })
  return peopleBySex(draft, at) === undefined
    ? said('the ages together ({total})', { total })
    : said('men, women and others together ({total})', { total })
}

const hintOf = (draft: Draft, at: string, part: Said): Said =>
  has(draft, `${at}/total`)
    ? said('Correct the total or {part}.', { part })
    : said('Give “total”, where it is more than was divided; or correct {part}.', { part })

/** A person stands in one period only, so periods have no day in common. */
function checkPeriods(draft: Draft, at: string): readonly Diagnostic[] {
  const periods = entriesAt(draft, `${at}/by_period`).map(each => ({
    at: `${each}/period`,
    written: valueAt(draft, `${each}/period`),
  }))
  const readable = periods.flatMap(({ at: pointer, written }) =>
    isPeriod(written) ? [{ at: pointer, written, ...daysOfPeriod(written) }] : [],
  )
  const overlapping = readable.flatMap((later, index) => {
    const earlier = readable.slice(0, index).find(each => each.first <= later.last && later.first <= each.last)
    if (!earlier) return []
    const message = said('{written} shares days with {written2}: people would be counted in both.', {
      written: later.written,
      written2: earlier.written,
    })
    const told = inconsistent(draft, later.at, message, said('Give periods that follow each other.'))
    return [besides(told, ...besideIn(draft, earlier.at))]
  })
  return [
    ...periods.flatMap(each => checkPeriod(draft, each.at)),
    ...overlapping,
    ...readable.flatMap(each => checkDays(draft, each)),
  ]
}

function checkDays(
  draft: Draft,
  {
    at,
    written,
    first,
    last,
  }: { readonly at: string; readonly written: unknown; readonly first: string; readonly last: string },
): readonly Diagnostic[] {
  const [start, end] = [dayAt(draft, '/start'), dayAt(draft, '/end')]
  if (start === undefined || end === undefined || start > end || (first <= end && last >= start)) return []
  const message = said('{written} has no day of this activity ({start} to {end}).', {
    written: String(written),
    start,
    end,
  })
  const hint = said('Correct the period, or the days of the activity where they are wrong.')
  return [besides(doubtful(draft, at, message, hint), ...besideIn(draft, '/start', '/end'))]
}

/** What is given for the whole and for every period must agree; where a period lacks it, the others are at most the whole. */
function checkSums(draft: Draft, at: string): readonly Diagnostic[] {
  const periods = entriesAt(draft, `${at}/by_period`)
  if (periods.length === 0) return []
  const totals = checkSum(draft, {
    at: `${at}/total`,
    parts: periods.map(each => totalOf(draft, each)),
    periods: `${at}/by_period`,
  })
  const fields = [...sexes, 'with_disability', ...ageBands.map(band => `by_age/${band}/total`)]
  return [
    ...totals,
    ...fields.flatMap(field =>
      checkSum(draft, {
        at: `${at}/${field}`,
        parts: periods.map(each => numberAt(draft, `${each}/${field}`)),
        periods: `${at}/by_period`,
      }),
    ),
  ]
}

function checkSum(
  draft: Draft,
  {
    at,
    parts,
    periods,
  }: { readonly at: string; readonly parts: readonly (number | undefined)[]; readonly periods: string },
): readonly Diagnostic[] {
  const whole = numberAt(draft, at)
  const given = parts.filter(part => part !== undefined)
  const sum = sumOf(given)
  if (whole === undefined || given.length === 0 || sum === whole) return []
  if (given.length < parts.length && sum < whole) return []
  const message = said('The periods are {sum} together, the whole is {whole}.', { sum, whole })
  const hint = said('Correct the whole or a period; leave the whole out where it is their sum.')
  return [besides(inconsistent(draft, at, message, hint), ...besideIn(draft, periods))]
}

function checkReported(draft: Draft): readonly Diagnostic[] {
  const ofPeriods = entriesAt(draft, '/reached/by_period')
  const isGiven = ['/reached', ...ofPeriods].some(at => totalOf(draft, at) !== undefined)
  if (!has(draft, '/not_reported') || !isGiven) return []
  const message = said('People reached are given, and also why they could not be.')
  const told = inconsistent(
    draft,
    '/not_reported',
    message,
    said('Remove “not_reported”, or the figures of “reached”.'),
  )
  return [besides(told, ...besideIn(draft, '/reached'))]
}
