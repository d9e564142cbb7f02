/** What the sheets of an annual report are made of: one agreement, in one language. */
import type { Dataset } from '../model/dataset.ts'
import type { Language } from '../model/text.ts'
import { earlierOf, type Ledger } from './ledger.ts'
import type { Names } from './names.ts'

export interface Report {
  readonly dataset: Dataset
  readonly ledger: Ledger
  /** On the earlier years of the same programme, earliest first. */
  readonly earlier: readonly Report[]
  readonly language: Language
  readonly names: Names
}

/** Enough to name a record, in every kind of report. */
export type Named = Pick<Report, 'dataset' | 'names'>

/** @param of all ledgers, those of the earlier years among them */
export function reportOn(
  ledger: Ledger,
  of: Pick<Report, 'dataset' | 'language' | 'names'> & { readonly ledgers: readonly Ledger[] },
): Report {
  const { ledgers, ...common } = of
  const earlier = earlierOf(ledger, ledgers).map(past => ({ ...common, ledger: past, earlier: [] }))
  return { ...common, ledger, earlier }
}
