/**
 * Soft hyphens (U+00AD) where a line may break a word: by the patterns of TeX, or Uzbek by its syllables, as its pack says.
 * Never in names and other words with a capital, in abbreviations, words with digits, compounds that have a hyphen
 * already, addresses and code. Apart from the rest of the room, because the patterns take their time to load.
 */
import type { Hyphenation } from '../model/language-pack.ts'
import { machineText } from './machine-text.ts'
import { cyrillicBreaks, latinBreaks } from './uzbek-syllables.ts'

/** How the words of a language are broken. */
export interface Breaking {
  /** The letters of its words: what is in another alphabet is not the language's to break. */
  readonly alphabet: RegExp
  /** A word -> the offsets at which a line may break it. */
  readonly breaks: (word: string) => readonly number[]
  /** The same words come again and again; where they break depends on nothing else. */
  readonly broken: Map<string, string>
}

const known = new Map<string, Promise<Breaking>>()

/** As the pack of a language says; the patterns of others are not loaded. */
export function breakingBy(hyphenation: Hyphenation): Promise<Breaking> {
  const key = JSON.stringify(hyphenation)
  const breaking = known.get(key) ?? load(hyphenation)
  known.set(key, breaking)
  return breaking
}

const syllables = { 'uzbek-latin': latinBreaks, 'uzbek-cyrillic': cyrillicBreaks }

async function load({ letters, patterns, syllables: rules }: Hyphenation): Promise<Breaking> {
  const alphabet = new RegExp(`^[${letters.replace(/[\\\]^-]/g, '\\$&')}]+$`, 'u')
  const breaks = rules ? syllables[rules] : patterns ? await breaksBy(patterns) : () => []
  return { alphabet, breaks, broken: new Map() }
}

/** Its name is of a closed list, held by the schema. */
async function breaksBy(patterns: NonNullable<Hyphenation['patterns']>): Promise<Breaking['breaks']> {
  const { default: library }: typeof import('hyphen/*') = await import(`hyphen/${patterns}/index.js`)
  return word => marksOf(library.hyphenateSync(word))
}

/**
 * Shorter words go over whole, and longer ones break into parts no shorter than this: text that is set ragged can bear
 * it, and reads better so. It is also a matter of time: each soft hyphen is a piece of text of its own to the printer.
 */
const shortest = 10
const part = 5

/** @param names of persons and organizations, as they stand in the text: no word of theirs is broken */
export function hyphenate(text: string, breaking: Breaking, names: readonly string[]): string {
  return text.replace(wordsExcept(names), (found, word?: string) =>
    word === undefined ? found : hyphenateWord(word, breaking),
  )
}

const wordsAround = new WeakMap<readonly string[], RegExp>()

/** What is kept as it is comes first and is eaten whole; what is left are words in small letters. */
function wordsExcept(names: readonly string[]): RegExp {
  const found = wordsAround.get(names)
  if (found) return found
  const whole = names.filter(name => name !== '').toSorted((a, b) => b.length - a.length)
  const kept = [machineText, ...whole.map(name => `(?<!\\p{L})${asWritten(name)}(?!\\p{L})`)]
  const letter = '[\\p{L}\\p{N}\\u00ad]'
  const word = `(?<!${letter}[-.@/_:]?)(\\p{Ll}[\\p{Ll}ʻʼ]{${shortest - 1},})(?![-.@/_:]?${letter})`
  const made = new RegExp(`${kept.join('|')}|${word}`, 'gu')
  wordsAround.set(names, made)
  return made
}

const asWritten = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Longer than any word of these languages: the library takes quadratic time, and the page breaks it anywhere. */
const longestWord = 300

function hyphenateWord(word: string, { alphabet, breaks, broken }: Breaking): string {
  const found = broken.get(word)
  if (found !== undefined) return found
  const cuts = word.length <= longestWord && alphabet.test(word) ? apart(breaks(word), word.length) : []
  const made = [0, ...cuts].map((cut, index) => word.slice(cut, cuts[index])).join('\u00ad')
  broken.set(word, made)
  return made
}

function apart(cuts: readonly number[], length: number): readonly number[] {
  const kept: number[] = []
  for (const cut of cuts) if (cut - (kept.at(-1) ?? 0) >= part && length - cut >= part) kept.push(cut)
  return kept
}

function marksOf(marked: string): readonly number[] {
  let end = 0
  const ends = marked.split('\u00ad').map(piece => {
    end += piece.length
    return end
  })
  return ends.slice(0, -1)
}
