/** Which numbers a text tells, however its language writes them: in digits, in words, with «тыс.», as times and dates. */
import type { Tongue } from '../tongue.ts'
import { canonical, digits, readingsOf, timeOf, withPlainDigits } from './digits.ts'
import { numberWord } from './lexicon.ts'

export interface ToldNumber {
  readonly typed: string
  /** What it may mean: `38000`, `9:30`. Two numbers are one where they share a meaning. */
  readonly readings: readonly string[]
  /** `vague`: a word that may be no number, or a Roman one; never missed elsewhere. */
  readonly kind: 'digits' | 'word' | 'vague'
}

export function numbersIn(text: string, tongue: Tongue): readonly ToldNumber[] {
  const found: Placed[] = []
  let rest = withPlainDigits(text)
  for (const [pattern, read] of dated) {
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const groups = match.map(each => (typeof each === 'string' ? each : ''))
      const at = Number(match.find(each => typeof each === 'number'))
      const [whole = ''] = groups
      const told = read(groups)
      if (told.length === 0) return whole
      const typed = text.slice(at, at + whole.length).trim()
      found.push(
        ...told.map(
          (readings): Placed => ({ start: at, end: at + whole.length, number: { typed, readings, kind: 'digits' } }),
        ),
      )
      return ' '.repeat(whole.length)
    })
  }
  const all = [...found, ...counts({ text, rest, tongue })]
  return all.toSorted((a, b) => a.start - b.start).map(({ number }) => number)
}

interface Placed {
  readonly start: number
  readonly end: number
  readonly number: ToldNumber
}

type Readings = readonly string[]
type Reader = (groups: readonly string[]) => readonly Readings[]

/** The month may be a word elsewhere, and is not compared. */
const readDay: Reader = ([whole = '', first = '', second = '', year = '']) => {
  const [day, month] = [Number(first), Number(second)]
  if (Math.min(day, month) > 12 || Math.max(day, month) > 31) return []
  const years = year.length === 2 ? [canonical(year), `20${year}`, `19${year}`] : [year]
  // With strokes the month may come first, and nobody says so.
  const days = month > 12 ? [month] : whole.includes('/') ? [day, month] : [day]
  return [days.map(String), years]
}

const readIsoDay: Reader = ([, year = '', , day = '']) => [[canonical(day)], [year]]
const readPhone: Reader = ([whole = '']) => [[whole.replace(/\D/g, '')]]

/** `2–4 p.m.`: the half of the day is said once, and goes for both. */
const readHalfDay: Reader = ([, from = '', fromMinute = '00', hour = '', minute = '00', half = '']) => {
  const later = half.toLowerCase() === 'p' ? 12 : 0
  const at = (each: string, shift: number): number => (Number(each) % 12) + shift
  const first =
    from === ''
      ? []
      : [[...timeOf(at(from, later), Number(fromMinute || 0)), ...timeOf(at(from, 0), Number(fromMinute || 0))]]
  return [...first, timeOf(at(hour, later), Number(minute || 0))]
}

const readRussianHour: Reader = ([, hour = '', minute = '', half = '']) => {
  const isLate = half === 'вечера' || (half === 'дня' && Number(hour) < 12)
  const hours = (Number(hour) % 12) + (isLate || (half === 'дня' && hour === '12') ? 12 : 0)
  return [timeOf(hours, Number(minute || 0))]
}

const readClock: Reader = ([, hour = '', minute = '']) => {
  const time = timeOf(Number(hour), Number(minute))
  return time.length === 0 ? [] : [time]
}

