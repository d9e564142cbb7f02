/** Exact numbers: what was written as a decimal is kept as a fraction of whole numbers, and rounded when it is told to. */

/** `d` is above zero. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Fraction = { n: 0n, d: 1n }

export function whole(number: bigint | number): Fraction {
  return { n: BigInt(number), d: 1n }
}

/** By the number's own text: `0.0000829`, `1e-7`. */
export function decimal(written: number): Fraction {
  const [mantissa = '', power = '0'] = String(written).split('e')
  const [before = '', after = ''] = mantissa.split('.')
  const n = BigInt(before + after)
  const exponent = Number(power) - after.length
  return exponent >= 0 ? { n: n * 10n ** BigInt(exponent), d: 1n } : { n, d: 10n ** BigInt(-exponent) }
}

/** How many decimals were written. */
export function decimalsWritten(written: number): number {
  const { n: digits, d } = decimal(written)
  let n = digits
  let decimals = 0
  while (n % d !== 0n) {
    n *= 10n
    decimals += 1
  }
  return decimals
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const minus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
export const isZero = (a: Fraction): boolean => a.n === 0n
export const isAbove = (a: Fraction, b: Fraction): boolean => a.n * b.d > b.n * a.d

/** `null` where it would be divided by zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction | null {
  if (b.n === 0n) return null
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n }
}

export function absolute(a: Fraction): Fraction {
  return a.n < 0n ? { n: -a.n, d: a.d } : a
}

export function sumOf(all: readonly Fraction[]): Fraction {
  let sum = zero
  for (const each of all) sum = plus(sum, each)
  return sum
}

export function highestOf(all: readonly [Fraction, ...Fraction[]]): Fraction {
  let highest = all[0]
  for (const each of all) if (isAbove(each, highest)) highest = each
  return highest
}

/** To a whole number, halves away from zero. */
export function rounded({ n, d }: Fraction): bigint {
  const size = n < 0n ? -n : n
  const up = (2n * size + d) / (2n * d)
  return n < 0n ? -up : up
}

/** The nearest number that a computer has: thirty digits after the point are more than it tells apart. */
export function toNumber({ n, d }: Fraction): number {
  const size = n < 0n ? -n : n
  const digits = String(((size % d) * 10n ** 30n) / d).padStart(30, '0')
  const number = Number(`${size / d}.${digits}`)
  return n < 0n ? -number : number
}
