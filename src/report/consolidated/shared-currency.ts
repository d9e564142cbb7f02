/** The currency in which agreements can be added up: the one they share, or one to which every other has a given rate. */
import { compare } from '../../model/diagnostic.ts'
import type { Agreement } from '../../model/record/agreement.ts'
import { type AppliedRate, ratesOf } from '../rates.ts'

export interface Common {
  readonly currency: string | null
  /** By agreement; `null` where none is needed. */
  readonly rates: readonly (AppliedRate | null)[]
}

type Side = Pick<Agreement, 'currency' | 'rates'>

/** The currency of most agreements that will do; of several, the first by its code. */
export function commonOf(agreements: readonly Side[]): Common {
  const uses = (currency: string) => agreements.filter(each => each.currency === currency).length
  const candidates = [...new Set(agreements.map(({ currency }) => currency))].toSorted(
    (a, b) => uses(b) - uses(a) || compare(a, b),
  )
  for (const currency of candidates) {
    const rates = agreements.map(each => (each.currency === currency ? null : rateTo(currency, each, agreements)))
    if (!rates.includes(undefined)) return { currency, rates: rates.map(rate => rate ?? null) }
  }
  return { currency: null, rates: agreements.map(() => null) }
}

/** Its own rate, the latest of several; otherwise that of the others, where they agree on it. */
function rateTo(currency: string, agreement: Side, agreements: readonly Side[]): AppliedRate | undefined {
  const given = (side: Side): readonly AppliedRate[] => {
    return ratesOf(side, agreement.currency, currency).flatMap(({ rates, isInverse }) =>
      rates.toReversed().map(rate => ({ published: [rate], value: rate.rate, isInverse })),
    )
  }
  const [own] = given(agreement)
  if (own) return own
  const [first, ...others] = agreements.flatMap(given)
  const isSame = (other: AppliedRate) => other.value === first?.value && other.isInverse === first.isInverse
  return others.every(isSame) ? first : undefined
}
