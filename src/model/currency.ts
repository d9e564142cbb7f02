/** Currencies of ISO 4217 and their decimals. The list is that of a library which follows the standard's amendments. */
import * as current from 'dinero.js/currencies'

/** Withdrawn from the standard since 2011: sums of earlier years are still in them. */
const withdrawn: { readonly [code: string]: number } = {
  ANG: 2,
  BYR: 0,
  CUC: 2,
  EEK: 2,
  HRK: 2,
  LTL: 2,
  LVL: 2,
  SLL: 2,
  STD: 2,
  VEF: 2,
  ZMK: 2,
  ZWL: 2,
}

/** Ouguiya and ariary are divided by five, and the standard writes them with two decimals. */
const decimals: ReadonlyMap<string, number> = new Map([
  ...Object.entries(withdrawn),
  ...Object.values(current).map(({ code, base, exponent }) => [code, base === 10 ? exponent : 2] as const),
])

/** In alphabetical order. */
export const currencyCodes: readonly string[] = [...decimals.keys()].toSorted()

/** Two where the code is unknown: that was told already. */
export const decimalsOf = (currency: string): number => decimals.get(currency) ?? 2
