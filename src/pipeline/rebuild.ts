/**
 * The story where something is new. Nothing is written before all that is pure has succeeded; the manifest is written last,
 * so that it never tells of a file that is not there.
 */
import { compare, type Diagnostic, inOrder } from '../model/diagnostic.ts'
import type { Renderer } from '../model/render-job.ts'
import { type Compilation, compile } from './compile.ts'
import type { Desk } from './desk.ts'
import { sha256 } from './digest.ts'
import { announce, leftUnfinished, settle } from './disk/unfinished.ts'
import { compareWith, withFingerprints } from './freshness.ts'
import { type DueJob, jobsOf, ready } from './jobs.ts'
import {
  entryOf,
  type Manifest,
  type ManifestEntry,
  manifestPath,
  readManifest,
  sumsPath,
  writeManifest,
} from './manifest.ts'
import { builtNotes, type Note, noted, noteKey } from './memo/note.ts'
import { openPhotos } from './photos.ts'
import { renderAll } from './render-all.ts'
import { refused, reportOf, stops } from './report.ts'
import type { BuildOptions, BuildReport, Doors } from './request.ts'
import { keepSchemas } from './schemas.ts'
import { isPartial } from './select.ts'
import type { ShardMark } from './shard/mark.ts'
import { refuseOthersFolder } from './shard/own-folder.ts'
import { partOf } from './shard/plan.ts'
import { signerOf } from './signing.ts'
import { printedWith, type ToolsOf, toolsFor } from './tools.ts'

export async function rebuild(desk: Desk, doors: Doors, options: BuildOptions): Promise<BuildReport> {
  const { output, renderer } = doors
  const before = await readManifest(output)
  refuseOthersFolder(before, options)
  if (mayPrint(options)) await renderer.prepare?.()
  const compiled = await compile(desk, options.selection, options.asOf, () => warm(renderer, options))
  if (!options.dryRun) keepSchemas(doors.memo, compiled.loaded, compiled.templates)
  if (stops(compiled.relevant, options)) return refused(compiled.relevant)
  const signing = signerOf(doors.signer, compiled.loaded.value, options.asOf)
  const part = partOf(compiled.works, options, signing)
  const photos = openPhotos(desk, { folder: doors.memo?.photos, force: options.force })
  const making = { fonts: compiled.templates.fonts, photos, date: options.date }
  const { jobs: all, diagnostics } = await jobsOf(part.works, making, desk.memo)
  const told = inOrder([...compiled.relevant, ...diagnostics])
  if (stops(told, options)) return refused(told)

  const jobs = all.filter(part.isOwn)
  const tools = await toolsFor(
    jobs.map(({ format }) => format),
    renderer,
  )
  const keepsSigned = doors.signer ? undefined : tools
  const comparing = { output, memo: desk.memo, force: options.force, keepsSigned }
  const { fresh, due } = await compareWith(before.artifacts, withFingerprints(jobs, tools, signing), comparing)
  const paths = new Set(jobs.map(job => job.path))
  // A shard is alone in its folder: what it lists and is no longer part of it goes, as from a whole build.
  const isWhole = part.mark !== undefined || !isPartial(options.selection)
  const gone = isWhole ? before.artifacts.filter(old => !paths.has(old.path)) : []
  if (options.dryRun)
    return { outcome: 'done', artifacts: reportOf({ fresh, built: due.map(foreseen), gone }), diagnostics: told }

  const left = await leftUnfinished(output)
  await announce(output, newPaths(due, before.artifacts), left)
  const rendered = await renderAll(await ready(due, making), doors, { ...options, recordsOf: compiled.recordsOf })
  await photos.tidy()
  const { built, fault } = rendered
  const shard = markLacking(part.mark, due, built)
  if (fault) await keepBuilt(built, { ...before, shard }, doors)
  if (fault) throw fault.thrown
  for (const old of gone) await output.remove(old.path)
  const now = new Set([...fresh, ...built, ...gone].map(each => each.path))
  const artifacts = [...before.artifacts.filter(old => !now.has(old.path)), ...fresh, ...built]
  const listed = new Set([...now, ...artifacts.map(each => each.path)])
  const strays = left.filter(path => !listed.has(path))
  for (const path of isWhole ? strays : []) await output.remove(path)
  await writeManifest(output, {
    tools: Object.assign({}, isWhole ? {} : before.tools, ...Object.values(tools)),
    artifacts,
    shard,
  })
  await settle(output, isWhole ? [] : strays)
  const outcome = rendered.diagnostics.length > 0 ? 'incomplete' : 'done'
  const isAll = artifacts.length === jobs.length
  if (outcome === 'done')
    await keepNote(
      { tools, ...(await trailTo(tools, renderer)), ...(!isAll && { artifacts: [...paths] }) },
      { desk, doors, options, compiled, told },
    )
  const everything = [...told, ...rendered.diagnostics, ...renderer.diagnostics()]
  return { outcome, artifacts: reportOf({ fresh, built, gone }), diagnostics: inOrder(everything) }
}

