/** An activity against its agreements: budget lines, indicators, rates, days and quarters. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import { type Draft, dayAt, doubtful, entriesAt, placeIn, placeOfLack, textAt, valueAt, wrongAt } from '../draft.ts'
import { indicatorsOf } from './agreement.ts'
import { isQuarter, quarterOf } from './days.ts'
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
  return [
    ...shares.flatMap(share => checkShare(draft, share)),
    ...checkLinesOnce(draft, written),
    ...entriesAt(draft, '/results').flatMap(at => [
      ...(areAllKnown ? checkResult(draft, at, shares) : []),
      ...checkResultPeriod(draft, at),
    ]),
  ]
}

function checkShare(draft: Draft, share: Share): readonly Diagnostic[] {
  const sums = [`${share.at}/budget`, ...entriesAt(draft, `${share.at}/spent`)]
  return [
    ...checkLine(draft, share),
    ...checkDays(draft, share),
    ...sums.flatMap(at => checkRate(draft, share, at)),
    ...entriesAt(draft, `${share.at}/spent`).flatMap(at => checkPeriod(draft, share, `${at}/period`)),
  ]
}

function checkLine(draft: Draft, { at, agreement }: Share): readonly Diagnostic[] {
  const line = textAt(draft, `${at}/line`)
  const lines = entriesAt(agreement, '/budget').flatMap(each => textAt(agreement, `${each}/line`) ?? [])
  if (line === undefined || lines.includes(line)) return []
  const message = `The agreement “${agreement.id}” has no budget line “${line}”.`
  return [wrongAt('record/unknown-reference', draft, `${at}/line`, message, ...suggest(line, lines))]
}

function checkLinesOnce(draft: Draft, shares: readonly string[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return shares.flatMap(at => {
    const key = `${textAt(draft, `${at}/agreement`)} ${textAt(draft, `${at}/line`) ?? ''}`
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const message = 'This agreement and budget line stand twice in “funding”.'
    return [wrongAt('record/duplicate-id', draft, `${at}/agreement`, message, 'Put the sums into one entry.')]
  })
}

function checkDays(draft: Draft, { at, agreement }: Share): readonly Diagnostic[] {
  const [start, end] = [dayAt(draft, '/start'), dayAt(draft, '/end')]
  const span = daysOf(agreement)
  if (start === undefined || end === undefined || start > end || !span) return []
  const { first, last } = span
  if (start <= last && end >= first) return []
  const message = `This activity (${start} to ${end}) lies outside “${agreement.id}” (${first} to ${last}).`
  return [doubtful(draft, `${at}/agreement`, message, 'Correct the days or the agreement.')]
}

function daysOf(agreement: Draft): { readonly first: string; readonly last: string } | undefined {
  const [first, last] = [dayAt(agreement, '/start'), dayAt(agreement, '/end')]
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined
}

function checkRate(draft: Draft, { agreement }: Share, at: string): readonly Diagnostic[] {
  const [from, to] = [textAt(draft, `${at}/currency`), textAt(agreement, '/currency')]
  if (from === undefined || to === undefined || from === to) return []
  const isKnown = entriesAt(agreement, '/rates').some(
    rate => textAt(agreement, `${rate}/from`) === from && textAt(agreement, `${rate}/to`) === to,
  )
  if (isKnown) return []
  const message = `The agreement “${agreement.id}” has no rate from ${from} to ${to}.`
  const hint = `Add it to “rates” of ${agreement.origin.file.path}, or give the sum in ${to}.`
  return [wrongAt('record/missing-rate', draft, `${at}/currency`, message, hint)]
}

function checkPeriod(draft: Draft, { agreement }: Share, at: string): readonly Diagnostic[] {
  const period = textAt(draft, at)
  const span = daysOf(agreement)
  if (!isQuarter(period) || !span) return []
  const { first, last } = span
  if (period >= quarterOf(first) && period <= quarterOf(last)) return []
  const message = `${period} lies outside “${agreement.id}” (${first} to ${last}).`
  return [doubtful(draft, at, message, 'Correct the quarter or the agreement.')]
}

function checkResultPeriod(draft: Draft, at: string): readonly Diagnostic[] {
  const period = textAt(draft, `${at}/period`)
  const start = dayAt(draft, '/start')
  if (!isQuarter(period) || start === undefined || period >= quarterOf(start)) return []
  const message = `${period} is before this activity began (${start}).`
  return [doubtful(draft, `${at}/period`, message, 'Correct the quarter, or “start”.')]
}

function checkResult(draft: Draft, at: string, shares: readonly Share[]): readonly Diagnostic[] {
  const code = textAt(draft, `${at}/indicator`)
  const wanted = textAt(draft, `${at}/agreement`)
  if (code === undefined) return []
  const agreements = [...new Set(shares.map(share => share.agreement))]
  if (wanted !== undefined && !agreements.some(({ id }) => id === wanted)) {
    const message = `“${wanted}” is not an agreement of this activity.`
    const ids = agreements.map(({ id }) => id)
    return [
      wrongAt(
        'record/unknown-reference',
        draft,
        `${at}/agreement`,
        message,
        ...suggest(wanted, ids),
        'Its agreements stand under “funding”.',
      ),
    ]
  }
  const among = agreements.filter(({ id }) => wanted === undefined || id === wanted)
  const having = among.filter(agreement => indicatorsOf(agreement).includes(code))
  if (having.length === 0) return [unknownIndicator(draft, at, { code, among })]
  return having.length > 1 ? [ambiguous(draft, at, having)] : []
}

function unknownIndicator(
  draft: Draft,
  at: string,
  { code, among }: { readonly code: string; readonly among: readonly Draft[] },
): Diagnostic {
  const place = `${at}/indicator`
  if (among.length === 0) {
    const message = `The result for “${code}” belongs to no agreement.`
    return wrongAt(
      'record/unknown-reference',
      draft,
      place,
      message,
      'Add “funding” with the agreement, or remove the result.',
    )
  }
  const message = `${among.map(({ id }) => `“${id}”`).join(' and ')} has no indicator “${code}”.`
  const hints = suggest(code, [...new Set(among.flatMap(indicatorsOf))])
  return errorAt('record/unknown-reference', placeIn(draft, place), message, ...hints)
}

function ambiguous(draft: Draft, at: string, having: readonly Draft[]): Diagnostic {
  const code = String(valueAt(draft, `${at}/indicator`))
  const message = `Several agreements of this activity have the indicator “${code}”.`
  const hint = `Add “agreement” to this result: ${having.map(({ id }) => id).join(' or ')}.`
  return errorAt('record/missing-field', placeOfLack(draft, at), message, hint)
}
