/** Changes of a workspace, several at once: a field set, taken out or renamed, a record added, doubled or taken out. */
import * as fc from 'fast-check'
import type { Kind } from '../../../src/model/record/kinds.ts'
import { type Base, type Files, folderOf, kindAt } from './bases.ts'
import { fitting } from './fitting.ts'
import { isListed, type Known, knownIn } from './known.ts'
import { odd } from './odd.ts'
import { nameOf, type Slot, slots } from './slots.ts'

/** `at` chooses a record of the kind, and then an entry of each list on the way. */
export type Change =
  | { readonly how: 'set'; readonly slot: Slot; readonly at: readonly number[]; readonly value: unknown }
  | { readonly how: 'drop' | 'rename'; readonly slot: Slot; readonly at: readonly number[] }
  | { readonly how: 'add'; readonly slot: Slot; readonly id: string; readonly value: unknown }
  | { readonly how: 'double' | 'list' | 'remove'; readonly at: number }

const positions = fc.array(fc.nat(7), { minLength: 5, maxLength: 5 })

const set = (slot: Slot, value: fc.Arbitrary<unknown>): fc.Arbitrary<Change> =>
  fc.record({ how: fc.constant('set' as const), slot: fc.constant(slot), at: positions, value })

/** What is set is odd, or fits: a value that is as good as the one before may still contradict the others. */
function changeOf(slot: Slot, known: Known): fc.Arbitrary<Change> {
  if (slot.path.length === 0) return additions(slot, known)
  const how = fc.constantFrom('drop' as const, 'rename' as const)
  return fc.oneof(
    { weight: 5, arbitrary: set(slot, odd(slot.shape, known)) },
    { weight: 4, arbitrary: set(slot, fitting(slot.shape, known)) },
    { weight: 2, arbitrary: fc.record({ how, slot: fc.constant(slot), at: positions }) },
  )
}

function additions(slot: Slot, known: Known): fc.Arbitrary<Change> {
  const id = fc.constantFrom('new-one', 'another', ...known.anyId)
  const value = fc.oneof(
    { weight: 4, arbitrary: fitting(slot.shape, known) },
    { weight: 1, arbitrary: odd(slot.shape, known) },
  )
  return fc.record({ how: fc.constant('add' as const), slot: fc.constant(slot), id, value })
}

const ofFiles: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('double' as const, 'list' as const, 'remove' as const),
  at: fc.nat(200),
})

/** Half of the workspaces take only what fits its field: most of them go through to the words. */
export function changesOf(base: Base): fc.Arbitrary<readonly Change[]> {
  const known = knownIn(base)
  const here = new Set<Kind | undefined>([...base.files.keys()].map(kindAt))
  const own = slots.filter(({ kind }) => here.has(kind))
  const any = fc.oneof(
    { weight: 20, arbitrary: among(own, slot => changeOf(slot, known)) },
    { weight: 1, arbitrary: ofFiles },
  )
  const isHeld = (slot: Slot): boolean =>
    recordsOf(slot.kind, base.files).some(path => holds(base.files.get(path), slot))
  const parts = own.filter(slot => slot.path.length > 0 && isHeld(slot))
  const fit = among(parts, slot => set(slot, fitting(slot.shape, known)))
  return fc.oneof(fc.array(any, { minLength: 1, maxLength: 6 }), fc.array(fit, { minLength: 1, maxLength: 3 }))
}

/** Of slots that share one schema, such as the age bands, all together are as likely as one that has its own. */
function among(from: readonly Slot[], make: (slot: Slot) => fc.Arbitrary<Change>): fc.Arbitrary<Change> {
  const groups = [...Map.groupBy(from, ({ shape }) => shape).values()]
  return fc.constantFrom(...groups).chain(same => fc.constantFrom(...same).chain(make))
}

export function told(change: Change): string {
  if (!('slot' in change)) return `${change.how} ${change.at}`
  const value = 'value' in change ? ` ${shortened(change.value)}` : ''
  return `${change.how} ${nameOf(change.slot)}${value}`
}

const shortened = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing')
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}

