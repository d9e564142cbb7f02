/** What a release does not say of itself: who issues it under which code, and in which other languages it stands. */
import type { ReleaseModel } from '../../model/document.ts'
import type { Language } from '../../model/text.ts'
import { offsetIn } from '../../model/time-zone.ts'

export interface Surroundings {
  /** Code of the society, as the last part of a URN may be written: `duz001`. */
  readonly issuer: string
  /** IANA name, in which the days of the record are days. */
  readonly timeZone: string
  /** The languages in which this release is built, its own among them, the main one first. */
  readonly languages: readonly Language[]
}

/** The same for every build of a release, wherever it is published. */
export const uriOf = ({ id }: ReleaseModel, language: Language, { issuer }: Surroundings) =>
  `urn:khabar:${issuer}:${id}:${language}`

/** Midnight there, as RFC 3339 wants it. */
export function startOfDay(day: string, timeZone: string): string {
  return `${day}T00:00:00${offsetIn(timeZone, `${day}T00:00:00Z`)}`
}

/** Day of the last change that readers are told of. */
export const changedOn = ({ issued, release }: ReleaseModel) => release.corrected?.iso ?? issued.iso
