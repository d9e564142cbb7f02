/** Diagnostics as they are told in English: what tests compare. */
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish } from '../../src/model/said.ts'

export type InWords<T> = Omit<T, 'message' | 'hints'> & { readonly message: string; readonly hints: readonly string[] }

export const inWords = <T extends Pick<Diagnostic, 'message' | 'hints'>>(told: readonly T[]): readonly InWords<T>[] =>
  told.map(each => ({ ...each, message: inEnglish(each.message), hints: each.hints.map(inEnglish) }))
