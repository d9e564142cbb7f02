/** The currency in which agreements can be added up: the one they share, or one to which every other has a given rate. */
import { compare } from '../../model/diagnostic.ts'
import type { Agreement, Rate } from '../../model/record/agreement.ts'

export interface Common {
  readonly currency: string | null
  /** By agreement; `null` where none is needed. */
  readonly rates: readonly (Rate | null)[]
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

/** Its own rate; otherwise that of the others, where they agree on it. */
function rateTo(currency: string, agreement: Side, agreements: readonly Side[]): Rate | undefined {
  const given = ({ rates = [] }: Side) => rates.filter(({ from, to }) => from === agreement.currency && to === currency)
  const [own] = given(agreement)
  if (own) return own
  const [first, ...others] = agreements.flatMap(given)
  return others.every(({ rate }) => rate === first?.rate) ? first : undefined
}
