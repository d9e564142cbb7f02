/** Chance, as the arbitraries draw it: of a generator of fast-check, the few things that records are made with. */
import { type GeneratorValue, integer } from 'fast-check'
import { dayAfter } from './reference/time.ts'

export interface Draw {
  readonly int: (min: number, max: number) => number
  /** In so many cases of a hundred. */
  readonly chance: (percent: number) => boolean
  readonly pick: <T>(of: readonly T[]) => T
  /** Of a list, each with a chance. */
  readonly some: <T>(of: readonly T[], percent: number) => readonly T[]
  readonly times: <T>(min: number, max: number, make: (index: number) => T) => readonly T[]
  /** From one to the other, both among them. */
  readonly day: (first: string, last: string) => string
  /** With at most so many decimals; often whole. */
  readonly decimal: (max: number, decimals: number) => number
  /** A field, in so many cases. */
  readonly maybe: <T extends object>(percent: number, make: () => T) => T | undefined
}

export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000)

export function drawing(g: GeneratorValue): Draw {
  const int = (min: number, max: number) => g(integer, { min, max })
  const chance = (percent: number) => int(1, 100) <= percent
  const pick = <T>(of: readonly T[]): T => {
    const picked = of[int(0, of.length - 1)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
  return {
    int,
    chance,
    pick,
    some: (of, percent) => of.filter(() => chance(percent)),
    times: (min, max, make) => Array.from({ length: int(min, max) }, (_, index) => make(index)),
    day: (first, last) => dayAfter(first, int(0, Math.max(0, daysBetween(first, last)))),
    decimal: (max, decimals) => {
      const places = chance(50) ? 0 : decimals
      return Number(`${int(0, max * 10 ** places)}e-${places}`)
    },
    maybe: (percent, make) => (chance(percent) ? make() : undefined),
  }
}
