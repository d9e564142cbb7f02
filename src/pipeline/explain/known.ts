/** A workspace as it is explained: its state, and its records by what contributions and people call them. */
import type { EntryOf } from '../../explain/explanation.ts'
import { allIn, type Dataset, type Entry, recordNamed, subjectNamed } from '../../model/dataset.ts'
import { isKind } from '../../model/record/kinds.ts'

export const entriesOf =
  (dataset: Dataset): EntryOf =>
  ({ kind, record }) =>
    kind ? recordNamed(dataset, kind, record) : subjectNamed(dataset, record)

/** By id, by kind and id (`place/uz-tk`), or by file: all that stand there. */
export function recordsCalled(word: string, dataset: Dataset): readonly Entry[] {
  const path = word.replaceAll('\\', '/').replace(/^\.\//, '')
  const [kind = '', id = ''] = path.split('/')
  const isIn = ({ origin }: Entry): boolean => origin.file.path === path || path.endsWith(`/${origin.file.path}`)
  const all = allIn(dataset)
  if (path.endsWith('.yaml')) return all.filter(isIn)
  if (isKind(kind) && id !== '') return [recordNamed(dataset, kind, id) ?? []].flat()
  return all.filter(entry => entry.id === path)
}
