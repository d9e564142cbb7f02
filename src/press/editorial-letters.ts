/** Letters and spaces that went wrong while typing or pasting: invisible in a proof, plain to search and screen readers. */

import { type Diagnostic, mendedBy, warningAt } from '../model/diagnostic.ts'
import { type LanguagePacks, packOf } from '../model/language-pack.ts'
import { type Said, said } from '../model/said.ts'
import { inOneAlphabet, singleSpaces, spacesForTabs, uzbekApostrophes, withoutWidth } from './editorial-fixes.ts'
import { placeOf, prose, type Written } from './editorial-texts.ts'

export function checkLetters(written: Written, packs: LanguagePacks): readonly Diagnostic[] {
  const { apostrophes } = packOf(written.language, packs)
  const uzbek = apostrophes === 'uzbek' ? checkApostrophes(written) : []
  const spaces = checkSpaces(written).map(told => mendedBy(told, singleSpaces(written)))
  return [...spaces, ...checkAlphabets(written), ...uzbek.map(told => mendedBy(told, uzbekApostrophes(written)))]
}

/** Between words only: at the start of a line spaces are Markdown's, in a table they align its columns. */
function checkSpaces(written: Written): readonly Diagnostic[] {
  const lines = written.text.split('\n').filter(line => !line.includes('|') && !/^\s*(?:```|~~~| {4})/.test(line))
  const found = lines.flatMap(
    line => /(?<!\S)\S+[ \u00a0]{2,}\S+/.exec(line.replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, ''))?.[0] ?? [],
  )
  const [first] = found
  if (first === undefined) return []
  const message = said('Two spaces stand between words: “{first}”.', { first: first.replace(/\s+/, '  ') })
  return [warningAt('editorial/double-space', placeOf(written, first), message, said('Leave one.'))]
}

const invisible: readonly (readonly [RegExp, Said])[] = [
  [/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/, said('turns the direction of the text')],
  [/[\u200b\u2060-\u2064\ufeff\u200c\u180e\u206a-\u206f]|\u034f/, said('has no width')],
  [/(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/u, said('has no width')],
  [/\u00ad/, said('is a soft hyphen; words are hyphenated by the page itself')],
  [/[\u2028\u2029\u0085]/, said('ends a line unseen')],
  [/[\u0080-\u0084\u0086-\u009f\ufff9-\ufffb]/, said('steers a terminal, not a text')],
  [/[\u{e0000}-\u{e0fff}]|(?<!\p{Emoji})\p{Variation_Selector}/u, said('marks or hides text unseen')],
  [/\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0/, said('looks like nothing and counts as a letter')],
  [/\p{Co}|\p{Noncharacter_Code_Point}/u, said('means something else on each machine')],
]

/** Nearly every text is made of these alone, and is looked at once. */
const plain = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u04ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116]*$/

/** Of every text that is printed anywhere: on a page, in a sheet, in a list of them. */
export function checkInvisible(written: Written): readonly Diagnostic[] {
  if (plain.test(written.text)) return []
  return invisible.flatMap(([sign, does]) => {
    const [found] = sign.exec(written.text) ?? []
    if (found === undefined) return []
    const message = said('An invisible character ({code}) {does}.', { code: codeOf(found), does })
    const hint = said('Delete it: type the words around it anew, or paste them as plain text.')
    const told = warningAt('editorial/invisible-character', placeOf(written, found), message, hint)
    return [mendedBy(told, withoutWidth(found, written))]
  })
}

/** It comes with text pasted from a table or a word processor, and is as wide as it happens to be. */
export function checkTabs(written: Written): readonly Diagnostic[] {
  const { index: at } = /(?<=[^\s|])\t+(?=[^\s|])/.exec(written.text) ?? {}
  if (at === undefined) return []
  const [before = ''] = /\S*$/.exec(written.text.slice(Math.max(at - 30, 0), at)) ?? []
  const [, tabs = '', after = ''] = /^(\t+)(\S{0,30})/.exec(written.text.slice(at, at + 60)) ?? []
  const message = said('A tab stands between words: “{before} ⇥ {after}”.', { before, after })
  const told = warningAt(
    'editorial/tab',
    placeOf(written, `${before}${tabs}`),
    message,
    said('Put a plain space in its place.'),
  )
  return [mendedBy(told, spacesForTabs(written))]
}

export const codeOf = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Letters of one alphabet that look like letters of the other. */
const latinTwins = /^[ABCEHKMOPTXYaceopxyi]+$/

function checkAlphabets(written: Written): readonly Diagnostic[] {
  const words = prose(written.text).match(/[\p{L}\p{M}]+/gu) ?? []
  const mixed = words.filter(word => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word))
  return [...new Set(mixed)].flatMap(word => {
    const latin = word.match(/\p{Script=Latin}/gu) ?? []
    const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? []
    if (isSuffixed(word, latin.join(''))) return []
    const isCyrillic = cyrillic.length === latin.length ? inCyrillic(written) : cyrillic.length > latin.length
    const [strangers, alphabet, among] = isCyrillic ? [latin, 'Latin', 'Cyrillic'] : [cyrillic, 'Cyrillic', 'Latin']
    const which = [...new Set(strangers)].map(letter => `${letter} (${codeOf(letter)})`).join(', ')
    const message = said('“{word}” mixes alphabets: {alphabet} {which} among {among} letters.', {
      word,
      alphabet,
      which,
      among,
    })
    const hint = said('Type the word anew on the {among} keyboard: searches do not find it as it is.', { among })
    const told = warningAt('editorial/mixed-alphabets', placeOf(written, word), message, hint)
    return [mendedBy(told, cyrillic.length === latin.length ? undefined : inOneAlphabet(written, word, isCyrillic))]
  })
}

/** A Latin abbreviation with a Cyrillic ending («GOнинг») is meant, unless its letters all have Cyrillic twins. */
const isSuffixed = (word: string, latin: string) =>
  /^\p{Script=Latin}{2,}\p{Script=Cyrillic}+$/u.test(word) && latin === latin.toUpperCase() && !latinTwins.test(latin)

const inCyrillic = ({ language, text }: Written) =>
  language.includes('Cyrl') || (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > text.length

/** The page prints oʻ, gʻ and ʼ whatever was typed; the record, which others copy from, still holds the wrong sign. */
function checkApostrophes(written: Written): readonly Diagnostic[] {
  const words = prose(written.text).match(/[\p{L}'`]+/gu) ?? []
  const found = [...new Set(words.flatMap(withTypedSign))]
  const [first] = found
  if (first === undefined) return []
  const more = found.length > 1 ? said(' and {count} more', { count: found.length - 1 }) : ''
  const message = said('“{first}”{more}: an apostrophe from the keyboard stands for an Uzbek letter.', { first, more })
  const hint = said('The page prints oʻ, gʻ (U+02BB) and ʼ (U+02BC); write them in the record too.')
  return [warningAt('editorial/apostrophe', placeOf(written, first), message, hint)]
}

/** Without the quotation marks around it. In one look: a word of any length is read once. */
function withTypedSign(run: string): readonly string[] {
  const word = run.replace(/^['`]+/, '')
  if (/[oOgG]['`]$/.test(word)) return [word]
  const [unquoted = ''] = /^.*\p{L}/u.exec(word) ?? []
  return /['`]\p{L}/u.test(unquoted) ? [unquoted] : []
}
