/** Numbers by their decimal digits, in BigInt: what was written is counted, not the binary fraction nearest to it. */

/** `digits × 10^exponent`. */
export interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

const form = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/

/** Of a number as JavaScript prints it: the shortest text that gives the same number again. */
export function decimalOf(value: number): Decimal {
  const decimal = decimalIn(String(value))
  if (!decimal) throw new RangeError(`not a finite number: ${value}`)
  return decimal
}

/** Of a number as YAML or JavaScript writes it in decimal digits, without zeros at the end; nothing of any other text. */
export function decimalIn(text: string): Decimal | undefined {
  const [, sign = '', whole = '', fraction = '', power = '0'] = form.exec(text) ?? []
  const written = whole + fraction
  const digits = written.replace(/0+$/, '')
  if (written === '') return undefined
  if (digits === '') return { digits: 0n, exponent: 0 }
  const magnitude = BigInt(digits)
  if (magnitude === 0n) return { digits: 0n, exponent: 0 }
  return {
    digits: sign === '-' ? -magnitude : magnitude,
    exponent: Number(power) - fraction.length + (written.length - digits.length),
  }
}

/** Whether a number is exactly what a text says of it. Of texts that are no decimal digits (`0x1F`, `.inf`) nothing is said. */
export function isExactly(value: number, text: string): boolean {
  const written = decimalIn(text)
  if (!written) return true
  if (!Number.isFinite(value)) return false
  const { digits, exponent } = decimalOf(value)
  return digits === written.digits && exponent === written.exponent
}

/** `value × 10^places` where that is a whole number. */
export function shifted({ digits, exponent }: Decimal, places: number): bigint | undefined {
  const shift = exponent + places
  return shift >= 0 ? digits * 10n ** BigInt(shift) : undefined
}

/** Rounded half away from zero. @param by above zero */
export function roundedQuotient(value: bigint, by: bigint): bigint {
  const magnitude = value < 0n ? -value : value
  const rounded = (magnitude * 2n + by) / (by * 2n)
  return value < 0n ? -rounded : rounded
}
