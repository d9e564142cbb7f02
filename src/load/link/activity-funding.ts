/** An activity against the agreements that pay for it: budget lines, postings, commitments, days, and who reports it. */

import { firstAt } from '../../model/beside.ts'
import { besides, type Diagnostic, errorAt, mendedBy } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { textInPlace } from '../certain/in-place.ts'
import { inOtherForm } from '../certain/name.ts'
import {
  type Draft,
  dayAt,
  doubtful,
  entriesAt,
  has,
  numberAt,
  placeIn,
  placeOfLack,
  textAt,
  wrongAt,
} from '../draft.ts'
import { meantAmong } from '../meant.ts'
import { sumsAt } from './amounts.ts'
import { rowsCalled } from './called.ts'
import { checkDayOrPeriod } from './days.ts'
import { checkSumRate } from './rates.ts'
import { checkResults } from './results.ts'
import { find, type World } from './world.ts'

/** A share of an agreement that was found and could be read. */
interface Share {
  readonly at: string
  readonly agreement: Draft
}

export function checkFunding(draft: Draft, world: World): readonly Diagnostic[] {
  const written = entriesAt(draft, '/funding')
  const shares = written.flatMap(at => {
    const agreement = find(world, 'agreement', textAt(draft, `${at}/agreement`))
    return agreement && agreement.data !== undefined ? [{ at, agreement }] : []
  })
  // Where an agreement could not be found or read, what it lacks cannot be known.
  const areAllKnown = shares.length === written.length
  const agreements = areAllKnown ? [...new Set(shares.map(share => share.agreement))] : undefined
  return [
    ...shares.flatMap(share => checkShare(draft, share)),
    ...written.flatMap(at => entriesAt(draft, `${at}/spent`)).flatMap(at => checkPosting(draft, at)),
    ...checkLinesOnce(draft, written),
    ...checkReportingPartner(draft, agreements),
    ...checkResults(draft, agreements),
  ]
}

function checkShare(draft: Draft, share: Share): readonly Diagnostic[] {
  return [
    ...checkLine(draft, share),
    ...checkDays(draft, share),
    ...sumsAt(draft, share.at).flatMap(at => checkSumRate(draft, share.agreement, at)),
  ]
}

function checkLine(draft: Draft, { at, agreement }: Share): readonly Diagnostic[] {
  const line = textAt(draft, `${at}/line`)
  const lines = entriesAt(agreement, '/budget').flatMap(each => textAt(agreement, `${each}/line`) ?? [])
  if (line === undefined || lines.includes(line)) return []
  const message = said('The agreement “{id}” has no budget line “{line}”.', { id: agreement.id, line })
  const meant = meantAmong(line, rowsCalled(agreement, { list: '/budget', id: 'line' }))
  const hints = meant === undefined ? suggest(line, lines) : [said('Write {meant}.', { meant })]
  const unknown = wrongAt('record/unknown-reference', draft, `${at}/line`, message, ...hints)
  const told = besides(unknown, ...besideIn(agreement, '/budget'))
  const same = inOtherForm(line, lines)
  return [mendedBy(told, same === undefined ? undefined : textInPlace(placeIn(draft, `${at}/line`), line, same))]
}

function checkLinesOnce(draft: Draft, shares: readonly string[]): readonly Diagnostic[] {
  const seen = new Map<string, string>()
  return shares.flatMap(at => {
    const key = `${textAt(draft, `${at}/agreement`)} ${textAt(draft, `${at}/line`) ?? ''}`
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, at)
      return []
    }
    const message = said('This agreement and budget line stand twice in “funding”.')
    const hint = said('Put the sums into one entry.')
    const told = wrongAt('record/duplicate-id', draft, `${at}/agreement`, message, hint)
    return [besides(told, firstAt(placeIn(draft, `${first}/agreement`)))]
  })
}

function checkPosting(draft: Draft, at: string): readonly Diagnostic[] {
  const amount = numberAt(draft, `${at}/amount`)
  const isUnexplained = amount !== undefined && amount < 0 && !has(draft, `${at}/reason`)
  const message = said('{amount} is below zero, and no “reason” says why.', { amount: String(amount) })
  const hint = said('Add “reason”: what was given back or corrected.')
  return [
    ...checkDayOrPeriod(draft, at),
    ...(isUnexplained ? [errorAt('record/missing-field', placeOfLack(draft, `${at}/amount`), message, hint)] : []),
  ]
}

function checkDays(draft: Draft, { at, agreement }: Share): readonly Diagnostic[] {
  const [start, end] = [dayAt(draft, '/start'), dayAt(draft, '/end')]
  const span = daysOf(agreement)
  if (start === undefined || end === undefined || start > end || !span) return []
  const { first, last } = span
  if (start <= last && end >= first) return []
  const message = said('This activity ({start} to {end}) lies outside “{id}” ({first} to {last}).', {
    start,
    end,
    id: agreement.id,
    first,
    last,
  })
  const told = doubtful(draft, `${at}/agreement`, message, outsideHint)
  return [besides(told, ...besideIn(draft, '/start', '/end'), ...besideIn(agreement, '/start', '/end'))]
}

/** No day is changed to fit: it is corrected where it is wrong. */
const outsideHint = said(
  'Correct the days where they are wrong, name the agreement that paid, or extend the agreement by its amendment.',
)

function daysOf(agreement: Draft): { readonly first: string; readonly last: string } | undefined {
  const [first, last] = [dayAt(agreement, '/start'), dayAt(agreement, '/end')]
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined
}

/** IFRC GO holds an activity once, under one of those who pay for it or under the society. */
function checkReportingPartner(draft: Draft, agreements: readonly Draft[] | undefined): readonly Diagnostic[] {
  const partner = textAt(draft, '/reporting_partner')
  if (partner === undefined || partner === 'society' || agreements === undefined) return []
  const paying = agreements.flatMap(agreement => textAt(agreement, '/partner') ?? [])
  if (paying.includes(partner)) return []
  const message = said('“{partner}” pays for nothing in this activity.', { partner })
  const hints = [
    ...suggest(partner, ['society', ...new Set(paying)]),
    said('Name a partner of an agreement under “funding”, or society.'),
  ]
  const told = errorAt('record/inconsistent', placeIn(draft, '/reporting_partner'), message, ...hints)
  return [besides(told, ...besideIn(draft, '/funding'))]
}
