/** What the sheets of an annual report are made of: one agreement in one period, in one language. */
import type { Dataset } from '../model/dataset.ts'
import type { Language } from '../model/text.ts'
import type { Account } from './account.ts'
import { earlierOf, type Ledger, yearBeforeOf } from './ledger.ts'
import type { Names } from './names.ts'

export interface Report {
  readonly dataset: Dataset
  readonly ledger: Ledger
  /** On all before it in the same programme, earliest first. */
  readonly earlier: readonly Report[]
  /** On the same part of the reporting year before, which this one is set beside. */
  readonly before?: Report
  readonly language: Language
  readonly names: Names
}

/** Enough to name a record, in every kind of report. */
export type Named = Pick<Report, 'dataset' | 'names'>

/** @param of all accounts, those of the earlier years among them */
export function reportOn(
  ledger: Ledger,
  of: Pick<Report, 'dataset' | 'language' | 'names'> & { readonly accounts: readonly Account[] },
): Report {
  const { accounts, ...common } = of
  const earlier = earlierOf(ledger, accounts).map(past => ({ ...common, ledger: past, earlier: [] }))
  const last = yearBeforeOf(ledger, accounts)
  const before = last && (earlier.find(each => each.ledger === last) ?? { ...common, ledger: last, earlier: [] })
  return { ...common, ledger, earlier, ...(before && { before }) }
}
