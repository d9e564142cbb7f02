/** What an activity adds to indicators: which indicator is meant, and values that it can take. */

import { decimalOf } from '../../model/decimal.ts'
import { besides, type Diagnostic, errorAt, mendedBy } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import { daysOfPeriod, isPeriod } from '../../model/period.ts'
import { allOf, anyOf, said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { textInPlace } from '../certain/in-place.ts'
import { inOtherForm } from '../certain/name.ts'
import {
  type Draft,
  dayAt,
  doubtful,
  entriesAt,
  has,
  inconsistent,
  numberAt,
  placeIn,
  placeOfLack,
  textAt,
  valueAt,
  wrongAt,
} from '../draft.ts'
import { latin } from '../id.ts'
import { meantAmong } from '../meant.ts'
import { rowsCalled } from './called.ts'
import { checkDayOrPeriod } from './days.ts'
import { indicatorsOf } from './indicator.ts'

/** @param agreements those that pay for the activity; `undefined` where one of them is not known */
export function checkResults(draft: Draft, agreements: readonly Draft[] | undefined): readonly Diagnostic[] {
  return entriesAt(draft, '/results').flatMap(at => [
    ...checkDayOrPeriod(draft, at),
    ...checkPeriodOfActivity(draft, at),
    ...checkGiven(draft, at),
    ...(agreements ? checkIndicator(draft, at, agreements) : []),
  ])
}

function checkPeriodOfActivity(draft: Draft, at: string): readonly Diagnostic[] {
  const period = valueAt(draft, `${at}/period`)
  const start = dayAt(draft, '/start')
  if (!isPeriod(period) || start === undefined || daysOfPeriod(period).last >= start) return []
  const message = said('{period} is before this activity began ({start}).', { period, start })
  const told = doubtful(draft, `${at}/period`, message, said('Correct the period, or “start”, whichever is wrong.'))
  return [besides(told, ...besideIn(draft, '/start'))]
}

/** A value, or a numerator and a denominator, or all three in agreement. */
function checkGiven(draft: Draft, at: string): readonly Diagnostic[] {
  const [value, numerator, denominator] = ['value', 'numerator', 'denominator'].map(name =>
    numberAt(draft, `${at}/${name}`),
  )
  const parts = ['numerator', 'denominator'].filter(name => has(draft, `${at}/${name}`))
  const [only] = parts
  if (parts.length === 1) {
    const other = only === 'numerator' ? 'denominator' : 'numerator'
    const message = said('“{only}” is given without “{other}”.', { only: only ?? '', other })
    return [
      inconsistent(
        draft,
        `${at}/${only}`,
        message,
        said('Add “{other}”, or give the percentage as “value”.', { other }),
      ),
    ]
  }
  if (only === undefined) return has(draft, `${at}/value`) ? [] : [noValue(draft, at)]
  if (numerator === undefined || denominator === undefined) return []
  if (denominator === 0) {
    const message = said('A percentage of nothing cannot be told: “denominator” is 0.')
    return [
      inconsistent(draft, `${at}/denominator`, message, said('Leave the result out where there was nobody to ask.')),
    ]
  }
  if (value === undefined || agrees(value, (100 * numerator) / denominator)) return []
  const message = said('“value” is {value}, and {numerator} of {denominator} are {count} %.', {
    value,
    numerator,
    denominator,
    count: shown((100 * numerator) / denominator),
  })
  const told = inconsistent(draft, `${at}/value`, message, said('Correct one of the three, or leave “value” out.'))
  return [besides(told, ...besideIn(draft, `${at}/numerator`, `${at}/denominator`))]
}

function noValue(draft: Draft, at: string): Diagnostic {
  const hint = said('Add “value”; of a percentage, “numerator” and “denominator” will do.')
  return errorAt('record/missing-field', placeOfLack(draft, at), said('This result has no “value”.'), hint)
}

/** To the last decimal that was written. */
function agrees(value: number, percent: number): boolean {
  const { exponent } = decimalOf(value)
  return Math.abs(value - percent) <= 0.5 * 10 ** Math.min(exponent, 0) + 1e-9
}

const shown = (percent: number): number => Math.round(percent * 100) / 100

function checkIndicator(draft: Draft, at: string, agreements: readonly Draft[]): readonly Diagnostic[] {
  const code = textAt(draft, `${at}/indicator`)
  const wanted = textAt(draft, `${at}/agreement`)
  if (code === undefined) return []
  if (wanted !== undefined && !agreements.some(({ id }) => id === wanted)) {
    const message = said('“{wanted}” is not an agreement of this activity.', { wanted })
    const hints = [
      ...suggest(
        wanted,
        agreements.map(({ id }) => id),
      ),
      said('Its agreements stand under “funding”.'),
    ]
    const told = errorAt('record/unknown-reference', placeIn(draft, `${at}/agreement`), message, ...hints)
    return [besides(told, ...besideIn(draft, '/funding'))]
  }
  const having = indicatorMeant(draft, at, agreements)
  const [meant] = having
  if (meant === undefined) {
    const among = agreements.filter(({ id }) => wanted === undefined || id === wanted)
    return [unknownIndicator(draft, at, { code, among })]
  }
  return having.length > 1 ? [ambiguous(draft, at, having)] : checkValue(draft, at, meant)
}

/** An indicator in the agreement that has it. */
interface Meant {
  readonly agreement: Draft
  /** Pointer of the indicator. */
  readonly row: string
}

/** More than one where several agreements have the code and none is named. */
function indicatorMeant(draft: Draft, at: string, agreements: readonly Draft[]): readonly Meant[] {
  const code = textAt(draft, `${at}/indicator`)
  const wanted = textAt(draft, `${at}/agreement`)
  return agreements.flatMap(agreement => {
    if (wanted !== undefined && agreement.id !== wanted) return []
    const row = entriesAt(agreement, '/indicators').find(each => textAt(agreement, `${each}/code`) === code)
    return row === undefined ? [] : [{ agreement, row }]
  })
}

function unknownIndicator(
  draft: Draft,
  at: string,
  { code, among }: { readonly code: string; readonly among: readonly Draft[] },
): Diagnostic {
  const place = `${at}/indicator`
  if (among.length === 0) {
    const message = said('The result for “{code}” belongs to no agreement.', { code })
    const hint = said('Add “funding” with the agreement, or remove the result.')
    return wrongAt('record/unknown-reference', draft, place, message, hint)
  }
  const message = said('{among} has no indicator “{code}”.', {
    among: allOf(among.map(({ id }) => said('“{id}”', { id }))),
    code,
  })
  const meant = meantAmong(
    latin(code),
    among.flatMap(each => rowsCalled(each, { list: '/indicators', id: 'code' })),
  )
  const hints =
    meant === undefined ? suggest(code, [...new Set(among.flatMap(indicatorsOf))]) : [said('Write {meant}.', { meant })]
  const unknown = errorAt('record/unknown-reference', placeIn(draft, place), message, ...hints)
  const told = besides(unknown, ...among.flatMap(each => besideIn(each, '/indicators')))
  const same = inOtherForm(code, [...new Set(among.flatMap(indicatorsOf))])
  return mendedBy(told, same === undefined ? undefined : textInPlace(placeIn(draft, place), code, same))
}

function ambiguous(draft: Draft, at: string, having: readonly Meant[]): Diagnostic {
  const code = String(valueAt(draft, `${at}/indicator`))
  const message = said('Several agreements of this activity have the indicator “{code}”.', { code })
  const hint = said('Add “agreement” to this result: {having}.', {
    having: anyOf(having.map(({ agreement }) => agreement.id)),
  })
  const told = errorAt('record/missing-field', placeOfLack(draft, at), message, hint)
  return besides(told, ...having.flatMap(({ agreement, row }) => besideIn(agreement, `${row}/code`)))
}

/** What a value can be depends on the unit. */
function checkValue(draft: Draft, at: string, { agreement, row }: Meant): readonly Diagnostic[] {
  const unit = textAt(agreement, `${row}/unit`)
  const [value, numerator, denominator] = ['value', 'numerator', 'denominator'].map(name =>
    numberAt(draft, `${at}/${name}`),
  )
  if (unit !== 'percent' && numerator !== undefined) {
    const message = said(
      '“numerator” and “denominator” are of percentages, and the unit of this indicator is {unit}.',
      { unit: unit ?? '' },
    )
    const told = inconsistent(draft, `${at}/numerator`, message, said('Give “value” alone.'))
    return [besides(told, ...besideIn(agreement, `${row}/unit`))]
  }
  if (unit === 'yes-no' && value !== undefined && value !== 0 && value !== 1) {
    const message = said('This indicator is answered by yes or no, and “value” is {value}.', { value })
    const told = inconsistent(draft, `${at}/value`, message, said('Write 1 for yes, 0 for no.'))
    return [besides(told, ...besideIn(agreement, `${row}/unit`))]
  }
  if (unit !== 'percent' || valueAt(agreement, `${row}/may_exceed_100`) === true) return []
  const isParts = numerator !== undefined && denominator !== undefined && denominator > 0
  const percent = value ?? (isParts ? (100 * numerator) / denominator : 0)
  if (percent <= 100) return []
  const message = said('{percent} % is more than all.', { percent: shown(percent) })
  const hint = said('Correct it; where more than 100 % can be, write may_exceed_100: true in the indicator ({path}).', {
    path: agreement.origin.file.path,
  })
  const told = inconsistent(draft, value === undefined ? `${at}/numerator` : `${at}/value`, message, hint)
  return [besides(told, ...besideIn(agreement, `${row}/unit`))]
}
