/** Dates, times, numbers and lists as a language writes them. Days are text, so no time zone can move them. */
import type { Day } from './days.ts'
import type { Tongue } from './tongue.ts'

/** @param iso `2022-08-15` */
export function formatDay(iso: string, tongue: Tongue): string {
  return tongue.day(dayOf(iso))
}

/** One day where both are the same. */
export function formatDayRange(from: string, to: string, tongue: Tongue): string {
  return from === to ? formatDay(from, tongue) : tongue.dayRange(dayOf(from), dayOf(to))
}

/** A moment as it is told in a time zone, which is named: `15 августа 2022 г., 16:00 (UTC+5)`. */
export function formatMoment(iso: string, tongue: Tongue, timeZone: string): string {
  const { day, time, zone } = localParts(iso, timeZone)
  return tongue.moment(formatDay(day, tongue), time, zone)
}

export function formatNumber(value: number, tongue: Tongue): string {
  return tongue.number(value)
}

/** @param value 85.3 for 85.3 % */
export function formatPercent(value: number, tongue: Tongue): string {
  return tongue.percent(formatNumber(value, tongue))
}

export function joinList(items: readonly string[], tongue: Tongue): string {
  return tongue.list(items)
}

function dayOf(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

/** Intl knows the zones' rules; its parts are put together here, for no locale's order is wanted. */
function localParts(iso: string, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  })
  const parts = new Map(format.formatToParts(Date.parse(iso)).map(part => [part.type, part.value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    zone: part('timeZoneName').replace('GMT', 'UTC'),
  }
}