/** The browser starts beside all that is pure. */
async function warm(renderer: Renderer, options: BuildOptions): Promise<void> {
  if (mayPrint(options)) await renderer.warm?.()
}

const mayPrint = ({ dryRun, selection }: BuildOptions): boolean => !dryRun && selection.only !== 'workbook'

/** What was written before the fault need not be made again. The fault is what is told, whatever follows from it. */
async function keepBuilt(built: readonly ManifestEntry[], before: Manifest, { output }: Doors): Promise<void> {
  const now = new Set(built.map(each => each.path))
  const artifacts = [...before.artifacts.filter(old => !now.has(old.path)), ...built]
  await writeManifest(output, { ...before, artifacts }).catch(() => undefined)
}

/** What could not be made, of a shard: nobody takes what stood there before for what its plan says. */
function markLacking(
  mark: ShardMark | undefined,
  due: readonly DueJob[],
  built: readonly ManifestEntry[],
): ShardMark | undefined {
  const made = new Set(built.map(each => each.path))
  const lacks = due.map(each => each.path).filter(path => !made.has(path))
  return mark && lacks.length > 0 ? { ...mark, lacks: lacks.toSorted(compare) } : mark
}

function newPaths(due: readonly DueJob[], before: readonly ManifestEntry[]): readonly string[] {
  const known = new Set(before.map(each => each.path))
  return due.map(each => each.path).filter(path => !known.has(path))
}

interface Comparing {
  readonly desk: Desk
  readonly doors: Doors
  readonly options: BuildOptions
}

/** A dry run does not know bytes that were never made. */
const foreseen = (job: DueJob): ManifestEntry => ({
  ...entryOf(job),
  sha256: '',
  bytes: 0,
  fingerprint: job.fingerprint,
})

async function trailTo(tools: ToolsOf, renderer: Renderer): Promise<Pick<Note, 'trail'>> {
  const isPrinted = Object.keys(printedWith(tools)).length > 0
  const trail = isPrinted ? await renderer.trail?.() : undefined
  return trail === undefined ? {} : { trail }
}

async function keepNote(
  facts: Pick<Note, 'tools' | 'trail' | 'artifacts'>,
  { desk, doors, options, compiled, told }: Comparing & { compiled: Compilation; told: readonly Diagnostic[] },
): Promise<void> {
  const bytes = await doors.output.read(manifestPath)
  const beside = await doors.output.read(sumsPath)
  const { embargoes } = compiled
  const sums = { path: sumsPath, sha256: sha256(beside ?? ''), bytes: beside?.length ?? 0 }
  const note =
    bytes && noted({ ...facts, embargoes, asOf: options.asOf, manifest: sha256(bytes), sums }, desk.inputs, told)
  if (note) builtNotes(desk.memo).keep(noteKey(options, doors), note)
}
