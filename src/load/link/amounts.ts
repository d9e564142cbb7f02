/** Amounts against the decimals of their currency. No amount is rounded: what its currency cannot hold is told. */
import { decimalsOf } from '../../model/currency.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { faultOf, largestMinor } from '../../model/money.ts'
import { type Draft, entriesAt, fieldOf, numberAt, textAt, valueAt, wrongAt } from '../draft.ts'
import { pointerTo } from '../pointer.ts'
import { capitalized, showPlace } from '../show.ts'

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
  const place = capitalized(showPlace(at))
  if (fault === 'decimals') {
    const message = `${place} has too many decimals: ${amount} ${currency}.`
    return [
      wrongAt(
        'record/wrong-value',
        draft,
        at,
        message,
        `${decimalsIn(currency)} Write the sum as the accounts have it.`,
      ),
    ]
  }
  const most = largestMinor / 10 ** decimalsOf(currency)
  const message = `${place} is more than can be counted to the last decimal: ${amount} ${currency}.`
  return [
    wrongAt('record/wrong-value', draft, at, message, `The most is ${most} ${currency}: look for digits too many.`),
  ]
}

function decimalsIn(currency: string): string {
  const decimals = decimalsOf(currency)
  const most =
    decimals === 0 ? 'no decimals' : decimals === 1 ? 'one decimal' : `${numerals[decimals] ?? decimals} decimals`
  return `${currency} has ${most}.`
}

const numerals = ['', 'one', 'two', 'three', 'four']
