/** Countries, their regions and time zones: ISO 3166-1 and -2, as the package `iso-3166` has them, and CLDR, as the runtime has it. */
import { iso31661, iso31662 } from 'iso-3166'

export interface Region {
  /** `KG-GB` */
  readonly code: string
  /** In Latin letters, as the standard romanizes the language of the country. */
  readonly name: string
}

export const isCountry = (code: string): boolean =>
  iso31661.some(({ alpha2, state }) => alpha2 === code && state === 'assigned')

/** The first level below the country, in the order of the standard; two of one name are told apart by their codes. */
export function regionsOf(country: string): readonly Region[] {
  const regions = iso31662.filter(({ parent }) => parent === country)
  const isAlone = (name: string): boolean => regions.filter(each => each.name === name).length === 1
  return regions.map(({ code, name }) => ({ code, name: isAlone(name) ? name : `${name} (${code})` }))
}

/** IANA names; none where the runtime does not know. An older one knows them by another name. */
export function zonesOf(country: string): readonly string[] {
  if (!isCountry(country)) return []
  const locale: object = new Intl.Locale(`und-${country}`)
  const zones: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function'
      ? locale.getTimeZones()
      : Reflect.get(locale, 'timeZones')
  return Array.isArray(zones) ? zones.filter(zone => typeof zone === 'string') : []
}
