/** What surrounds a release where it is published. */
import type { Dataset } from '../model/dataset.ts'
import type { Surroundings } from '../render/beside/surroundings.ts'

/** The languages of a release, whichever of them are asked for: what a page links to does not depend on a filter. */
export function surroundings({ society }: Dataset, told: readonly string[]): Surroundings {
  const { fdrs_code: code, country, time_zone: timeZone, languages } = society.data
  const issuer = (code ?? country).toLowerCase()
  return { issuer, timeZone, languages: languages.filter(language => told.includes(language)) }
}
