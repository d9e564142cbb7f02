/** How people write days and times -> how records write them. */

import { daysInMonth } from '../../model/day.ts'
import { type Said, said } from '../../model/said.ts'
import { offsetIn } from '../../model/time-zone.ts'
import { latin } from '../id.ts'
import type { TimeZone } from '../mistake.ts'
import { monthNamed } from './month.ts'

export function dayHint(written: string): Said {
  const day = asDay(written)
  if (!day) return said('Write the day as YYYY-MM-DD, for example 2022-08-15.')
  const [year, month, date] = day
  const last = daysInMonth(year, month)
  if (month < 1 || month > 12)
    return said('There is no month {month}: write YYYY-MM-DD, for example 2022-08-15.', { month })
  if (date < 1 || date > last)
    return said('The last day of {month} is {day}.', {
      month: `${year}-${two(month)}`,
      day: `${year}-${two(month)}-${two(last)}`,
    })
  return said('Write {text}.', { text: `${year}-${two(month)}-${two(date)}` })
}

/** @param zone of the society, where it tells one: any other is but an example */
export function momentHint(written: string, zoneOf: TimeZone = () => undefined): Said {
  const { day, time, zone } = partsOf(written)
  if (day === undefined || time === undefined) {
    const noon = `${day ?? '2022-08-15'}T16:00:00`
    const own = zoneOf()
    const example = `${noon}${own === undefined ? '+05:00' : offsetIn(own, `${noon}Z`)}`
    return said('Write day, time and zone: for example {example}.', { example })
  }
  if (zone === undefined) {
    const own = zoneOf()
    if (own === undefined)
      return said('Add the zone, so that it means one moment everywhere, for example {day}T{time}+05:00.', {
        day,
        time,
      })
    const offset = offsetIn(own, `${day}T${time}Z`)
    return said('Add the zone, so that it means one moment everywhere: {day}T{time}{offset}.', { day, time, offset })
  }
  return said('Write {day}T{time}{zone}, a time that exists.', {
    day,
    time,
    zone: zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone,
  })
}

/**
 * Where one day alone can be meant, and nothing else is said: years have four digits, day and month are told apart by their
 * size or by points, with which the day goes first (as an import reads them).
 */
export function certainDay(written: string): string | undefined {
  const text = plain(written)
  const day = asDay(text)
  if (!day || !isReal(day) || /[T :]\d{1,2}[:.]\d\d$/.test(text) || dayAndMore.test(text)) return undefined
  const [, first, sign, second, year = ''] = /^(\d{1,2})([-./\s])(\d{1,2})[-./\s](\d{2,4})$/.exec(text) ?? []
  if (first !== undefined && (year.length < 4 || !isOrdered(first, sign, second))) return undefined
  return `${day[0]}-${two(day[1])}-${two(day[2])}`
}

const dayAndMore = /^\d{4}[-./\s]\d{1,2}[-./\s]\d{1,2}[T ]/

const isOrdered = (first: string, sign: string | undefined, second: string | undefined): boolean =>
  sign === '.' || Number(first) === Number(second) || Number(first) > 12 || Number(second) > 12

/** With its zone: nobody adds one. */
export function certainMoment(written: string): string | undefined {
  const { date, day, time, zone } = partsOf(written)
  if (day === undefined || time === undefined || zone === undefined || certainDay(date ?? '') !== day) return undefined
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return `${day}T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`
}

const timeAtEnd = /(?:^|[T, ]\s*)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

interface Parts {
  /** As it was written. */
  readonly date?: string
  readonly day?: string
  readonly time?: string
  readonly zone?: string
}

function partsOf(written: string): Parts {
  const text = plain(written)
  const found = timeAtEnd.exec(text)
  const date = found ? text.slice(0, found.index) : text
  const whole = asDay(date)
  const isDay = whole !== undefined && isReal(whole)
  const day = isDay ? `${whole[0]}-${two(whole[1])}-${two(whole[2])}` : undefined
  if (!found || day === undefined) return day === undefined ? {} : { day }
  const [, hour = '', minute = '', second = '00', half, zone] = found
  const time = `${two((Number(hour) % (half ? 12 : 100)) + (/^p/i.test(half ?? '') ? 12 : 0))}:${minute}:${second}`
  return { date, day, time, ...(zone !== undefined && { zone }) }
}

type Day = readonly [year: number, month: number, date: number]

const isReal = ([year, month, date]: Day): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)

function asDay(written: string): Day | undefined {
  const text = plain(written)
  const yearFirst =
    /^(\d{4})[-./\s](\d{1,2})[-./\s](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
  const yearLast = /^(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4}|\d{2}(?<=[./]\d\d))$/.exec(text)
  if (!yearLast) return inWords(text)
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3])]
  const whole = year < 100 ? 2000 + year : year
  // Day before month, as in most of the world, unless only the other order is a day.
  return second > 12 && first <= 12 ? [whole, first, second] : [whole, second, first]
}

/** `5 октября 2022 г.`, `October 5th, 2022`, `2022-yil 5-oktabr` */
function inWords(text: string): Day | undefined {
  const words = text.match(/\p{L}+|\d+/gu) ?? []
  const [month, ...months] = words.flatMap(word => monthNamed(word) ?? [])
  const [year, ...years] = words.filter(word => /^\d{4}$/.test(word))
  const [date, ...dates] = words.filter(word => /^\d{1,2}$/.test(word))
  if (!month || !year || !date || months.length + years.length + dates.length > 0) return undefined
  const others = words.filter(word => !/^\d/.test(word) && !monthNamed(word))
  if (others.some(word => !fillers.has(word.toLowerCase()))) return undefined
  return [Number(year), month, Number(date)]
}

/** What stands in a day besides, in the languages that people write days in. */
const fillers = new Set('st nd rd th of the г год года yil йил жил жылы соли le de del'.split(' '))

/** Without quotes, odd spaces and dashes, and letters that look like digits. */
const plain = (written: string): string =>
  latin(written)
    .replace(/[“”„«»"'‘’]/g, '')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/(?<=[\d-])[ОоOo]|[ОоOo](?=[\d-])/g, '0')
    .replace(/[–—−‐‑]/g, '-')
    .replace(/(?<=\d)\s*(?:г|года)\.?$/u, '')
    .trim()

function two(value: number): string {
  return String(value).padStart(2, '0')
}
