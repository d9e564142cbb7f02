/** Days that must follow each other, and the periods in which facts fall. */

import { besides, type Diagnostic } from '../../model/diagnostic.ts'
import { isPeriod, periodPattern } from '../../model/period.ts'
import { factsOf } from '../../model/record/kinds.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, dayAt, has, inconsistent, textAt, wrongAt } from '../draft.ts'
import { showPlace } from '../show.ts'

export function checkDays(draft: Draft): readonly Diagnostic[] {
  const { days } = factsOf(draft.kind)
  return days ? checkOrder(draft, { early: `/${days.first}`, late: `/${days.last}` }) : []
}

/** @param pair pointers: the day of `late` is not before that of `early`. */
export function checkOrder(
  draft: Draft,
  pair: { readonly early: string; readonly late: string },
): readonly Diagnostic[] {
  const early = dayAt(draft, pair.early)
  const late = dayAt(draft, pair.late)
  if (early === undefined || late === undefined || late >= early) return []
  const message = said('{late} ({late2}) is before {early} ({early2}).', {
    late: showPlace(pair.late),
    late2: late,
    early: showPlace(pair.early),
    early2: early,
  })
  const told = inconsistent(draft, pair.late, message, said('Correct one of the two days.'))
  return [besides(told, ...besideIn(draft, pair.early))]
}

/** A fact has its day, or the period in which it fell. @param at pointer of the fact */
export function checkDayOrPeriod(draft: Draft, at: string): readonly Diagnostic[] {
  const unreadable = checkPeriod(draft, `${at}/period`)
  if (!has(draft, `${at}/date`) || !has(draft, `${at}/period`)) return unreadable
  const message = said('“date” and “period” are both given.')
  const told = inconsistent(draft, `${at}/period`, message, said('Keep “date” where the day is known, else “period”.'))
  return [...unreadable, besides(told, ...besideIn(draft, `${at}/date`))]
}

/** A period of another form was told by its schema: here it is one that ends before it begins. */
export function checkPeriod(draft: Draft, at: string): readonly Diagnostic[] {
  const period = textAt(draft, at) ?? ''
  const isReadable: boolean = isPeriod(period)
  if (isReadable || !new RegExp(periodPattern).test(period)) return []
  const message = said('{period} ends before it begins.', { period })
  return [
    wrongAt(
      'record/wrong-value',
      draft,
      at,
      message,
      said('Write {text}.', { text: period.split('/').toReversed().join('/') }),
    ),
  ]
}
