/** What a workbook cannot hold, told where a record says it: the workbook itself does not know of which field a text is. */
import { allIn, type Dataset, spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { Span } from '../model/source.ts'
import type { Work } from '../model/work.ts'
import { recordsOf } from './record-of.ts'

export function atItsRecords({ said, ...told }: Diagnostic, work: Work, dataset: Dataset): readonly Diagnostic[] {
  const places = said ? placesOf(said.text, dataset, told.span !== undefined) : []
  if (said && places.length > 0)
    return places.map(span => errorAt('record/wrong-value', span, said.message, ...told.hints))
  if (told.span || told.code !== 'record/wrong-value') return [told]
  const [record] = recordsOf(work, dataset)
  return [record ? { ...told, span: spanOf(record) } : told]
}

/** Every field that says just this, or else the longest that is a part of it: of words that are not a record's own, most of it. */
function placesOf(text: string, dataset: Dataset, hasOtherWords: boolean): readonly Span[] {
  const said = oneLine(text)
  const all = allIn(dataset).flatMap(entry => leavesOf(entry.data).map(leaf => ({ entry, ...leaf })))
  const same = all.filter(leaf => leaf.text === said)
  const within = all.filter(leaf => said.includes(leaf.text)).toSorted((a, b) => b.text.length - a.text.length)
  const parts = within.slice(0, 1).filter(leaf => !hasOtherWords || leaf.text.length * 2 >= said.length)
  return (same.length > 0 ? same : parts).map(({ entry, pointer }) => spanOf(entry, pointer))
}

interface Leaf {
  readonly pointer: string
  readonly text: string
}

/** As a name of a column is printed: records may break it over lines. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** As they are printed. */
function leavesOf(value: unknown, pointer = ''): readonly Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ pointer, text: oneLine(String(value)) }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}
