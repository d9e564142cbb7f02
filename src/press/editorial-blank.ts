/** Texts of which no page shows anything: a headline of one emoji that the fonts lack would be an empty heading. */

import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import { placeOf, type Written } from './editorial-texts.ts'

/** A letter that the fonts lack is told by itself, and so are spaces alone. */
export function checkBlank(written: Written, shows: (character: string) => boolean): readonly Diagnostic[] {
  const { text } = written
  const isSeen = (character: string): boolean =>
    /[\p{L}\p{N}]/u.test(character) || (!unseen.test(character) && shows(character))
  if (text.trim() === '' || Array.from(text).some(isSeen)) return []
  const message = said('The page shows nothing of this text: it holds no letter, and no sign that the fonts have.')
  const hint = said('Say it in words, or remove the field.')
  return [errorAt('editorial/missing-glyph', placeOf(written, text), message, hint)]
}

const unseen = /[\s\p{C}\p{Default_Ignorable_Code_Point}]/u
