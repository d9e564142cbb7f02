/** The records that a work is of, among all that stand behind it: it is named after them. */
import { type Dataset, type Entry, subjectNamed } from '../model/dataset.ts'
import { allPartners, type Work } from '../model/work.ts'

/** One; of the report over all partners, the agreements. */
export function recordsOf({ kind, id, records }: Work, dataset: Dataset): readonly Entry[] {
  if (kind === 'press') return [subjectNamed(dataset, id) ?? []].flat()
  return (id === allPartners ? records : [id]).flatMap(each => dataset.agreement.get(each) ?? [])
}
