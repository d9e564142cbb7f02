/**
 * The same field in several languages must tell the same numbers. Only digits are compared, as sets: order and
 * repetition differ between languages, and small or round numbers may be words in one of them.
 */
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Language } from '../model/text.ts'
import { placeOf, prose, type Written, type WrittenField } from './editorial-texts.ts'

/** @param mainLanguage is held against each of the others */
export function checkNumbers(field: WrittenField, mainLanguage: Language): readonly Diagnostic[] {
  const main = field.find(each => each.language === mainLanguage) ?? field[0]
  if (!main) return []
  const found = field.filter(each => each !== main).flatMap(other => difference(main, other) ?? [])
  const [first] = found
  if (!first) return []
  const isMainAlone =
    found.length > 1 && found.length === field.length - 1 && found.every(each => shown(each) === shown(first))
  return isMainAlone
    ? [tell(main, first.inMain, first.inOther)]
    : found.map(each => tell(each.other, each.inOther, each.inMain, main.language))
}

interface Difference {
  readonly other: Written
  /** Numbers, as typed, that the other text lacks. */
  readonly inMain: readonly string[]
  readonly inOther: readonly string[]
}

const shown = ({ inMain, inOther }: Difference) => [inMain.join(), inOther.join()].join(' ')

function difference(main: Written, other: Written): Difference | undefined {
  const [left, right] = [numbersIn(main), numbersIn(other)]
  const inMain = [...left].filter(([value]) => !right.has(value))
  const inOther = [...right].filter(([value]) => !left.has(value))
  /** Words on one side only: «шесть» for 6. Numbers left over on both sides are no words of one another. */
  const isWorded = inMain.length === 0 || inOther.length === 0
  const lacked = [...inMain, ...inOther]
  if (lacked.length === 0 || (isWorded && lacked.every(([value]) => mayBeWord(value)))) return undefined
  return { other, inMain: inMain.map(([, typed]) => typed), inOther: inOther.map(([, typed]) => typed) }
}

function tell(at: Written, own: readonly string[], theirs: readonly string[], against?: Language): Diagnostic {
  const rest = against === undefined ? 'the texts in all other languages' : `the text in ${against}`
  const [has, lacks] = against === undefined ? ['have', 'lack'] : ['has', 'lacks']
  const says =
    own.length === 0
      ? `lacks ${theirs.join(', ')}, which ${rest} ${has}`
      : theirs.length === 0
        ? `has ${own.join(', ')}, which ${rest} ${lacks}`
        : `has ${own.join(', ')} where ${rest} ${has} ${theirs.join(', ')}`
  return warningAt(
    'editorial/numbers-differ',
    placeOf(at, own[0] ?? at.text),
    `The text in ${at.language} ${says}.`,
    'Compare the languages: a number is wrong or missing in one of them.',
  )
}

/** Up to twenty, tens, and powers of ten are often written out. */
function mayBeWord(value: string): boolean {
  const number = Number(value)
  return number <= 20 || (number <= 100 && number % 10 === 0) || /^10+$/.test(value)
}

/** Canonical value -> as typed. */
function numbersIn({ text, language }: Written): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const add = (value: string, typed: string) => found.set(value, found.get(value) ?? typed)
  const rest = prose(text)
    .replace(clock, (typed, hour: string, minute: string) => add(`${Number(hour)}:${minute}`, typed) && ' ')
    .replace(halfDay, (typed, hour: string, minute = '00', half: string) => {
      const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
      return add(`${hours}:${minute}`, typed) && ' '
    })
    .replace(shortDate, (typed, day: string, _month: string, year: string) => {
      add(String(Number(day)), typed)
      return add(year, typed) && ' '
    })
  for (const [typed] of rest.matchAll(number)) add(canonical(typed, language), typed)
  return found
}

const halfDay = /(?<![\d.,])(\d{1,2})(?::(\d{2}))?[ \u00a0]?([ap])\.?m\b\.?/gi
const clock = /(?<![\d.,])(\d{1,2}):(\d{2})(?!\d|[ \u00a0]?[ap]\.?m\b)/gi
/** 15.08.2022: elsewhere the month may be a word, so it is not compared. */
const shortDate = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g
const number = /(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*/g

/** English groups by comma and marks decimals by point; elsewhere a comma marks decimals. */
function canonical(typed: string, language: Language): string {
  const joined = typed.replace(/[ \u00a0\u2009\u202f]/g, '')
  const isGrouped = language.startsWith('en') && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(joined)
  const plain = isGrouped ? joined.replaceAll(',', '') : joined.replace(',', '.')
  return Number.isNaN(Number(plain)) ? plain : String(Number(plain))
}
