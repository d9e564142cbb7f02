/** Amounts against the decimals of their currency. No amount is rounded: what its currency cannot hold is told. */

import { decimalsOf } from '../../model/currency.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { faultOf, largestMinor } from '../../model/money.ts'
import { type Said, said } from '../../model/said.ts'
import { type Draft, entriesAt, fieldOf, numberAt, textAt, valueAt, wrongAt } from '../draft.ts'
import { pointerTo } from '../pointer.ts'
import { showPlace } from '../show.ts'

/** Those of an agreement are in its own currency, but for an instalment that names another. */
export function checkAgreementAmounts(draft: Draft): readonly Diagnostic[] {
  const currency = textAt(draft, '/currency')
  const own = [
    '/opening_balance',
    ...entriesAt(draft, '/budget').flatMap(at => [
      `${at}/amount`,
      ...yearsAt(draft, at),
      ...entriesAt(draft, `${at}/revisions`).flatMap(each => [`${each}/amount`, ...yearsAt(draft, each)]),
    ]),
  ]
  return [
    ...own.flatMap(at => checkAmount(draft, at, currency)),
    ...entriesAt(draft, '/instalments').flatMap(at =>
      checkAmount(draft, `${at}/amount`, textAt(draft, `${at}/currency`) ?? currency),
    ),
  ]
}

/** Pointers of the amounts by year of a line or of a revision. */
export function yearsAt(draft: Draft, at: string): readonly string[] {
  const years = fieldOf(valueAt(draft, at), 'by_year')
  return typeof years === 'object' && years !== null
    ? Object.keys(years).map(year => `${at}/by_year${pointerTo(year)}`)
    : []
}

export function checkActivityAmounts(draft: Draft): readonly Diagnostic[] {
  return entriesAt(draft, '/funding')
    .flatMap(at => sumsAt(draft, at))
    .flatMap(at => checkAmount(draft, `${at}/amount`, textAt(draft, `${at}/currency`)))
}

/** Pointers of all sums of a share of an agreement: planned, spent, ordered. */
export function sumsAt(draft: Draft, share: string): readonly string[] {
  return [`${share}/budget`, ...entriesAt(draft, `${share}/spent`), ...entriesAt(draft, `${share}/committed`)]
}

function checkAmount(draft: Draft, at: string, currency: string | undefined): readonly Diagnostic[] {
  const amount = numberAt(draft, at)
  if (amount === undefined || currency === undefined) return []
  const fault = faultOf({ amount, currency })
  if (fault === undefined) return []
  const place = showPlace(at)
  if (fault === 'decimals') {
    const message = said('{Place} has too many decimals: {amount} {currency}.', { place, amount, currency })
    return [wrongAt('record/wrong-value', draft, at, message, decimalsIn(currency))]
  }
  const most = largestMinor / 10 ** decimalsOf(currency)
  const message = said('{Place} is more than can be counted to the last decimal: {amount} {currency}.', {
    place,
    amount,
    currency,
  })
  return [
    wrongAt(
      'record/wrong-value',
      draft,
      at,
      message,
      said('The most is {most} {currency}: look for digits too many.', { most, currency }),
    ),
  ]
}

function decimalsIn(currency: string): Said {
  const decimals = decimalsOf(currency)
  if (decimals === 0) return said('{currency} has no decimals. Write the sum as the accounts have it.', { currency })
  if (decimals === 1) return said('{currency} has one decimal. Write the sum as the accounts have it.', { currency })
  return said('{currency} has {decimals} decimals. Write the sum as the accounts have it.', {
    currency,
    decimals: numerals[decimals] ?? decimals,
  })
}

const numerals = [undefined, undefined, said('two'), said('three'), said('four')]