/** Tried in turn; what one has read the next does not see. */
const dated: readonly (readonly [RegExp, Reader])[] = [
  [/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, readIsoDay],
  [/(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d]|\.\d)/g, readDay],
  [
    /\+\d[\d ()-]{5,22}\d|\(\d{2,5}\) ?\d[\d -]{3,12}\d|(?<!\d)(?:\d{2,4}(?:-\d{2,4}){2,4}|\d{2,3} \d{3} \d{2} \d{2})(?!\d)/g,
    readPhone,
  ],
  [
    /(?:(?<![\d.,])(\d{1,2})(?:[:.](\d{2}))? ?(?:[–—-]|to|and|until) ?)?(?<![\d.,])(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.? ?m\b\.?/gi,
    readHalfDay,
  ],
  [/(?<![\d.,])(\d{1,2})(?:[:.](\d{2}) | час(?:а|ов)? )(утра|дня|вечера|ночи)/g, readRussianHour],
  [/(?<![\d.,])(\d{1,2}) ?(?:ч|час(?:а|ов)?|h|hours?|soat|соат)\.? ?(\d{1,2}) ?(?:мин|min|daqiqa|дақиқа)/gi, readClock],
  [/(?<![\d.,:])(\d{1,2}):(\d{2})(?![\d:])/g, readClock],
]

interface Reading {
  /** As typed, and with plain digits; of one length. */
  readonly text: string
  readonly rest: string
  readonly tongue: Tongue
}

/** A word or a number in digits that stands for one. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly values: Readings
  readonly isWord: boolean
  readonly isVague: boolean
  readonly room: number
}

const pieces = new RegExp(`${digits.source}|\\p{L}[\\p{L}\\p{M}’ʻʼ'\`‘]*`, 'gu')

function counts({ text, rest, tongue }: Reading): readonly Placed[] {
  const found = [...rest.matchAll(pieces)].flatMap(match => pieceOf(match, rest, tongue) ?? [])
  const told: Placed[] = []
  for (let at = 0; at < found.length; ) {
    const sum = summed(found, at, rest)
    const [first, last] = [found[at], found[at + sum.length - 1]]
    at += sum.length
    if (!first || !last) break
    const typed = text.slice(first.start, last.end)
    const kind = sum.isVague ? 'vague' : first.isWord ? 'word' : 'digits'
    const before = told.at(-1)
    // «от 10 до 12 тыс.»: the thousands are said once.
    if (before && sum.scale > 1 && connected.test(rest.slice(before.end, first.start)))
      told[told.length - 1] = { ...before, number: alsoTimes(before.number, sum.scale) }
    told.push({ start: first.start, end: last.end, number: { typed, readings: sum.readings, kind } })
  }
  return told
}

const connected = /^ ?(?:[–—-]|to|and|до|и|va|ва|dan|дан)? ?$/

const alsoTimes = (number: ToldNumber, scale: number): ToldNumber => ({
  ...number,
  readings: [...number.readings, ...number.readings.map(each => canonical(Number(each) * scale))],
})

function pieceOf(match: RegExpExecArray, rest: string, tongue: Tongue): Piece | undefined {
  const [typed] = match
  const place = { start: match.index, end: match.index + typed.length }
  if (/^\d/.test(typed)) {
    const [, century] = /(?<!\d)(\d{2})\d{2}[–—/-]$/.exec(rest.slice(Math.max(0, place.start - 6), place.start)) ?? []
    const year = century !== undefined && /^\d{2}$/.test(typed) ? [century + typed] : []
    const values = [...readingsOf(typed, tongue), ...year, ...decadeOf(typed, rest.slice(place.end))]
    // `$1.3m`, which may be metres.
    const millions = /^m(?!\p{L})/iu.test(rest.slice(place.end, place.end + 2))
      ? [canonical(Number(values[0]) * 1e6)]
      : []
    return { ...place, values: [...values, ...millions], isWord: false, isVague: false, room: 0 }
  }
  const word = numberWord(typed, tongue)
  if (word) return { ...place, values: [String(word.value)], isWord: true, isVague: word.isVague, room: word.room }
  const roman = romanValue(typed)
  return roman === undefined ? undefined : { ...place, values: [String(roman)], isWord: true, isVague: true, room: 0 }
}

/** «90-е», `90s`, `90-yillar`: of this century or the last. */
function decadeOf(typed: string, after: string): Readings {
  const isDecade = /^\d0$/.test(typed) && /^(?:s|[-‐‑](?:е|х|м|ми|yil|йил))/u.test(after)
  return isDecade ? [`19${typed}`, `20${typed}`] : []
}

