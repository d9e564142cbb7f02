/** Money as whole minor units: sums of floats drift, and a report must agree to the cent. */
import { decimalsOf } from './currency.ts'
import { decimalOf, roundedQuotient, shifted } from './decimal.ts'

export interface Money {
  /** In minor units: 12.50 CHF is 1250. A safe integer. */
  readonly minor: number
  readonly currency: string
}

/** Up to here minor units are counted, and written as decimals, exactly. */
export const largestMinor = 1_000_000_000_000_000

interface Written {
  readonly amount: number
  readonly currency: string
}

/** Why an amount as written is no money: it has more decimals than its currency, or more digits than are counted exactly. */
export function faultOf(written: Written): 'decimals' | 'size' | undefined {
  const minor = shifted(decimalOf(written.amount), decimalsOf(written.currency))
  if (minor === undefined) return 'decimals'
  return minor > largestMinor || minor < -largestMinor ? 'size' : undefined
}

/** `amount` as written in a record, which was held against the decimals of its currency when it was loaded. */
export function toMoney(written: Written): Money {
  const minor = shifted(decimalOf(written.amount), decimalsOf(written.currency))
  if (minor === undefined) throw new RangeError(`too many decimals: ${written.amount} ${written.currency}`)
  return { minor: safe(minor), currency: written.currency }
}

/** The amount as a decimal number, for a cell. */
export function toAmount(money: Money): number {
  return money.minor / 10 ** decimalsOf(money.currency)
}

/**
 * One currency in another at a shown rate, rounded half away from zero as a spreadsheet's ROUND does.
 * Exact: the rate is taken by its decimal digits, in BigInt.
 *
 * @param rate how many units of `to` one unit of the money's currency is worth
 */
export function convert(money: Money, to: string, rate: number): Money {
  return { minor: safe(convertedMinor(money, to, { rate, isBack: false })), currency: to }
}

/** By a rate published the other way round: how many units of the money's currency one unit of `to` is worth. */
export function convertBack(money: Money, to: string, rate: number): Money {
  return { minor: safe(convertedMinor(money, to, { rate, isBack: true })), currency: to }
}

interface Quote {
  readonly rate: number
  readonly isBack: boolean
}

/** What loading asks of every sum, so that no report meets one. */
export function isCountedIn(money: Money, to: string, quote: Quote): boolean {
  return isSafe(convertedMinor(money, to, quote))
}

function convertedMinor(money: Money, to: string, { rate, isBack }: Quote): bigint {
  const { digits, exponent } = decimalOf(rate)
  const [by, over] = isBack ? [1n, digits] : [digits, 1n]
  const shift = (isBack ? -exponent : exponent) + decimalsOf(to) - decimalsOf(money.currency)
  const [up, down] = shift >= 0 ? [10n ** BigInt(shift), 1n] : [1n, 10n ** BigInt(-shift)]
  return roundedQuotient(BigInt(money.minor) * by * up, over * down)
}

function safe(minor: bigint): number {
  if (!isSafe(minor)) throw new RangeError(`out of range: ${minor}`)
  return Number(minor)
}

const isSafe = (minor: bigint): boolean => minor <= Number.MAX_SAFE_INTEGER && minor >= Number.MIN_SAFE_INTEGER
