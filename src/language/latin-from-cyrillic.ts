/**
 * Uzbek in Latin letters, derived from Cyrillic by the alphabet of 1995 and its spelling rules (No 339). A draft for a
 * native editor: names from other languages and words that entered Latin with a spelling of their own need an eye. There is
 * no way back, for Latin does not tell ц from тс, nor э from е.
 */
import { machineText } from './machine-text.ts'

const letters: { readonly [cyrillic: string]: string } = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'x',
  ц: 's',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: 'ʼ',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ў: 'oʻ',
  қ: 'q',
  ғ: 'gʻ',
  ҳ: 'h',
}

/** What a letter becomes beside certain others, the first that fits. */
const beside: readonly (readonly [before: RegExp, letter: string, after: RegExp, latin: string])[] = [
  // е is ye at the start of a word and after a vowel or a sign; the sign itself goes.
  [/(?:^|[аеёиоуўэюяыъь])$/, 'е', /^/, 'ye'],
  [/[^аеёиоуўэюяы]$/, 'ъ', /^[еёюя]/, ''],
  [/ў$/, 'ъ', /^/, ''],
  [/./, 'ь', /^о/, 'y'],
  // ц between vowels is ts, elsewhere s.
  [/[аеёиоуўэюяы]$/, 'ц', /^[аеёиоуўэюяы]/, 'ts'],
  // с and ҳ are two sounds: Isʼhoq.
  [/с$/, 'ҳ', /^/, 'ʼh'],
]

/** Stems that Latin spells in its own way. */
const exceptions: { readonly [cyrillic: string]: string } = {
  сентябр: 'sentabr',
  октябр: 'oktabr',
  бюджет: 'budjet',
  мешчан: 'meshchan',
  мещан: 'meshshan',
  антициклон: 'antisiklon',
}

const months = 'январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр'
/** In dates Latin puts a hyphen after the number: 2022-yil 15-avgust. A span of years has none: 30 yil. */
const dated = new RegExp(
  `(?<=(?<!\\d)[12]\\d{3})[ \\u00a0](?=йил)|(?<=(?<!\\d)[0-3]?\\d)[ \\u00a0](?=(?:${months}))`,
  'g',
)

const kept = new RegExp(`(${machineText})`, 'gu')

export function latinFromCyrillic(text: string): string {
  return text
    .split(kept)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(dated, '-').replace(/[а-яёўқғҳ]+/giu, wordInLatin)))
    .join('')
}

function wordInLatin(word: string): string {
  const small = word.toLowerCase()
  const stem = Object.keys(exceptions).find(each => small.startsWith(each)) ?? ''
  const inCapitals = word.length > 1 && word === word.toUpperCase()
  const spelt = exceptions[stem] ?? ''
  const start = inCapitals ? spelt.toUpperCase() : word[0] === small[0] ? spelt : capitalised(spelt)
  const rest = Array.from(word.slice(stem.length), (letter, index) => letterInLatin(letter, small, stem.length + index))
  const whole = start + rest.join('')
  return inCapitals ? whole.toUpperCase() : whole
}

function letterInLatin(letter: string, word: string, at: number): string {
  const small = word[at] ?? ''
  const near = beside.find(
    ([before, own, after]) => own === small && before.test(word.slice(0, at)) && after.test(word.slice(at + 1)),
  )
  const latin = near?.[3] ?? letters[small] ?? letter
  return letter === small ? latin : capitalised(latin)
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
