/** Days as a pack writes them: one, and two of one month, of one year, of two years. */
import type { LanguagePack } from '../model/language-pack.ts'

/** A calendar day in numbers; `month` counts from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

interface WrittenDays {
  readonly day: (day: Day) => string
  readonly dayRange: (from: Day, to: Day) => string
}

/** Nothing where the pack leaves days to CLDR. @param standard months of CLDR, where the pack names none */
export function daysBy(pack: LanguagePack, standard: () => readonly string[]): Partial<WrittenDays> {
  const { day: pattern } = pack
  if (pattern === undefined) return {}
  const { days = whole(pattern) } = pack
  const parts = ({ day, month, year }: Day, prefix = '') => ({
    [`${prefix}day`]: pack.day_numbers?.[day] ?? String(day),
    [`${prefix}month`]: (pack.months ?? standard())[month - 1] ?? '',
    [`${prefix}year`]: String(year),
  })
  return {
    day: day => filled(pattern, parts(day)),
    dayRange: (from, to) => filled(days[spanOf(from, to)], { ...parts(from, 'from_'), ...parts(to) }),
  }
}

function spanOf(from: Day, to: Day): keyof NonNullable<LanguagePack['days']> {
  if (from.year !== to.year) return 'of_two_years'
  return from.month === to.month ? 'of_one_month' : 'of_one_year'
}

/** Both days whole, where the pack says of one alone how it is written. */
function whole(pattern: string): NonNullable<LanguagePack['days']> {
  const both = `${pattern.replaceAll('{', '{from_')} – ${pattern}`
  return { of_one_month: both, of_one_year: both, of_two_years: both }
}

/** The pattern with what it names. */
export const filled = (pattern: string, values: { readonly [name: string]: string }): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
