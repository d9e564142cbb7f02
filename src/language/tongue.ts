/** How a language says it: what its pack says, and where that says nothing, CLDR. */
import { type LanguagePack, type LanguagePacks, type NumberWords, packOf } from '../model/language-pack.ts'
import type { Language } from '../model/text.ts'
import { cldr, type Said } from './cldr.ts'
import { daysBy, filled } from './days.ts'

export interface Tongue extends Said {
  readonly language: Language
  /** Names of organizations, where a language joins them otherwise than words: English repeats the article. */
  readonly names?: (items: readonly string[]) => string
  readonly typography: Typography
  readonly numberWords?: NumberWords
}

export type Typography = Pick<
  LanguagePack,
  | 'initials'
  | 'not_initials'
  | 'never_last'
  | 'after_number'
  | 'never_first'
  | 'spaced'
  | 'quotes'
  | 'dash'
  | 'apostrophes'
>

const known = new WeakMap<LanguagePacks, Map<Language, Tongue>>()

/** The same one as long as the packs are the same. */
export function tongueOf(language: Language, packs: LanguagePacks): Tongue {
  const ofPacks = known.get(packs) ?? new Map<Language, Tongue>()
  known.set(packs, ofPacks)
  const tongue = ofPacks.get(language) ?? tongueFrom(language, packOf(language, packs))
  ofPacks.set(language, tongue)
  return tongue
}

/** Where no pack says what keeps together. */
const everywhere: Typography = { never_last: ['№', '§'], after_number: ['%'] }

function tongueFrom(language: Language, pack: LanguagePack): Tongue {
  const standard = cldr(pack.locale ?? language)
  const { moment, list, names, number, percent, number_words: numberWords } = pack
  return {
    language,
    ...standard,
    ...daysBy(pack, standard.months),
    ...(moment && { moment: (day, time, zone) => filled(moment, { day, time, zone }) }),
    ...(list && { list: joinedBy(list) }),
    ...(names && { names: joinedBy(names) }),
    ...(number && { number: numberBy(number) }),
    ...(percent && { percent: text => filled(percent, { number: text }) }),
    ...(numberWords && { numberWords }),
    typography: { ...everywhere, ...pack },
  }
}

/** A, B <and> C. */
const joinedBy =
  ({ between, last }: NonNullable<LanguagePack['list']>) =>
  (items: readonly string[]): string => {
    const end = items.at(-1) ?? ''
    return items.length < 2 ? end : `${items.slice(0, -1).join(between)}${last}${end}`
  }

/** Digits in threes, from `from` digits on. */
const numberBy =
  ({ group, decimal, from }: NonNullable<LanguagePack['number']>) =>
  (value: number, decimals?: number): string => {
    const digits = decimals === undefined ? Math.abs(value).toString() : Math.abs(value).toFixed(decimals)
    const [whole = '', fraction] = digits.split('.')
    const grouped = whole.length < from ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group)
    return `${value < 0 ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`
  }
