/**
 * Numbers that a computer holds only nearly as they were written: told, never rounded. What counts is the text, so this is
 * asked where a text is read, of every number in it.
 */

import { spanIn } from '../model/dataset.ts'
import { decimalIn, isExactly } from '../model/decimal.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import type { Draft } from './draft.ts'
import { pointerTo } from './pointer.ts'
import { showPlace } from './show.ts'

/** A sheet shows zeros for all that come after; of a fraction it shows fewer anyhow. */
const mostDigits = 15
const isTooLong = (value: number, text: string): boolean =>
  Number.isInteger(value) && String(decimalIn(text)?.digits ?? 0).replace('-', '').length > mostDigits

export function checkNumbers({ data, origin }: Draft): readonly Diagnostic[] {
  return numbersIn(data, '').flatMap(({ pointer, value }) => {
    const span = spanIn(origin, pointer)
    const text = origin.file.text.slice(span.start, span.end)
    const isExact = isExactly(value, text)
    if (isExact && !isTooLong(value, text)) return []
    const kept = isExact ? Number(value.toPrecision(mostDigits)) : value
    const message = said('{Place} has more digits than can be kept: {text} would become {kept}.', {
      place: showPlace(pointer),
      text,
      kept,
    })
    return [errorAt('record/wrong-value', span, message, said('Write at most {mostDigits} digits.', { mostDigits }))]
  })
}

interface Found {
  readonly pointer: string
  readonly value: number
}

function numbersIn(value: unknown, pointer: string): readonly Found[] {
  if (typeof value === 'number') return [{ pointer, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, pointer + pointerTo(name)))
}
