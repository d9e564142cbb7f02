/**
 * Numbers that a computer holds only nearly as they were written: told, never rounded. What counts is the text, so this is
 * asked where a text is read, of every number in it.
 */
import { spanIn } from '../model/dataset.ts'
import { isExactly } from '../model/decimal.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { Draft } from './draft.ts'
import { pointerTo } from './pointer.ts'
import { capitalized, showPlace } from './show.ts'

export function checkNumbers({ data, origin }: Draft): readonly Diagnostic[] {
  return numbersIn(data, '').flatMap(({ pointer, value }) => {
    const span = spanIn(origin, pointer)
    const text = origin.file.text.slice(span.start, span.end)
    if (isExactly(value, text)) return []
    const message = `${capitalized(showPlace(pointer))} has more digits than can be kept: ${text} would become ${value}.`
    return [errorAt('record/wrong-value', span, message, 'Write at most 15 digits.')]
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
