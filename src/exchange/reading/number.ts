/** Numbers as people write them: 1 234,5 and 1,234.5 and 1'234. What can be read in two ways is told, not guessed. */
import { said } from '../../model/said.ts'

import { ambiguous, type Read, wrong } from './fault.ts'

export interface WrittenNumber {
  /** Without separators of thousands, a point before the decimals. */
  readonly digits: string
  /** The sign before its decimals, where it is certain. */
  readonly decimal?: '.' | ','
  /** The same with the only sign as that of thousands: `1,234` may be either. */
  readonly grouped?: string
}

/** Nothing where the text is no number. */
export function writtenNumber(written: string): WrittenNumber | undefined {
  const text = withLatinDigits(written.trim()).replace(/^[−–]/, '-')
  const [, sign = '', body = ''] = /^([+-]?)([\d.,'’\s]+)$/.exec(text) ?? []
  if (!/^\d/.test(body) || !/\d$/.test(body)) return undefined
  const solid = withoutSpaces(body)
  if (solid === undefined) return undefined
  const number = ofSeparators(solid)
  if (!number) return undefined
  const signed = (digits: string): string => (sign === '-' ? `-${digits}` : digits)
  return { ...number, digits: signed(number.digits), ...(number.grouped && { grouped: signed(number.grouped) }) }
}

/** Spaces and apostrophes part thousands, or it is no number. */
function withoutSpaces(body: string): string | undefined {
  if (!/['’\s]/.test(body)) return body
  return /^\d{1,3}(?:['’\s]\d{3})+(?:[.,]\d+)?$/.test(body) ? body.replace(/['’\s]/g, '') : undefined
}

function ofSeparators(text: string): WrittenNumber | undefined {
  const signs = [...new Set(text.replace(/\d/g, ''))]
  const last = text.at(text.search(/[.,]\d*$/))
  if (signs.length === 0) return { digits: text }
  if (signs.length === 2) {
    const other = last === ',' ? '\\.' : ','
    const isGrouped = new RegExp(`^\\d{1,3}(?:${other}\\d{3})+[.,]\\d+$`).test(text)
    return isGrouped ? withDecimals(text, last === ',' ? ',' : '.') : undefined
  }
  const sign = signs[0] === ',' ? ',' : '.'
  const parts = text.split(sign)
  const isGrouped = /^[1-9]\d{0,2}$/.test(parts[0] ?? '') && parts.slice(1).every(part => part.length === 3)
  if (parts.length > 2) return isGrouped ? { digits: parts.join(''), decimal: sign === ',' ? '.' : ',' } : undefined
  if (!isGrouped) return withDecimals(text, sign)
  return { digits: parts.join('.'), grouped: parts.join('') }
}

function withDecimals(text: string, decimal: '.' | ','): WrittenNumber {
  const [whole = '', decimals = ''] = text.split(decimal)
  return { digits: `${whole.replace(/[.,]/g, '')}.${decimals}`, decimal }
}

const withLatinDigits = (text: string): string => text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))

/** @param decimal the sign before decimals, where the table says it; `isWhole`: there can be none */
export function readNumber(
  text: string,
  { decimal, isWhole = false }: { readonly decimal?: '.' | ',' | undefined; readonly isWhole?: boolean },
): Read<number> {
  const written = writtenNumber(text)
  if (!written)
    return wrong(said('“{text}” is not a number.', { text: text.trim() }), said('Write digits alone: 1234 or 1234.50.'))
  if (written.grouped === undefined) return { value: Number(written.digits) }
  const sign = text.includes(',') ? ',' : '.'
  if (decimal === sign) return { value: Number(written.digits) }
  if (decimal !== undefined || isWhole) return { value: Number(written.grouped) }
  return ambiguous(
    said('“{text}” may be {grouped} or {digits}.', {
      text: text.trim(),
      grouped: written.grouped,
      digits: written.digits,
    }),
    said('Write it without a separator of thousands: {grouped} or {digits}.', {
      grouped: written.grouped,
      digits: written.digits,
    }),
  )
}
