/** The running text of a printed release, with the places at which a line may break its words. */
import { hyphenate } from '../language/hyphenation.ts'
import type { Language } from '../model/text.ts'

export const hyphenator =
  (language: Language, names: readonly string[]) =>
  (text: string): string =>
    hyphenate(text, language, names)
