/** What was said of a society that is to have a workspace, and the society that it makes. */

import { currencyCodes } from '../../model/currency.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { type Said, said } from '../../model/said.ts'
import { type Language, languagePattern } from '../../model/text.ts'
import { isCountry, regionsOf, zonesOf } from './regions.ts'

/** As on the command line: a text begins with its language, `ru=…`, or is in the main one. */
export interface InitWords {
  readonly languages?: readonly string[]
  readonly name?: readonly string[]
  readonly abbreviation?: readonly string[]
  readonly seat?: readonly string[]
  readonly country?: string
  readonly region?: string
  readonly timeZone?: string
  readonly currency?: string
  readonly partner?: readonly string[]
}

export type Texts = { readonly [language: Language]: string }

export interface Society {
  readonly languages: readonly Language[]
  readonly name: Texts
  readonly shortName: Texts
  readonly seat: Texts
  readonly country: string
  /** ISO 3166-2 code of the region of the seat, where it is known. */
  readonly region?: string
  readonly timeZone: string
  readonly currency: string
  /** Ids or names. */
  readonly partners: readonly string[]
}

export const usualPartners = ['icrc', 'ifrc']

/** What would be told of one answer. */
export function wrongIn(words: InitWords): Said | undefined {
  const { languages = [], country, currency, timeZone, region } = words
  const tag = languages.find(each => !new RegExp(languagePattern).test(each))
  if (tag !== undefined) return said('“{tag}” is not a language tag: write ru, en, uz-Latn.', { tag })
  if (country !== undefined && !isCountry(country))
    return said('“{country}” is no country: write its code of two letters, KG.', { country })
  if (currency !== undefined && !currencyCodes.includes(currency))
    return said('“{currency}” is no currency: write its code of three letters, KGS.', { currency })
  if (timeZone !== undefined && !isTimeZone(timeZone))
    return said('“{timeZone}” is no time zone: write Asia/Bishkek.', { timeZone })
  const isOfCountry =
    region === undefined || country === undefined || regionsOf(country).some(({ code }) => code === region)
  return isOfCountry
    ? undefined
    : said('“{region}” is no region of {country}: {regions}.', {
        region,
        country,
        regions: regionsOf(country)
          .map(({ code, name }) => `${code} (${name})`)
          .join(', '),
      })
}

/** What lacks is lent by what there is: whoever hands in less has agreed to that. */
export function societyFrom(words: InitWords): Society {
  const wrong = wrongIn(words)
  if (wrong !== undefined) throw new EnvironmentFault(wrong)
  const { languages = [], country = '' } = words
  const name = textsIn(words.name, languages)
  const seat = textsIn(words.seat, languages)
  const region = words.region ?? regionsOf(country).find(each => Object.values(seat).includes(each.name))?.code
  return {
    languages,
    country,
    name: inEach(languages, name),
    seat: inEach(languages, seat),
    shortName: textsIn(words.abbreviation, languages),
    timeZone: words.timeZone ?? zonesOf(country)[0] ?? 'UTC',
    currency: words.currency ?? 'CHF',
    partners: words.partner && words.partner.length > 0 ? words.partner : usualPartners,
    ...(region !== undefined && { region }),
  }
}

export function textsIn(texts: readonly string[] | undefined, languages: readonly Language[]): Texts {
  const pairs = (texts ?? []).map((written): readonly [string, string] => {
    const [, language = '', text = ''] = /^([a-zA-Z-]+)=(.*)$/s.exec(written) ?? []
    return languages.includes(language) ? [language, text.trim()] : [languages[0] ?? '', written.trim()]
  })
  return Object.fromEntries(pairs)
}

function inEach(languages: readonly Language[], texts: Texts): Texts {
  const [any = ''] = Object.values(texts)
  return Object.fromEntries(languages.map(language => [language, texts[language] ?? any]))
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
