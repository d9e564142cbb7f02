/** Letters and spaces that went wrong while typing or pasting: invisible in a proof, plain to search and screen readers. */
import { factsOf } from '../language/language.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { placeOf, prose, type Written } from './editorial-texts.ts'

export function checkLetters(written: Written): readonly Diagnostic[] {
  return [...checkSpaces(written), ...checkAlphabets(written), ...checkApostrophes(written)]
}

/** Between words only: at the start of a line spaces are Markdown's, in a table they align its columns. */
function checkSpaces(written: Written): readonly Diagnostic[] {
  const lines = written.text.split('\n').filter(line => !line.includes('|') && !/^\s*(?:```|~~~| {4})/.test(line))
  const found = lines.flatMap(
    line => /(?<!\S)\S+[ \u00a0]{2,}\S+/.exec(line.replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, ''))?.[0] ?? [],
  )
  const [first] = found
  if (first === undefined) return []
  const message = `Two spaces stand between words: “${first.replace(/\s+/, '  ')}”.`
  return [warningAt('editorial/double-space', placeOf(written, first), message, 'Leave one.')]
}

const invisible: readonly (readonly [RegExp, string])[] = [
  [/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/, 'turns the direction of the text'],
  [/[\u200b\u2060-\u2064\ufeff\u200c\u180e\u206a-\u206f]|\u034f/, 'has no width'],
  [/(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/u, 'has no width'],
  [/\u00ad/, 'is a soft hyphen; words are hyphenated by the page itself'],
  [/[\u2028\u2029\u0085]/, 'ends a line unseen'],
  [/[\u0080-\u0084\u0086-\u009f\ufff9-\ufffb]/, 'steers a terminal, not a text'],
  [/[\u{e0000}-\u{e0fff}]|(?<!\p{Emoji})\p{Variation_Selector}/u, 'marks or hides text unseen'],
  [/\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0/, 'looks like nothing and counts as a letter'],
  [/\p{Co}|\p{Noncharacter_Code_Point}/u, 'means something else on each machine'],
]

/** Nearly every text is made of these alone, and is looked at once. */
const plain = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u04ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116]*$/

/** Of every text that is printed anywhere: on a page, in a sheet, in a list of them. */
export function checkInvisible(written: Written): readonly Diagnostic[] {
  if (plain.test(written.text)) return []
  return invisible.flatMap(([sign, does]) => {
    const [found] = sign.exec(written.text) ?? []
    if (found === undefined) return []
    const message = `An invisible character (${codeOf(found)}) ${does}.`
    const hint = 'Delete it: type the words around it anew, or paste them as plain text.'
    return [warningAt('editorial/invisible-character', placeOf(written, found), message, hint)]
  })
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
    const message = `“${word}” mixes alphabets: ${alphabet} ${which} among ${among} letters.`
    const hint = `Type the word anew on the ${among} keyboard: searches do not find it as it is.`
    return [warningAt('editorial/mixed-alphabets', placeOf(written, word), message, hint)]
  })
}

/** A Latin abbreviation with a Cyrillic ending («GOнинг») is meant, unless its letters all have Cyrillic twins. */
const isSuffixed = (word: string, latin: string) =>
  /^\p{Script=Latin}{2,}\p{Script=Cyrillic}+$/u.test(word) && latin === latin.toUpperCase() && !latinTwins.test(latin)

const inCyrillic = ({ language, text }: Written) =>
  language.includes('Cyrl') || (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > text.length

/** The page prints oʻ, gʻ and ʼ whatever was typed; the record, which others copy from, still holds the wrong sign. */
function checkApostrophes(written: Written): readonly Diagnostic[] {
  if (factsOf(written.language).typography.apostrophes !== 'uzbek') return []
  const words = prose(written.text).match(/[\p{L}'`]+/gu) ?? []
  const found = [...new Set(words.flatMap(withTypedSign))]
  const [first] = found
  if (first === undefined) return []
  const more = found.length > 1 ? ` and ${found.length - 1} more` : ''
  const message = `“${first}”${more}: an apostrophe from the keyboard stands for an Uzbek letter.`
  const hint = 'The page prints oʻ, gʻ (U+02BB) and ʼ (U+02BC); write them in the record too.'
  return [warningAt('editorial/apostrophe', placeOf(written, first), message, hint)]
}

/** Without the quotation marks around it. In one look: a word of any length is read once. */
function withTypedSign(run: string): readonly string[] {
  const word = run.replace(/^['`]+/, '')
  if (/[oOgG]['`]$/.test(word)) return [word]
  const [unquoted = ''] = /^.*\p{L}/u.exec(word) ?? []
  return /['`]\p{L}/u.test(unquoted) ? [unquoted] : []
}
