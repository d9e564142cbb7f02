/** Which records differ, and in which fields: by what they say, not by how it is written. */
import { allIn, type Dataset, type Entry, nameOf } from '../model/dataset.ts'
import type { Kind } from '../model/record/kinds.ts'
import { isTextAt } from '../model/record/text-fields.ts'
import { writtenAt } from '../model/written-at.ts'

export interface FieldChange {
  /** JSON pointer from the record. */
  readonly at: string
  /** Leaves: texts, numbers, answers. `undefined`: not there. */
  readonly before: unknown
  readonly after: unknown
  /** Code of the entry of a list that it is in, where that has one: of an indicator, of a budget line. */
  readonly of?: string
  /** Words for a reader, in some language: no figure depends on them. */
  readonly isText: boolean
}

export interface RecordChange {
  readonly kind: Kind
  readonly id: string
  /** `moved`: it says the same in another file. */
  readonly status: 'added' | 'removed' | 'changed' | 'moved'
  /** Where it stands, in the later side; of one that was removed, in the earlier. */
  readonly file: string
  readonly line: number
  readonly fields: readonly FieldChange[]
}

export const nameOfRecord = ({ kind, id }: Pick<RecordChange, 'kind' | 'id'>): string => `${kind}/${id}`

/** By kind, then by id. */
export function changedRecords(before: Dataset, after: Dataset): readonly RecordChange[] {
  const [old, now] = [before, after].map(dataset => new Map(allIn(dataset).map(each => [nameOfRecord(each), each])))
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].toSorted()
  return names.flatMap(name => changeOf(old?.get(name), now?.get(name)))
}

function changeOf(before: Entry | undefined, after: Entry | undefined): readonly RecordChange[] {
  const entry = after ?? before
  if (!entry || isSameText(before, after)) return []
  const { kind, id } = entry
  const isThere = before && after
  const fields = isThere ? fieldChanges(before, after) : []
  const isMoved = isThere && before.origin.file.path !== after.origin.file.path
  if (isThere && fields.length === 0 && !isMoved) return []
  const status = isThere ? (fields.length > 0 ? 'changed' : 'moved') : after ? 'added' : 'removed'
  return [{ kind, id, status, ...writtenAt(entry, fields[0]?.at), fields }]
}

/** Known without a look at what it says, where the digests of the files were taken. */
function isSameText(before: Entry | undefined, after: Entry | undefined): boolean {
  const name = before && nameOf(before.origin)
  return name !== undefined && name === (after && nameOf(after.origin))
}

function fieldChanges(before: Entry, after: Entry): readonly FieldChange[] {
  const [old, now] = [before, after].map(({ data }) => new Map(leavesOf(data)))
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])]
  return names.flatMap(at => {
    const [was, is] = [old?.get(at), now?.get(at)]
    const of = codeAt(after.data, at) ?? codeAt(before.data, at)
    const field = { at, before: was, after: is, isText: isTextAt(after.kind, at), ...(of !== undefined && { of }) }
    return was === is ? [] : [field]
  })
}

/** `/indicators/3/target/total` is of the code of the fourth. */
function codeAt(data: object, at: string): string | undefined {
  const [, list = '', index = ''] = at.split('/')
  const held = Object.entries(data).find(([name]) => name === list)?.[1]
  const entry: unknown = Array.isArray(held) ? held[Number(index)] : undefined
  if (typeof entry !== 'object' || entry === null) return undefined
  const named = Object.entries(entry).find(([name]) => name === 'code' || name === 'line')?.[1]
  return typeof named === 'string' ? named : undefined
}

/** Its texts, numbers and answers, by JSON pointer. */
export function leavesOf(value: unknown, at = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[at, value]]
  const inner = Object.entries(value)
  if (inner.length === 0) return [[at, Array.isArray(value) ? '[]' : '{}']]
  return inner.flatMap(([name, each]) => leavesOf(each, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`))
}
