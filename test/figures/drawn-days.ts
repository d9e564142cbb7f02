/** Random days and periods of facts: of their activity mostly, and some around it. */
import { type Draw, daysBetween } from './drawn.ts'
import { dayAfter } from './reference/time.ts'

export interface Days {
  readonly start: string
  readonly end: string
}

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** A day, a period around one, or neither. */
export function whenOf(draw: Draw, { start, end }: Days): { readonly date?: string; readonly period?: string } {
  const day = draw.day(dayAfter(start, draw.chance(15) ? -30 : 0), dayAfter(end, draw.chance(25) ? 60 : 0))
  const month = day.slice(0, 7)
  switch (draw.pick(['date', 'date', 'none', 'quarter', 'month', 'year', 'months'])) {
    case 'date':
      return { date: day }
    case 'quarter':
      return { period: quarterOf(day) }
    case 'month':
      return { period: month }
    case 'year':
      return { period: day.slice(0, 4) }
    case 'months':
      return {
        period: `${month}/${dayAfter(day, draw.int(0, Math.min(200, daysBetween(start, end) + 40))).slice(0, 7)}`,
      }
    default:
      return {}
  }
}
