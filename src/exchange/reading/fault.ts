/** What a cell comes to: a value of its field, or why it is none. */

import type { Code } from '../../model/diagnostic.ts'
import type { Said } from '../../model/said.ts'

/** A value as a record holds it. */
export type Plain = string | number | readonly Plain[] | { readonly [name: string]: Plain }

/** A value in a message or a comparison; of a list its parts. */
export function plainText(value: Plain | undefined): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (value === undefined) return ''
  return Object.values(value).map(plainText).join(', ')
}

export interface Fault {
  readonly code: Code
  readonly message: Said
  readonly hints: readonly Said[]
}

export type Read<V = Plain> = { readonly value: V } | { readonly fault: Fault }

export const wrong = (message: Said, ...hints: Said[]): { readonly fault: Fault } => ({
  fault: { code: 'import/wrong-value', message, hints },
})

export const ambiguous = (message: Said, ...hints: Said[]): { readonly fault: Fault } => ({
  fault: { code: 'import/ambiguous', message, hints },
})
