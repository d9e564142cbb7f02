/**
 * Which characters the fonts of templates/ can show, and a model without those that none can. What no font holds would be
 * printed in a font of this machine, or as an empty box (.notdef), which PDF/A-3 6.2.11.8 and PDF/UA-1 7.21.8 forbid.
 */
import { markedLetters, withMarksOfOneFont } from '../../model/marked-letters.ts'
import type { CodeRange, TemplateSet } from '../../model/templates.ts'

/**
 * Whether one of the fonts has the character. Fonts stand in for one another (`font-family` in page.css), but a letter and
 * the marks over it come from one: of several characters, one font has all, joined or apart (UAX #15).
 */
export type Coverage = (characters: string) => boolean

type Fonts = TemplateSet['fonts']
const known = new WeakMap<Fonts, Coverage>()

/** Without a font nothing is known, and every character passes. */
export function coverageOf(fonts: Fonts): Coverage {
  const made = known.get(fonts) ?? coverageFrom([...fonts.values()].map(({ covers }) => covers))
  known.set(fonts, made)
  return made
}

/** @param all by font */
function coverageFrom(all: readonly (readonly CodeRange[])[]): Coverage {
  if (all.length === 0) return () => true
  const seen = new Map<string, boolean>()
  return characters => {
    const found = seen.get(characters)
    if (found !== undefined) return found
    const isOne = characters.length === 1
    const forms = isOne ? [characters] : [characters, characters.normalize('NFC'), characters.normalize('NFD')]
    const has = forms.some(form => all.some(ranges => Array.from(form).every(each => isIn(ranges, each))))
    seen.set(characters, has)
    return has
  }
}

function isIn(ranges: readonly CodeRange[], character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return ranges.some(([first, last]) => first <= code && code <= last)
}

/** The same texts without the signs and marks that no font shows. Letters stay: a letter that is missing is an error. */
export function printable<T>(value: T, shows: Coverage): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape, its texts aside
  return withoutUnseen(value, shows) as T
}

function withoutUnseen(value: unknown, shows: Coverage): unknown {
  if (typeof value === 'string') return printableText(value, shows)
  if (Array.isArray(value)) return value.map(each => withoutUnseen(each, shows))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutUnseen(each, shows)]))
}

/** Signs, and the emoji that joiners, variation selectors and skin tones make of several. */
const pictures =
  /(?:\p{S}|\p{P}|\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\ufe0e|\ufe0f|\u200d|\u20e3|\p{Emoji_Modifier})*/gu

function printableText(text: string, shows: Coverage): string {
  if (plain.test(text)) return text
  const marked = text.replace(pictures, found => (shows(firstOf(found)) ? found : unseen))
  const alone = marked.replace(unshown, found => without(found, shows))
  const seen = alone.replace(markedLetters, found => withMarksOfOneFont(found, shows).kept)
  return seen.replace(gap, (_, before: string, after: string, at: number) => {
    if (before !== '' && after !== '') return before
    const isAtStart = at === 0 || seen[at - 1] === '\n'
    return isAtStart ? '' : after
  })
}

const firstOf = (characters: string): string => String.fromCodePoint(characters.codePointAt(0) ?? 0)

/** Nearly every text is made of these alone, and the packaged fonts have them. */
const plain = /^[a-zA-Z0-9 \n\u00a0\u00c0-\u02af\u0400-\u0481\u048a-\u04ff.,:;!?«»()"'—–-]*$/

/** What is no letter and no sign: marks over letters, what steers a text, private and unassigned characters, odd spaces. */
const unshown = /[\p{M}\p{C}\p{Zs}\p{Default_Ignorable_Code_Point}]/gu
/** Line ends and tabs; soft hyphens, places to break, joiners and directions, which need no glyph. */
const steering = /[\t\n\r\u00ad\u061c\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069]/

/** A variation selector chooses between glyphs that our fonts do not have; U+202D and U+202E show letters in a false order. */
function without(found: string, shows: Coverage): string {
  if (found === unseen || steering.test(found)) return found
  if (/[\p{Variation_Selector}\u202d\u202e\ufeff]/u.test(found)) return ''
  // A narrow no-break space is none to what reads aloud or searches.
  if (found === '\u202f') return '\u00a0'
  if (shows(found)) return found
  return /\p{Zs}/u.test(found) ? ' ' : ''
}

/** Marks where something was, until the spaces beside it are mended. A non-character: no text holds it. */
const unseen = '\ufdd0'
const gap = new RegExp(`([ \\u00a0]?)${unseen}+([ \\u00a0]?)`, 'g')
