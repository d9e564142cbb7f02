/** The fields of all kinds of record, and datasets that differ in some of them. */
import type { Dataset, Entry } from '../../src/model/dataset.ts'
import { type Kind, kindNames, kinds } from '../../src/model/record/kinds.ts'
import { changedAt, type Leaf, leavesOf, type Shape, shapeOf } from './leaves.ts'

export interface Field extends Leaf {
  /** `meeting.topics.intro`; of the block that meetings and activities share, `release.headline`. */
  readonly name: string
  readonly of: readonly Kind[]
}

/** A text in several languages is one value. */
export const isText = ({ type }: Shape): boolean => Array.isArray(type) && type.includes('object')

export const fields: readonly Field[] = [
  ...Map.groupBy(
    kindNames.flatMap(kind =>
      leavesOf(shapeOf(kinds[kind].schema), isText).map(leaf => ({
        ...leaf,
        name: leaf.path.startsWith('release.') ? leaf.path : `${kind}.${leaf.path}`,
        kind,
      })),
    ),
    ({ name }) => name,
  ),
].flatMap(([name, same]) =>
  same.slice(0, 1).map(({ path, shape }) => ({ name, path, shape, of: same.map(each => each.kind) })),
)

export function entriesOf(dataset: Dataset): readonly Entry[] {
  return kindNames.flatMap((kind): readonly Entry[] => {
    const records = dataset[kind]
    return 'get' in records ? [...records.values()] : [records]
  })
}

/** @param to the new value of each of these fields, wherever it has one */
export function withFields(
  dataset: Dataset,
  these: readonly Field[],
  to: (value: unknown, field: Field) => unknown,
): Dataset {
  const changed = entriesOf(dataset).map(entry => {
    const own = these.filter(({ of }) => of.includes(entry.kind))
    const change = (data: unknown, field: Field): unknown =>
      changedAt(data, field.path, value => (value === undefined ? undefined : to(value, field)))
    return { ...entry, data: own.reduce(change, entry.data) }
  })
  const maps = kindNames.map(kind => {
    const own = changed.filter(entry => entry.kind === kind)
    return [kind, kind === 'society' ? own[0] : new Map(own.map(entry => [entry.id, entry]))]
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same records with other values
  return { ...Object.fromEntries(maps), packs: dataset.packs } as Dataset
}

/** Values that no rule changes to another that is as good. */
const others: { readonly [field: string]: { readonly [value: string]: unknown } } = {
  'society.country': { UZ: 'KZ' },
  'society.languages.*': { en: 'uz-Latn' },
  'society.time_zone': { 'Asia/Tashkent': 'Asia/Tokyo' },
  'activity.branches.*': { 'branch-railway': 'branch-taxi' },
  'area.order': { 1: 2, 2: 1 },
  'place.order': { 1: 2, 2: 1 },
  'agreement.reports.*': { year: 'final', 'half-year': 'quarter' },
  // What it moves to lies in another report, or after the cut-off.
  'activity.target.by_period.*.period': { '2022-03': '2022-08' },
  'activity.reached.by_period.*.period': { '2022-03': '2022-08' },
  'activity.funding.*.committed.*.date': { '2022-03-20': '2022-08-20' },
  'agreement.budget.*.revisions.*.date': { '2022-06-30': '2023-06-30' },
  'agreement.indicators.*.target_revisions.*.date': { '2022-06-01': '2023-06-01' },
}

/** Another value of its kind: another word, day, choice, or record of the dataset. */
export function otherThan(value: unknown, { name, shape }: Field, dataset: Dataset): unknown {
  const known = others[name]?.[String(value)]
  if (known !== undefined) return known
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'string') return changedAt(value, '*', text => `${String(text)} changed`)
  if (shape.enum) return shape.enum.find(each => each !== value)
  return otherRecord(value, dataset) ?? otherDay(value) ?? `${value}0`
}

function otherRecord(id: string, dataset: Dataset): string | undefined {
  const entry = entriesOf(dataset).find(each => each.id === id)
  if (!entry) return undefined
  const kind = entry.kind === 'society' ? 'organization' : entry.kind
  return [...dataset[kind].keys()].findLast(each => each !== id)
}

function otherDay(value: string): string | undefined {
  if (/^\d{4}-Q\d$/.test(value)) return value.replace(/\d$/, quarter => (quarter === '2' ? '3' : '2'))
  return /^\d{4}-\d\d-\d\d/.test(value)
    ? value.replace(/^(.{8})(\d\d)/, (_, month: string, day: string) => month + (day === '15' ? '16' : '15'))
    : undefined
}
