/** How people write days and times -> how records write them. */
import { daysInMonth } from '../../model/day.ts'

export function dayHint(written: string): string {
  const day = asDay(written.trim())
  if (!day) return 'Write the day as YYYY-MM-DD, for example 2022-08-15.'
  const [year, month, date] = day
  const last = daysInMonth(year, month)
  if (month < 1 || month > 12) return `There is no month ${month}: write YYYY-MM-DD, for example 2022-08-15.`
  if (date < 1 || date > last) return `The last day of ${year}-${two(month)} is ${year}-${two(month)}-${two(last)}.`
  return `Write ${year}-${two(month)}-${two(date)}.`
}

export function momentHint(written: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(written.trim())
  const example = 'for example 2022-08-15T16:00:00+05:00'
  const [, day, hour = '', minute = '', second = '00', zone] = parts ?? []
  if (day === undefined) return `Write day, time and zone: ${example}.`
  const time = `${day}T${hour.padStart(2, '0')}:${minute}:${second}`
  if (zone === undefined) return `Add the zone, so that it means one moment everywhere: ${time}+05:00.`
  return `Write ${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}, a time that exists.`
}

type Day = readonly [year: number, month: number, date: number]

function asDay(written: string): Day | undefined {
  const yearFirst = /^(\d{4})[-./\s](\d{1,2})[-./\s](\d{1,2})(?:[T ].*)?$/.exec(written)
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
  const yearLast = /^(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4})$/.exec(written)
  if (!yearLast) return undefined
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3])]
  // Day before month, as in most of the world, unless only the other order is a day.
  return second > 12 && first <= 12 ? [year, first, second] : [year, second, first]
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
