/** Which of the records that differ moved a figure: those that stand behind it, or that say how it is made. */
import type { Contribution, Figure } from '../model/figure.ts'
import { subjectKinds } from '../model/record/kinds.ts'
import type { Cause } from './comparison.ts'
import { type FieldChange, nameOfRecord, type RecordChange } from './records.ts'

export interface Changes {
  readonly byName: ReadonlyMap<string, RecordChange>
  readonly all: readonly RecordChange[]
}

export const changesOf = (all: readonly RecordChange[]): Changes => ({
  all,
  byName: new Map(all.map(change => [nameOfRecord(change), change])),
})

export interface Moved {
  readonly figures: readonly Figure[]
  /** The agreements whose report it is in. */
  readonly agreements: readonly string[]
  /** What its row is known by. */
  readonly codes: readonly string[]
}

/** Never none where a figure moved: what nothing else explains, every record that may be behind it is named for. */
export function causesOf({ figures, agreements, codes }: Moved, changes: Changes): readonly Cause[] {
  const behind = figures.flatMap(figure => figure.from()).flatMap(each => changed(each, changes))
  const rules = changes.all.filter(
    change => change.kind === 'agreement' && agreements.includes(change.id) && isRuleOf(change, codes),
  )
  const found = new Set([...behind, ...rules])
  const named = found.size > 0 ? [...found] : changes.all.filter(isFactual)
  return named.map(({ kind, id, file, line }) => ({ kind, id, file, line }))
}

function changed({ record, kind, at }: Contribution, { byName }: Changes): readonly RecordChange[] {
  const kinds = kind ? [kind] : subjectKinds
  return kinds
    .flatMap(each => byName.get(nameOfRecord({ kind: each, id: record })) ?? [])
    .filter(change => isNewOrGone(change) || change.fields.some(field => concerns(field, at)))
}

/** Other numbers of a record do not move those that stand in another field; its days, its status and its place may. */
function concerns(field: FieldChange, at: string | undefined): boolean {
  if (field.isText) return false
  const isOther = at !== undefined && branchOf(field.at) !== branchOf(at)
  return !(isOther && isNumeric(field))
}

const branchOf = (pointer: string): string => pointer.split('/')[1] ?? ''

const isNewOrGone = ({ status }: RecordChange): boolean => status === 'added' || status === 'removed'

const isFactual = (change: RecordChange): boolean => isNewOrGone(change) || change.fields.some(({ isText }) => !isText)

/** Its rates, its days, its rules; what it says of one indicator or one budget line only for the rows of that. */
function isRuleOf(change: RecordChange, codes: readonly string[]): boolean {
  if (isNewOrGone(change)) return true
  return change.fields.some(
    field => !field.isText && (field.of === undefined || (!isNumeric(field) && codes.includes(field.of))),
  )
}

const isNumeric = ({ before, after }: FieldChange): boolean =>
  [before, after].every(each => typeof each === 'number' || each === undefined)
