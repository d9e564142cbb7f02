/** A record as written, before it is known to be right: every check reads it without trusting its shape. */

import { type Origin, spanIn } from '../model/dataset.ts'
import { daysInMonth } from '../model/day.ts'
import { type Code, type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import type { Kind } from '../model/record/kinds.ts'
import type { Said } from '../model/said.ts'
import type { Span } from '../model/source.ts'
import { namesIn } from './pointer.ts'

export interface Draft {
  readonly kind: Kind
  readonly id: string
  /** `undefined` where the file could not be read. */
  readonly data: unknown
  readonly origin: Origin
  /** Of the folder, for kinds that lie by year. */
  readonly year?: number
  /** The file has a wrong name: `id` is what it should have been, so that references to it are not told again. */
  readonly isMisnamed: boolean
}

export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  const found: unknown = Reflect.get(value, name)
  return found
}

/** @param pointer such as `/reached/total`. */
export function valueAt(draft: Draft, pointer: string): unknown {
  return namesIn(pointer).reduce(fieldOf, draft.data)
}

export function textAt(draft: Draft, pointer: string): string | undefined {
  const value = valueAt(draft, pointer)
  return typeof value === 'string' ? value : undefined
}

export function numberAt(draft: Draft, pointer: string): number | undefined {
  const value = valueAt(draft, pointer)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** A calendar day; what is no day was told already. */
export function dayAt(draft: Draft, pointer: string): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(textAt(draft, pointer) ?? '') ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(date) < 1) return undefined
  return Number(date) <= daysInMonth(Number(year), Number(month)) ? `${year}-${month}-${date}` : undefined
}

/** Pointers of the entries of a list. */
export function entriesAt(draft: Draft, pointer: string): readonly string[] {
  const value = valueAt(draft, pointer)
  return Array.isArray(value) ? value.map((_, index) => `${pointer}/${index}`) : []
}

export function has(draft: Draft, pointer: string): boolean {
  const value = valueAt(draft, pointer)
  return value !== undefined && value !== null
}

export function placeIn(draft: Draft, pointer: string, part: 'key' | 'value' = 'value'): Span {
  return spanIn(draft.origin, pointer, part)
}

/** Where something is missing from a record: the key of its map, or the beginning of the entry or record. */
export function placeOfLack(draft: Draft, pointer: string): Span {
  const node = draft.origin.spans.get(draft.origin.pointer + pointer)
  const span = placeIn(draft, pointer)
  if (pointer !== '' && node?.key) return { ...span, start: node.key[0], end: node.key[1] }
  return { ...span, end: span.start }
}

export function inconsistent(draft: Draft, pointer: string, message: Said, ...hints: Said[]): Diagnostic {
  return errorAt('record/inconsistent', placeIn(draft, pointer), message, ...hints)
}

export function doubtful(draft: Draft, pointer: string, message: Said, ...hints: Said[]): Diagnostic {
  return warningAt('record/inconsistent', placeIn(draft, pointer), message, ...hints)
}

export function wrongAt(code: Code, draft: Draft, pointer: string, ...words: [Said, ...Said[]]): Diagnostic {
  const [message, ...hints] = words
  return errorAt(code, placeIn(draft, pointer), message, ...hints)
}
