/** Money as whole minor units: sums of floats drift, and a report must agree to the cent. */

export interface Money {
  /** In minor units: 12.50 CHF is 1250. A safe integer. */
  readonly minor: number
  readonly currency: string
}

/** ISO 4217 minor units; two unless told otherwise. */
const decimals: { readonly [currency: string]: number } = { JPY: 0 }

export function decimalsOf(currency: string): number {
  return decimals[currency] ?? 2
}

/** `amount` as written in a record, with at most the decimals of its currency. */
export function toMoney(written: { readonly amount: number; readonly currency: string }): Money {
  const minor = Math.round(written.amount * 10 ** decimalsOf(written.currency))
  if (!Number.isSafeInteger(minor)) throw new RangeError(`amount out of range: ${written.amount}`)
  return { minor, currency: written.currency }
}

/** The amount as a decimal number, for a cell. */
export function toAmount(money: Money): number {
  return money.minor / 10 ** decimalsOf(money.currency)
}

/**
 * One currency in another at a shown rate, rounded half away from zero as a spreadsheet's ROUND does.
 * Exact: the rate is taken by its decimal digits, in BigInt.
 */
export function convert(money: Money, to: string, rate: number): Money {
  const [digits, exponent] = asDecimal(rate)
  const shift = exponent + decimalsOf(to) - decimalsOf(money.currency)
  const product = BigInt(money.minor) * digits
  const minor = shift >= 0 ? product * 10n ** BigInt(shift) : roundedQuotient(product, 10n ** BigInt(-shift))
  return { minor: Number(minor), currency: to }
}

/** The other way: a rate published from `to` into the currency of the money, by which it is divided. Rounded alike. */
export function convertBack(money: Money, to: string, rate: number): Money {
  const [digits, exponent] = asDecimal(rate)
  const shift = decimalsOf(to) - decimalsOf(money.currency) - exponent
  const minor = BigInt(money.minor)
  const quotient =
    shift >= 0
      ? roundedQuotient(minor * 10n ** BigInt(shift), digits)
      : roundedQuotient(minor, digits * 10n ** BigInt(-shift))
  return { minor: Number(quotient), currency: to }
}

function asDecimal(rate: number): readonly [digits: bigint, exponent: number] {
  const [mantissa = '0', power = '0'] = rate.toString().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), Number(power) - fraction.length]
}

function roundedQuotient(value: bigint, by: bigint): bigint {
  const magnitude = value < 0n ? -value : value
  const rounded = (magnitude * 2n + by) / (by * 2n)
  return value < 0n ? -rounded : rounded
}
