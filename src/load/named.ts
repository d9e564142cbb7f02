/**
 * What the world names: time zones, countries, languages. A name that nothing knows would end in an exception, or take
 * whatever the machine has in its place, so a record that holds one is in error before anything is made of it.
 */

import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { didYouMean } from '../model/nearest.ts'
import { type Said, said } from '../model/said.ts'
import { languagePattern } from '../model/text.ts'
import { isTimeZone } from '../model/time-zone.ts'
import { type Draft, entriesAt, placeIn, textAt } from './draft.ts'

export function checkNamed(draft: Draft): readonly Diagnostic[] {
  const languages =
    draft.kind === 'society' ? entriesAt(draft, '/languages').flatMap(at => checkLanguage(draft, at)) : []
  return [...checkZone(draft), ...checkCountry(draft), ...languages]
}

function wrong(draft: Draft, pointer: string, message: Said, ...hints: Said[]): readonly Diagnostic[] {
  return [errorAt('record/wrong-value', placeIn(draft, pointer), message, ...hints)]
}

function checkZone(draft: Draft): readonly Diagnostic[] {
  const zone = draft.kind === 'society' ? textAt(draft, '/time_zone') : undefined
  if (zone === undefined || zone === '' || isTimeZone(zone)) return []
  const near = didYouMean(zone, Intl.supportedValuesOf('timeZone'))
  const rule = said('Write an IANA name, of a continent and a city: Asia/Tashkent.')
  return wrong(
    draft,
    '/time_zone',
    said('“{zone}” is not a time zone.', { zone }),
    ...(near === undefined ? [] : [near]),
    rule,
  )
}

/** Not what CLDR keeps for private use, groups of countries, and tests. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

function checkCountry(draft: Draft): readonly Diagnostic[] {
  const country = textAt(draft, '/country')
  if (country === undefined || !/^[A-Z]{2}$/.test(country) || isCountry(country)) return []
  const today = canonical(country)
  const hint =
    today === country ? said('Write the two letters of ISO 3166-1: UZ, KZ, CH.') : said('Write {today}.', { today })
  return wrong(draft, '/country', said('“{country}” is not the code of a country.', { country }), hint)
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const isCountry = (code: string): boolean =>
  !noCountries.has(code) && canonical(code) === code && countryNames.of(code) !== undefined

/** `UK`, which many write, is `GB`; countries that are no more are those that followed. */
const canonical = (code: string): string => Intl.getCanonicalLocales(`und-${code}`)[0]?.slice(4) ?? code

function checkLanguage(draft: Draft, pointer: string): readonly Diagnostic[] {
  const language = textAt(draft, pointer)
  if (language === undefined || !new RegExp(languagePattern).test(language)) return []
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length > 0) return []
  const message = said('Nothing here knows how “{language}” writes dates and numbers.', { language })
  const hint = said('They would come out in whatever language the machine has: take the language out of “languages”.')
  return wrong(draft, pointer, message, hint, said('A tag is of BCP 47, such as ru, uz-Latn, uz-Cyrl, en.'))
}
