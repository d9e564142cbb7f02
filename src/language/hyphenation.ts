/**
 * Soft hyphens (U+00AD) where a line may break a word: Russian and English by the patterns of TeX, Uzbek by its syllables.
 * Never in names and other words with a capital, in abbreviations, words with digits, compounds that have a hyphen
 * already, addresses and code. Apart from the rest of the room, because the patterns take their time to load.
 */
import british from 'hyphen/en-gb/index.js'
import russian from 'hyphen/ru/index.js'
import type { Language } from '../model/text.ts'
import { nearest } from './language.ts'
import { machineText } from './machine-text.ts'
import { cyrillicBreaks, latinBreaks } from './uzbek-syllables.ts'

interface Breaking {
  /** The letters of its words: what is in another alphabet is not the language's to break. */
  readonly alphabet: RegExp
  /** A word -> the offsets at which a line may break it. */
  readonly breaks: (word: string) => readonly number[]
}

const uzbekLatin = { alphabet: /^[a-zʻʼ]+$/, breaks: latinBreaks }
const languages: { readonly [language: Language]: Breaking } = {
  ru: { alphabet: /^[а-яё]+$/, breaks: word => marksOf(russian.hyphenateSync(word)) },
  en: { alphabet: /^[a-z]+$/, breaks: word => marksOf(british.hyphenateSync(word)) },
  uz: uzbekLatin,
  'uz-Latn': uzbekLatin,
  'uz-Cyrl': { alphabet: /^[а-яёўқғҳ]+$/, breaks: cyrillicBreaks },
}

/**
 * Shorter words go over whole, and longer ones break into parts no shorter than this: text that is set ragged can bear
 * it, and reads better so. It is also a matter of time: each soft hyphen is a piece of text of its own to the printer.
 */
const shortest = 10
const part = 5

/** @param names of persons and organizations, as they stand in the text: no word of theirs is broken */
export function hyphenate(text: string, language: Language, names: readonly string[]): string {
  const breaking = nearest(languages, language)
  if (!breaking) return text
  return text.replace(wordsExcept(names), (found, word?: string) =>
    word === undefined ? found : hyphenateWord(word, language, breaking),
  )
}

const patterns = new WeakMap<readonly string[], RegExp>()

/** What is kept as it is comes first and is eaten whole; what is left are words in small letters. */
function wordsExcept(names: readonly string[]): RegExp {
  const known = patterns.get(names)
  if (known) return known
  const whole = names.filter(name => name !== '').toSorted((a, b) => b.length - a.length)
  const kept = [machineText, ...whole.map(name => `(?<!\\p{L})${asWritten(name)}(?!\\p{L})`)]
  const letter = '[\\p{L}\\p{N}\\u00ad]'
  const word = `(?<!${letter}[-.@/_:]?)(\\p{Ll}[\\p{Ll}ʻʼ]{${shortest - 1},})(?![-.@/_:]?${letter})`
  const made = new RegExp(`${kept.join('|')}|${word}`, 'gu')
  patterns.set(names, made)
  return made
}

const asWritten = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Longer than any word of these languages: the library takes quadratic time, and the page breaks it anywhere. */
const longestWord = 300

/** The same words come again and again; where they break depends on nothing else. */
const broken = new Map<string, string>()

function hyphenateWord(word: string, language: Language, { alphabet, breaks }: Breaking): string {
  const key = `${language} ${word}`
  const known = broken.get(key)
  if (known !== undefined) return known
  const cuts = word.length <= longestWord && alphabet.test(word) ? apart(breaks(word), word.length) : []
  const made = [0, ...cuts].map((cut, index) => word.slice(cut, cuts[index])).join('\u00ad')
  broken.set(key, made)
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
