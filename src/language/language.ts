/** Which table speaks for a language: its own, its script's, or CLDR's. */
import type { Language } from '../model/text.ts'
import { cldr } from './facts/cldr.ts'
import { en } from './facts/en.ts'
import { ru } from './facts/ru.ts'
import { uzCyrl } from './facts/uz-cyrl.ts'
import { uzLatn } from './facts/uz-latn.ts'
import type { Facts } from './facts.ts'

const own: { readonly [language: Language]: Facts } = {
  ru,
  en,
  uz: uzLatn,
  'uz-Latn': uzLatn,
  'uz-Cyrl': uzCyrl,
}

export function factsOf(language: Language): Facts {
  return nearest(own, language) ?? cldr(language)
}

/** `uz-Cyrl-UZ` is looked for as itself, then as `uz-Cyrl`, then as `uz`. */
export function nearest<T>(table: { readonly [language: Language]: T }, language: Language): T | undefined {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    if (Object.hasOwn(table, tag)) return table[tag]
  }
  return undefined
}
