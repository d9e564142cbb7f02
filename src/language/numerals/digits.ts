/** Numbers in digits, as each language groups them and marks decimals. */
import type { Tongue } from '../tongue.ts'

/** Every sign of which a number is made as the plain one: as many of them, so that places stay. */
export function withPlainDigits(text: string): string {
  return text
    .replace(/[\p{Nd}--[0-9]]/gv, digit => (digit.length === 1 ? String(worthOf(digit)) : digit))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', '’')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
}

/** Digits of a script follow one another from its zero on, ten a row. */
function worthOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}

/** Groups are parted by spaces or apostrophes wherever one is, else by what `readingsOf` knows of the language. */
export const digits = /(?<!\d)\d{1,3}(?:[ '’ʼ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*/

/** What a number may be: `9.30` is a time as well. The first is the likeliest. */
export function readingsOf(typed: string, tongue: Tongue): readonly string[] {
  const joined = typed.replace(/[ '’ʼ]/g, '')
  const [, hour, minute] = /^(\d{1,2})\.(\d{2})$/.exec(joined) ?? []
  const time = hour !== undefined && minute !== undefined ? timeOf(Number(hour), Number(minute)) : []
  return [...new Set([...valuesOf(joined, tongue).map(canonical), ...time])]
}

function valuesOf(joined: string, tongue: Tongue): readonly string[] {
  const [group, decimal] = hasDecimalComma(tongue) ? ['.', ','] : [',', '.']
  const isGrouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`).test(joined)
  const whole = joined.replaceAll(group, '').replace(decimal, '.')
  const asTyped = joined.replace(',', '.')
  if (!isGrouped) return [asTyped]
  // A comma in English only groups; a point elsewhere may be a decimal one that somebody brought along.
  return group === '.' ? [whole, asTyped] : [whole]
}

const commas = new WeakMap<Tongue, boolean>()
function hasDecimalComma(tongue: Tongue): boolean {
  const known = commas.get(tongue) ?? tongue.number(1.5).includes(',')
  commas.set(tongue, known)
  return known
}

/** Without zeros that say nothing; what is no number, such as a clause 1.2.3, as it is. */
export const canonical = (value: string | number): string =>
  Number.isNaN(Number(value)) ? String(value) : String(Number(Number(value).toPrecision(15)))

/** `14:00` is 14 as well: «в 14 часов». Nothing where no clock shows it. */
export function timeOf(hour: number, minute: number): readonly string[] {
  if (hour > 24 || minute > 59) return []
  const time = `${hour}:${String(minute).padStart(2, '0')}`
  return minute === 0 ? [time, String(hour)] : [time]
}
