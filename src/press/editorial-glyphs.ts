/**
 * What the fonts of the page do not have. A letter or digit that cannot be shown garbles a word, and whoever lacks one of a
 * script lacks all of it, with its marks and commas: told once, with what to do. Any other sign is only left out, and so is a
 * mark over a letter; what nobody sees is told by `checkInvisible`.
 */

import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { markedLetters, withMarksOfOneFont } from '../model/marked-letters.ts'
import { inEnglish, said } from '../model/said.ts'
import { codeOf } from './editorial-letters.ts'
import type { Shown } from './editorial-texts.ts'

/** Of several characters: whether one font has all. */
type Shows = (characters: string) => boolean

export function checkGlyphs(texts: readonly Shown[], shows: Shows): readonly Diagnostic[] {
  const missing = missingIn(texts, shows)
  const lacking = scriptsOf(missing)
  const signs = missing.filter(({ character }) => !isLetter(character) && !scriptAmong(character, lacking))
  return [...errorsOf(missing, lacking), ...[...signs, ...marksIn(texts, shows)].map(leftOut)]
}

/** Of letters alone. */
export function checkScripts(texts: readonly Shown[], shows: Shows): readonly Diagnostic[] {
  const missing = missingIn(texts, shows)
  return errorsOf(missing, scriptsOf(missing))
}

interface Missing {
  readonly of: Shown
  readonly character: string
  /** The letter with its marks, of a mark that fonts have, though not together with it. */
  readonly letter?: string
}

function missingIn(texts: readonly Shown[], shows: Shows): readonly Missing[] {
  return texts.flatMap(of =>
    [...new Set(of.text)]
      .filter(character => !unseen.test(character) && !shows(character))
      .map(character => ({ of, character })),
  )
}

/** Each once a text. */
function marksIn(texts: readonly Shown[], shows: Shows): readonly Missing[] {
  return texts.flatMap(of =>
    [...new Set(of.text.match(markedLetters))].flatMap(found => {
      const [letter = ''] = found
      const { left } = withMarksOfOneFont(found, shows)
      return shows(letter) ? left.filter(shows).map(character => ({ of, character, letter: found })) : []
    }),
  )
}

const unseen = /[\s\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u
const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character)

interface Script {
  /** For one that is not among those below: none, and each of its letters is told as it is. */
  readonly name: string
  readonly font: string
  readonly has: RegExp
}

/** Scripts that people write news in, with a font of each that may be had freely where its name is another than its script's. */
const named =
  'Arabic:Noto Naskh Arabic, Hebrew, Armenian, Georgian, Greek:Noto Sans, Ethiopic, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, ' +
  'Tamil, Telugu, Kannada, Malayalam, Sinhala, Thaana, Syriac, Nko, Adlam, Tifinagh, Thai, Lao, Khmer, Myanmar, Tibetan, Mongolian, ' +
  'Han:Noto Sans SC, Hiragana:Noto Sans JP, Katakana:Noto Sans JP, Hangul:Noto Sans KR, Bopomofo:Noto Sans TC, Cherokee, Javanese'
const scripts = named.split(', ').map((each): Script => {
  const [name = '', font = `Noto Sans ${name}`] = each.split(':')
  return { name, font, has: new RegExp(`\\p{Script_Extensions=${name}}`, 'u') }
})
const unnamed: Script = { name: '', font: 'Noto Sans', has: /[\p{L}\p{N}]/u }

/** Those of which a letter is missing; what several scripts share, digits and marks, is of the one whose letters are. */
function scriptsOf(missing: readonly Missing[]): readonly Script[] {
  const letters = missing.map(({ character }) => character).filter(isLetter)
  const own = scripts.filter(({ has }) => letters.some(each => /\p{L}/u.test(each) && has.test(each)))
  const rest = letters.filter(each => !scriptAmong(each, own))
  const shared = rest.map(each => scriptAmong(each, [...scripts, unnamed]) ?? unnamed)
  // The one without a name has every letter, so it comes last.
  return [...new Set([...own, ...shared])].toSorted((one, other) => Number(one === unnamed) - Number(other === unnamed))
}

const scriptAmong = (character: string, among: readonly Script[]): Script | undefined =>
  among.find(({ has }) => has.test(character))

function errorsOf(missing: readonly Missing[], lacking: readonly Script[]): readonly Diagnostic[] {
  const byScript = Map.groupBy(missing, ({ character }) => scriptAmong(character, lacking))
  return lacking.flatMap(script => {
    const all = byScript.get(script) ?? []
    const first = all.find(({ character }) => isLetter(character))
    return first ? [lackingScript(script, first, new Set(all.map(({ character }) => character)).size)] : []
  })
}

function lackingScript({ name, font }: Script, { of, character }: Missing, count: number): Diagnostic {
  const others = count > 1 ? said(' and {count} more', { count: count - 1 }) : ''
  const script = name === '' ? '' : said(': they lack the {name} script', { name })
  const message = said('The fonts of the page have no “{character}” ({code}){others}{script}.', {
    character,
    code: codeOf(character),
    others,
    script,
  })
  const what = count > 1 ? said('them') : said('it')
  const hint = said(
    'Drop a font that has {letters}, such as {font}, into templates/fonts/: no style needs to be changed.',
    { letters: what, font },
  )
  return {
    ...errorAt('editorial/missing-glyph', of.placeOf(character), message, hint),
    once: script === '' ? inEnglish(message) : inEnglish(script),
  }
}

function leftOut({ of, character, letter }: Missing): Diagnostic {
  const shown = /\p{M}/u.test(character) ? `◌${character}` : character
  const signed = /\p{Cn}/u.test(character)
    ? said('character {code}', { code: codeOf(character) })
    : said('“{shown}” ({code})', { shown, code: codeOf(character) })
  const over = letter === undefined ? '' : said(' over “{letter}”', { letter })
  const message = said('The fonts of the page have no {signed}{over}: the PDF leaves it out.', { signed, over })
  const hint = said('Say it in words; pictures belong under “photos”.')
  return warningAt('editorial/missing-glyph', of.placeOf(letter ?? character), message, hint)
}