/** The files that differ afterwards; `undefined` is one that is gone. */
export function changed(base: Base, changes: readonly Change[]): ReadonlyMap<string, unknown> {
  const files = new Map<string, unknown>(structuredClone(base.files))
  const touched = new Set<string>()
  for (const change of changes) {
    const path = apply(change, files)
    if (path !== undefined) touched.add(path)
  }
  return new Map([...touched].map(path => [path, files.get(path)]))
}

/** @returns the path of the file that it touched. */
function apply(change: Change, files: Map<string, unknown>): string | undefined {
  if (change.how === 'add') return addRecord(change, files)
  if (!('slot' in change)) return changeFile(change, files)
  const [first = 0, ...rest] = change.at
  const all = recordsOf(change.slot.kind, files)
  const fit = all.filter(each => holds(files.get(each), change.slot))
  const path = pick(fit.length > 0 ? fit : all, first)
  if (path === undefined) return undefined
  const edit = { change, at: rest }
  files.set(path, editedAt(files.get(path), wayIn(files.get(path), change.slot), edit))
  return path
}

const recordsOf = (kind: Kind, files: Files): readonly string[] =>
  [...files.keys()].filter(path => kindAt(path) === kind)

/** A file may be a list of records. */
const wayIn = (file: unknown, { path }: Slot): readonly string[] => (Array.isArray(file) ? ['*', ...path] : path)

/** Whether all but the last step of the way is there already. */
const holds = (file: unknown, slot: Slot): boolean => leadsTo(file, wayIn(file, slot).slice(0, -1))

function leadsTo(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return isMap(value) || Array.isArray(value)
  if (name === '*') return Object.values(Object(value)).some(each => leadsTo(each, rest))
  return isMap(value) && leadsTo(value[name], rest)
}

const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)]

function addRecord({ slot, id, value }: Extract<Change, { how: 'add' }>, files: Map<string, unknown>): string {
  const path = `${folderOf(slot.kind, value)}/${slot.kind === 'society' ? 'society' : id}.yaml`
  files.set(path, value)
  return path
}

function changeFile({ how, at }: Extract<Change, { at: number }>, files: Map<string, unknown>): string | undefined {
  const path = pick([...files.keys()], at)
  const kind = path === undefined ? undefined : kindAt(path)
  if (path === undefined || kind === undefined) return undefined
  const data = files.get(path)
  if (how === 'remove') files.set(path, undefined)
  else if (how === 'list') files.set(path, isListed(kind) ? [{ id: 'listed', ...Object(data) }, data] : [data])
  else files.set(path.replace(/[^/]+$/, 'doubled.yaml'), data)
  return how === 'double' ? path.replace(/[^/]+$/, 'doubled.yaml') : path
}

interface Edit {
  readonly change: Extract<Change, { slot: Slot; at: readonly number[] }>
  /** Which entry of each list, or key of each map, on the way. */
  readonly at: readonly number[]
}

/** What is missing on the way is made, as lists and maps of nothing else. */
function editedAt(value: unknown, path: readonly string[], edit: Edit): unknown {
  const [name, ...rest] = path
  if (name === undefined) return edit.change.how === 'set' ? edit.change.value : undefined
  if (name === '*') return editedAmong(value, rest, edit)
  const { [name]: part, ...others }: { [name: string]: unknown } = isMap(value) ? value : {}
  if (rest.length === 0 && edit.change.how === 'rename') return { ...others, [`${name}s`]: part }
  const edited = editedAt(part, rest, edit)
  if (edited === undefined) return others
  return isMap(value) && name in value ? { ...value, [name]: edited } : { ...others, [name]: edited }
}

function editedAmong(value: unknown, rest: readonly string[], { change, at }: Edit): unknown {
  const [first = 0, ...further] = at
  if (isMap(value)) {
    const key = pick(Object.keys(value), first) ?? 'ru'
    return editedAt(value, [key, ...rest], { change, at: further })
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  const ways = list.flatMap((each, index) => (leadsTo(each, rest.slice(0, -1)) ? [index] : []))
  const index = pick(rest.length === 0 || ways.length === 0 ? [...list.keys(), list.length] : ways, first) ?? 0
  const edited = editedAt(list[index], rest, { change, at: further })
  return edited === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, edited)
}

const isMap = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
