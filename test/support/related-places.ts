/** The other places of a mistake, as golden files keep them: where each is, and what is said of it. */
import { addressOf, located } from '../../src/diagnostics/located.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish } from '../../src/model/said.ts'

export const relatedPlaces = (told: Diagnostic): readonly string[] =>
  located([told]).flatMap(({ beside }) =>
    beside.map(({ passage, message }) => `  ::: ${addressOf(passage)} ${inEnglish(message)}`),
  )

/** Of all mistakes that have any. */
export const allRelatedPlaces = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  located(diagnostics).flatMap(({ diagnostic, passage }) => {
    const places = relatedPlaces(diagnostic)
    const address = passage ? addressOf(passage) : '-'
    return places.length === 0 ? [] : [`${address} ${inEnglish(diagnostic.message)}`, ...places]
  })
