/** Sums of money as people write them: 1 234,50 CHF, € 500, 12 000 сум. */

import { currencyCodes } from '../../model/currency.ts'
import { said } from '../../model/said.ts'
import { ambiguous, type Read } from './fault.ts'
import { readNumber } from './number.ts'

export interface WrittenAmount {
  readonly amount: number
  /** Where the cell says it. */
  readonly currency?: string
}

/** Signs and words that mean one currency; $ means many. */
const signs: readonly (readonly [sign: RegExp, currency: string])[] = [
  [/€|\beuros?\b/iu, 'EUR'],
  [/£/u, 'GBP'],
  [/₽|руб(?:лей|ля|ль|\.)?/iu, 'RUB'],
  [/₸|тенге/iu, 'KZT'],
  [/₺/u, 'TRY'],
  [/₴/u, 'UAH'],
  [/₾/u, 'GEL'],
  [/₼/u, 'AZN'],
  [/֏/u, 'AMD'],
  [/сомони/iu, 'TJS'],
  [/сум(?:ов|а)?|сўм|so[‘’'ʻ`]m/iu, 'UZS'],
  [/\b(?:sfr|fr)\.?/iu, 'CHF'],
]

/** The currency that a text names by its code: “Budget (CHF)”. */
export const currencyIn = (text: string): string | undefined =>
  text.match(/(?<![A-Z])[A-Z]{3}(?![A-Z])/g)?.find(code => currencyCodes.includes(code))

export function readAmount(text: string, decimal: '.' | ',' | undefined): Read<WrittenAmount> {
  const code = currencyIn(text)
  const signed = signs.find(([sign]) => sign.test(text))
  const rest = code === undefined ? text.replace(signed?.[0] ?? /^$/, '') : text.replace(code, '')
  if (code === undefined && /\$/.test(text))
    return ambiguous(
      said('“{text}” may be in dollars of any country.', { text: text.trim() }),
      said('Write the code of the currency: 500 USD.'),
    )
  const number = readNumber(rest, { decimal })
  if ('fault' in number) return number
  const currency = code ?? signed?.[1]
  return { value: { amount: number.value, ...(currency !== undefined && { currency }) } }
}