/** With letters of Cyrillic that look alike, as they are typed. */
function romanValue(typed: string): number | undefined {
  const plain = typed.replaceAll('Х', 'X').replaceAll('І', 'I').replaceAll('С', 'C').replaceAll('М', 'M')
  if (plain.length < 2 || !/^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(plain))
    return undefined
  const values: { readonly [letter: string]: number } = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
  const each = Array.from(plain, letter => values[letter] ?? 0)
  return each.reduce((sum, value, index) => sum + (value < (each[index + 1] ?? 0) ? -value : value), 0)
}

interface Sum {
  /** How many pieces it takes. */
  readonly length: number
  readonly readings: Readings
  readonly isVague: boolean
  /** By which all of it is multiplied; 1 where it is not. */
  readonly scale: number
}

/** «1 млн 300 тыс.», `two hundred and five`, `ikki yuz`: what belongs together from a piece on. */
function summed(found: readonly Piece[], from: number, rest: string): Sum {
  let state: Growing | undefined = nothingYet
  let length = 0
  for (let piece = found[from]; piece; piece = found[from + length]) {
    const last = found[from + length - 1]
    if (length > 0 && last && !adjoins.test(rest.slice(last.end, piece.start))) break
    const next: Growing | undefined = grown(state, piece, found[from + length + 1])
    if (!next) break
    state = next
    length += 1
  }
  const [first] = found.slice(from)
  const { total, group, scale } = state
  const isAlone = length === 1 && first?.isWord === true && isMultiplier(Number(first.values[0]))
  return {
    length: Math.max(1, length),
    readings: length === 1 && first ? first.values : [canonical(total + (group ?? 0))],
    isVague: length === 1 && (isAlone || first?.isVague === true),
    scale: group === undefined && length > 1 && Number.isFinite(scale) ? scale : 1,
  }
}

/** Words of one number stand side by side. */
const adjoins = /^(?:[ -]|\.? ?| and | a | and a | и )$/

const [hundred, thousand] = [100, 1000]
const isMultiplier = (value: number): boolean => value >= hundred && /^10+$/.test(String(value))

interface Growing {
  /** What was multiplied, and by what last. */
  readonly total: number
  readonly scale: number
  /** What is yet to be multiplied, or added. */
  readonly group?: number
  readonly room: number
}
const nothingYet: Growing = { total: 0, scale: Number.POSITIVE_INFINITY, room: 0 }

function grown(state: Growing, piece: Piece, next: Piece | undefined): Growing | undefined {
  const { total, scale, group, room } = state
  const value = Number(piece.values[0])
  if (piece.isWord && value >= thousand && isMultiplier(value))
    return value < scale ? { total: total + (group ?? 1) * value, scale: value, room: 0 } : undefined
  if (group === undefined)
    return value < scale && isPart(state, piece, next) ? { ...state, group: value, room: piece.room } : undefined
  if (!piece.isWord) return undefined
  if (value === hundred && room === 0 && group < 10) return { ...state, group: group * hundred, room: hundred }
  return value < room || value === half ? { ...state, group: group + value, room: piece.room } : undefined
}

/** `bir yarim million`, `two and a half million` */
const half = 0.5

/** In digits only three of them, or what a smaller scale multiplies: a day after thousands is another number. */
function isPart({ scale }: Growing, piece: Piece, next: Piece | undefined): boolean {
  if (piece.isWord || !Number.isFinite(scale)) return true
  const multiplier = next?.isWord === true ? Number(next.values[0]) : 0
  return /^\d{3}$/.test(piece.values[0] ?? '') || (multiplier >= thousand && multiplier < scale)
}
