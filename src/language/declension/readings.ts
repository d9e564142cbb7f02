/** Which word of a name is what: every way to read it that its words allow, and of these the likeliest. */
import { genderOfGivenName, isForeign, isKnown, isOfTheRegion } from './known-names.ts'
import type { Gender } from './paradigm.ts'
import { genderOf, isAttached, isPatronymic } from './patronymics.ts'
import type { Bearer } from './surnames.ts'

/** `clan`: a Chinese or Korean surname, which stays before the name. */
export type Part = 'first' | 'middle' | 'last' | 'clan'
export interface Reading {
  readonly parts: readonly Part[]
  readonly gender: Gender
  readonly bearer: Bearer
}

/** Names as they are written in Russian, the surname first or last. A name of four words is read in no way. */
const orders: readonly (readonly Part[])[] = [
  ['first'],
  ['last'],
  ['first', 'last'],
  ['last', 'first'],
  ['first', 'middle'],
  ['last', 'middle'],
  ['middle', 'first'],
  ['clan', 'first'],
  ['first', 'middle', 'last'],
  ['last', 'first', 'middle'],
]

/** @param gender none where it is not known: then both are possible, unless a patronymic or a given name tells it */
export function readingsOf(words: readonly string[], hasInitials: boolean, gender: Gender | undefined): Reading[] {
  const genders: readonly Gender[] = gender ? [gender] : ['female', 'male']
  const allowed = hasInitials ? [['last'] as const] : orders
  const possible = genders.flatMap(each =>
    allowed
      .filter(parts => parts.length === words.length && canBegin(parts, words))
      .filter(parts => parts.every((part, at) => canBe(words[at] ?? '', part, each)))
      .map(parts => ({ parts, gender: each, bearer: bearerOf(words, parts, each) })),
  )
  const best = Math.max(...possible.map(each => likelihood(each, words)))
  return possible.filter(each => likelihood(each, words) === best || mayBeToo(each, words, gender))
}

/** Асан уулу Бакыт; Сунь Ятсен, Ян Вэй, but not Цой Виктор, whose name is of the region. */
function canBegin([part]: readonly Part[], words: readonly string[]): boolean {
  if (part === 'middle') return / /.test(words[0] ?? '')
  return part !== 'clan' || words.every(word => genderOfGivenName(word) === undefined || /^ян$/i.test(word))
}

/**
 * As likely as the likeliest: a Chinese name wherever it may be one; and of Надя Мурад, Айпери Карина that the surname is
 * last, though it is a common given name, where the word before is no common one.
 */
function mayBeToo({ parts, gender }: Reading, words: readonly string[], told: Gender | undefined): boolean {
  const [first = '', last = ''] = words
  const endsAsSurname = /...(?:[иы]н|[сц]к.+)а?$/
  if (parts[0] === 'clan') return !endsAsSurname.test(last)
  if (parts.join() !== 'first,last' || likenessToSurname(first, gender) !== 0 || endsAsSurname.test(first)) return false
  const isOfAnother = told === undefined && ![gender, undefined].includes(genderOfGivenName(last))
  return isOfAnother || (gender === 'female' && isKnown(last, 'female') && /[иы]на$/i.test(last))
}

function canBe(word: string, part: Part, gender: Gender): boolean {
  const isFather = isPatronymic(word) && (!isAttached(word) || word.includes(' '))
  if (part === 'clan') return /^[^аеёиоуыэюя]*[аеёиоуыэюя]+[^аеёиоуыэюя]*$/i.test(word)
  if (part === 'middle') return isPatronymic(word) && genderOf(word) === gender
  if (part === 'first') return !isFather && !isOnlySurname(word) && (genderOfGivenName(word) ?? gender) === gender
  if (gender === 'male' && genderOfGivenName(word) === 'female') return false
  return !isFather || word.toLowerCase().endsWith('ич')
}

function bearerOf(words: readonly string[], parts: readonly Part[], gender: Gender): Bearer {
  const first = words[parts.indexOf('first')]
  if (parts.includes('middle')) return 'of the region'
  if (first === undefined) return 'initials'
  if (!isKnown(first, gender) || isForeign(first)) return 'stranger'
  return isOfTheRegion(first) ? 'of the region' : 'initials'
}

function likelihood({ parts, gender }: Reading, words: readonly string[]): number {
  const weights = parts.map((part, at) => {
    const weight = likenessToSurname(words[at] ?? '', gender)
    return part === 'last' ? weight : part === 'first' ? -weight : 0
  })
  return weights.reduce((sum, each) => sum + each, 0)
}

/** КИМ Мадина: capitals are for surnames. */
function likenessToSurname(word: string, gender: Gender): number {
  if (isKnown(word, gender)) return -1
  if (word === word.toUpperCase()) return 1
  return isOnlySurname(word) || isRatherSurname.test(word) ? 1 : 0
}

/** Шевченко, Думбадзе, and the Korean ones that are common in the region. */
const isRatherSurname = new RegExp(
  `...(?:енко|швили|дзе|[аяь]нц|[чщн]ук|[оеё]вич)$|.гай$|^(?:ан|ван|дё|кан|ким|ко|ли|мун|нам|ни|пак|те|тен|тё|тян|хан|
  хван|цой|цхай|чен|чон|шин|эм|юн)$`.replace(/\s/g, ''),
  'i',
)

const isOnlySurname = (word: string) =>
  /...(?:[оеё]ва?|(?:улл|[шчн]к)ина?|[сц]к(?:ий|ой|ая))$/i.test(word) && genderOfGivenName(word) === undefined
