/**
 * An import, on one page: the workspace is read, tables become records, their texts are amended, and what would be there
 * then is loaded as a build loads it. Nothing is written here, and nothing ever that a build would refuse.
 */

import type { Planned } from '../../exchange/plan.ts'
import { siteOf } from '../../exchange/site.ts'
import type { FileRead } from '../../exchange/tables/open.ts'
import { tablesIn } from '../../exchange/tables/open.ts'
import { takenFrom } from '../../exchange/take.ts'
import { type Dataset, subjectNamed } from '../../model/dataset.ts'
import { type Diagnostic, hasErrors, inOrder } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source.ts'
import { type LoadedWorkspace, loadedFrom } from '../loaded.ts'
import type { Sources, Workspace } from '../workspace.ts'
import { changedFiles, type WrittenFile } from './changed-files.ts'
import { mappingOf, type Wishes } from './mapping-file.ts'
import { provedBy } from './prove.ts'

export interface ImportRequest {
  readonly files: readonly FileRead[]
  readonly mapping?: SourceFile
  readonly wishes: Wishes
  readonly encoding?: string
  /** What has errors is left out, and told as a warning. */
  readonly skipBad: boolean
}

export interface Imported {
  /** To be written. */
  readonly files: readonly WrittenFile[]
  readonly counts: {
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly skipped: number
  }
  readonly diagnostics: readonly Diagnostic[]
}

const nothing = { files: [], counts: { created: 0, updated: 0, unchanged: 0, skipped: 0 } } as const

export async function importTables(workspace: Workspace, request: ImportRequest): Promise<Imported> {
  const loaded = loadedFrom(await workspace.read())
  const { sources, templates, records } = loaded
  // Beside a record in error nobody knows which are there already.
  const before = [...sources.diagnostics, ...records.diagnostics].filter(({ severity }) => severity === 'error')
  if (!records.value || before.length > 0) return { ...nothing, diagnostics: inOrder(before) }
  const site = siteOf(records.value, templates.value)
  const mapping = mappingOf(request.mapping, request.wishes, site)
  if (hasErrors(mapping.diagnostics)) return { ...nothing, diagnostics: inOrder(mapping.diagnostics) }
  const read = await Promise.all(request.files.map(file => tablesIn(file, request)))
  const tables = read.flatMap(({ value }) => value)
  const taken = takenFrom(tables, site, mapping.value, takenIds(records.value, sources))
  const ofAll = [...mapping.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics), ...taken.diagnostics]
  return outcome(taken.plans, ofAll, { loaded, skipBad: request.skipBad })
}

function takenIds(dataset: Dataset, { files }: Sources): (id: string) => boolean {
  const names = new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')))
  return id => subjectNamed(dataset, id) !== undefined || names.has(id)
}

interface Held {
  readonly loaded: LoadedWorkspace
  readonly skipBad: boolean
}

/** What is found wrong only beside all else is left out too, until the rest is right. */
function outcome(plans: readonly Planned[], ofAll: readonly Diagnostic[], held: Held): Imported {
  const told: Diagnostic[] = plans.flatMap(({ diagnostics }) => diagnostics)
  // What a whole table lacks is told once, and not of each of its records.
  let good = hasErrors(ofAll) ? [] : plans.filter(({ diagnostics }) => !hasErrors(diagnostics))
  for (;;) {
    const files = changedFiles(good, held.loaded.sources.files)
    const proof = provedBy(files, held.loaded)
    told.push(...proof.diagnostics)
    if (proof.bad.size === 0)
      return finished({ plans, good, files }, [...ofAll, ...told], hasErrors(ofAll) || !held.skipBad)
    good = good.filter(plan => !proof.bad.has(plan))
  }
}

interface Found {
  readonly plans: readonly Planned[]
  readonly good: readonly Planned[]
  readonly files: readonly WrittenFile[]
}

function finished({ plans, good, files }: Found, told: readonly Diagnostic[], isAllOrNothing: boolean): Imported {
  const skipped = plans.length - good.length
  if (isAllOrNothing && hasErrors(told))
    return { ...nothing, counts: { ...nothing.counts, skipped: plans.length }, diagnostics: inOrder(told) }
  const changing = good.filter(({ changes }) => changes.length > 0)
  const created = changing.filter(({ existing }) => !existing).length
  const counts = { created, updated: changing.length - created, unchanged: good.length - changing.length, skipped }
  // Whoever leaves bad rows out knows of them.
  const diagnostics = told.map(each => ({ ...each, severity: 'warning' as const }))
  return { files, counts, diagnostics: inOrder(diagnostics) }
}
