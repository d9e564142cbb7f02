/**
 * Which days a text tells in full, with day, month and year, as its language writes them. The words of a language are those
 * in which it writes a day itself (`format.ts`), so that a language brings no second list.
 */
import { daysInMonth } from '../model/day.ts'
import { formatDay } from './format.ts'
import { withPlainDigits } from './numerals/digits.ts'
import type { Tongue } from './tongue.ts'

export interface ToldDay {
  /** YYYY-MM-DD. */
  readonly day: string
  readonly typed: string
}

export function daysToldIn(text: string, tongue: Tongue): readonly ToldDay[] {
  const plain = withPlainDigits(text)
  if (!/\d{4}/.test(plain)) return []
  const folded = plain.toUpperCase()
  // Most texts name no month: they are not searched for each of the twelve in every order.
  const patterns = patternsOf(tongue).filter(({ word = '' }) => folded.includes(word))
  return patterns.flatMap(({ pattern, month }) =>
    [...plain.matchAll(pattern)].flatMap(({ 0: typed, index, groups = {} }) => {
      const day = dayOf(Number(groups['year']), month ?? Number(groups['month']), Number(groups['day']))
      return day === undefined ? [] : [{ day, typed: text.slice(index, index + typed.length) }]
    }),
  )
}

/** None where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

interface DayPattern {
  readonly pattern: RegExp
  /** Where it is a word. */
  readonly month?: number
  /** In capitals. */
  readonly word?: string
}

const ofFigures: readonly DayPattern[] = [
  { pattern: /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g },
  { pattern: /(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\.?\d)/g },
]

const known = new WeakMap<Tongue, readonly DayPattern[]>()

function patternsOf(tongue: Tongue): readonly DayPattern[] {
  const found = known.get(tongue) ?? [...ofFigures, ...ofWords(tongue)]
  known.set(tongue, found)
  return found
}

const twelve = Array.from({ length: 12 }, (_, index) => index + 1)

/** The month is the one word that differs from month to month; the others stand between day, month and year: «de», «yil». */
function ofWords(tongue: Tongue): readonly DayPattern[] {
  const words = twelve.map(month => formatted(month, tongue).match(/[\p{L}\p{M}ʻʼ]+/gu) ?? [])
  const [first = []] = words
  const at = first.findIndex((_, index) => new Set(words.map(each => each[index])).size === words.length)
  if (at < 0) return []
  const between = [...first.filter((_, index) => index !== at), ...ordinalOf(tongue)]
  const isYearFirst = /^\P{N}*2001/u.test(formatted(1, tongue))
  return words.flatMap((each, index) =>
    inItsOrders(each[at] ?? '', between, isYearFirst).map(pattern => ({
      pattern,
      month: index + 1,
      word: (each[at] ?? '').toUpperCase(),
    })),
  )
}

const formatted = (month: number, tongue: Tongue, day = 17): string =>
  withPlainDigits(formatDay(`2001-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, tongue))

/** « 1er » */
const ordinalOf = (tongue: Tongue): readonly string[] =>
  /(?<!\d)1(?<ending>\p{L}{1,3})(?!\p{L})/u.exec(formatted(1, tongue, 1))?.slice(1) ?? []

/** A month may have an ending (`avgustdagi`), a day one of its own (`15th`, `15-ноябрь`). */
function inItsOrders(month: string, between: readonly string[], isYearFirst: boolean): readonly RegExp[] {
  const sign = '[\\s.,–—-]{0,3}'
  const gap = `${sign}(?:(?:${['st', 'nd', 'rd', 'th', ...between].join('|')})\\p{L}{0,4}${sign})?`
  const [day, year, name] = ['(?<!\\d)(?<day>\\d{1,2})', '(?<!\\d)(?<year>\\d{4})(?!\\d)', `(?<!\\p{L})${month}\\p{L}*`]
  const orders = [[day, name, year], isYearFirst ? [year, day, name] : [name, day, year]]
  return orders.map(parts => new RegExp(parts.join(gap), 'giu'))
}
