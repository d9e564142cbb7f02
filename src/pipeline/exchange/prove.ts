/**
 * The proof of an import: all records as they would be are loaded, and what is then told is told at the cell it comes from.
 * Each record must have become what it was to become, and each beside it stay what it was.
 */

import { isDeepStrictEqual } from 'node:util'
import type { Planned } from '../../exchange/plan.ts'
import { inside } from '../../exchange/values.ts'
import { type Parsed, parse } from '../../load/parse.ts'
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import type { LoadedWorkspace } from '../loaded.ts'
import type { Sources } from '../workspace.ts'
import { atItsCell, firstCell } from './at-its-cell.ts'
import { changedFiles, type WrittenFile } from './changed-files.ts'

export interface Proof {
  readonly bad: ReadonlySet<Planned>
  readonly diagnostics: readonly Diagnostic[]
}

export function provedBy(files: readonly WrittenFile[], { sources, records, recordsIn }: LoadedWorkspace): Proof {
  const distorted = files.flatMap(file => distortedIn(file, sources))
  const bad = new Set(distorted)
  const written = new Map(files.map(file => [file.path, file]))
  const others = sources.files.filter(({ path }) => !written.has(path))
  const texts = files.map(({ path, after }) => ({ path, text: after }))
  const known = new Set(records.diagnostics.map(keyOf))
  const news = recordsIn([...others, ...texts]).diagnostics.filter(each => !known.has(keyOf(each)))
  const told = news.map(each => {
    const file = written.get(each.span?.file.path ?? '')
    const parsed = file && parse({ path: file.path, text: file.after })
    const plan = file && planAt(file, parsed, each.span?.start ?? 0)
    if (plan && each.severity === 'error') bad.add(plan)
    return plan && parsed ? atItsCell(each, plan, parsed) : each
  })
  // What is told of records elsewhere follows from those that change: all of them are in doubt.
  const isInDoubt = told.some(({ severity }) => severity === 'error') && bad.size === 0
  const all = isInDoubt ? files.flatMap(({ plans }) => plans) : [...bad]
  return { bad: new Set(all), diagnostics: [...told, ...distorted.map(byHand)] }
}

const keyOf = ({ code, message, span }: Diagnostic): string => JSON.stringify([code, message, span?.file.path])

/** Those that distort alone; where none does, all that do together. */
function distortedIn(file: WrittenFile, { files }: Sources): readonly Planned[] {
  const all = unlikeMeant(file)
  const alone = all.filter(plan => changedFiles([plan], files).some(own => unlikeMeant(own).length > 0))
  return alone.length > 0 ? alone : all
}

/** Plans whose record did not become what it was to, or all of the file where another record changed. */
function unlikeMeant({ path, before, after, plans }: WrittenFile): readonly Planned[] {
  const now = parse({ path, text: after }).value
  const was = before === undefined ? undefined : parse({ path, text: before }).value
  return isUntouchedBeside(was, now, plans)
    ? plans.filter(plan => !isDeepStrictEqual(withoutId(inside(now, namesOf(plan))), withoutId(plan.data)))
    : plans
}

function isUntouchedBeside(was: unknown, now: unknown, plans: readonly Planned[]): boolean {
  if (!Array.isArray(was)) return true
  const changing = new Set(plans.map(plan => namesOf(plan)[0]))
  const isSame = (each: unknown, index: number): boolean =>
    changing.has(String(index)) || (Array.isArray(now) && isDeepStrictEqual(each, now[index]))
  return Array.isArray(now) && now.length === was.length && was.every(isSame)
}

const namesOf = ({ existing }: Planned): readonly string[] => existing?.origin.pointer.split('/').slice(1) ?? []

/** In a list a record has its id with it. */
function withoutId(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'id'))
}

function planAt({ plans }: WrittenFile, parsed: Parsed | undefined, offset: number): Planned | undefined {
  const [only, other] = plans
  if (only && !other && namesOf(only).length === 0) return only
  return plans.find(plan => {
    const [start = 0, end = 0] = parsed?.spans.get(plan.existing?.origin.pointer ?? '')?.value ?? []
    return offset >= start && offset <= end
  })
}

function byHand(plan: Planned): Diagnostic {
  const { told, existing, id } = plan
  const message = said(
    '{id} is written in a way that cannot be changed without touching what stands beside it, such as an alias.',
    { id },
  )
  const values = [...told.claims.values()].map(({ span }) => span.file.text).join(', ')
  const hint = said('Change {path} by hand: {values}.', {
    path: existing?.origin.file.path ?? said('it'),
    values: values.slice(0, 200),
  })
  return errorAt('import/by-hand', firstCell(plan), message, hint)
}
