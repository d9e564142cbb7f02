/**
 * The story where something is new. Nothing is written before all that is pure has succeeded; the manifest is written last,
 * so that it never tells of a file that is not there.
 */
import { type Diagnostic, inOrder } from '../model/diagnostic.ts'
import type { Renderer } from '../model/render-job.ts'
import { type Compilation, compile } from './compile.ts'
import type { Desk } from './desk.ts'
import { thereOf } from './disk/artifacts.ts'
import { announce, leftUnfinished, settle } from './disk/unfinished.ts'
import { sha256 } from './fingerprint.ts'
import { type Manifest, type ManifestEntry, manifestPath, readManifest, writeManifest } from './manifest.ts'
import { builtNotes, type Note, noted, noteKey } from './memo/note.ts'
import { openPhotos } from './photos.ts'
import { type Fingerprinted, fingerprinted, planJobs, ready } from './plan.ts'
import { renderAll } from './render-all.ts'
import { refused, reportOf, stops } from './report.ts'
import type { BuildOptions, BuildReport, Doors } from './request.ts'
import { isPartial } from './select.ts'
import { type ToolsOf, toolsFor } from './tools.ts'

export async function rebuild(desk: Desk, doors: Doors, options: BuildOptions): Promise<BuildReport> {
  const { output, renderer } = doors
  const compiled = await compile(desk, options.selection, options.asOf)
  if (stops(compiled.relevant, options)) return refused(compiled.relevant)
  const photos = openPhotos(desk, { folder: doors.memo?.photos, force: options.force })
  const planning = { desk, compiled, photos, date: options.date }
  const { jobs, diagnostics } = await planJobs(planning)
  const told = inOrder([...compiled.relevant, ...diagnostics])
  if (stops(told, options)) return refused(told)

  const before = await readManifest(output)
  const tools = await toolsFor(new Set(jobs.map(job => job.format)), renderer)
  const { fresh, stale } = await compareWith(before.artifacts, fingerprinted(jobs, tools), { desk, doors, options })
  const paths = new Set(jobs.map(job => job.path))
  const gone = isPartial(options.selection) ? [] : before.artifacts.filter(old => !paths.has(old.path))
  if (options.dryRun)
    return { outcome: 'done', artifacts: reportOf({ fresh, built: stale.map(foreseen), gone }), diagnostics: told }

  const left = await leftUnfinished(output)
  await announce(output, newPaths(stale, before.artifacts), left)
  const rendered = await renderAll(await ready(stale, planning), doors, options)
  await photos.tidy()
  const { built, fault } = rendered
  if (fault) await keepBuilt(built, before, doors)
  if (fault) throw fault.thrown
  for (const old of gone) await output.remove(old.path)
  const now = new Set([...fresh, ...built, ...gone].map(each => each.path))
  const artifacts = [...before.artifacts.filter(old => !now.has(old.path)), ...fresh, ...built]
  const listed = new Set([...now, ...artifacts.map(each => each.path)])
  const strays = left.filter(path => !listed.has(path))
  const isWhole = !isPartial(options.selection)
  for (const path of isWhole ? strays : []) await output.remove(path)
  await writeManifest(output, {
    tools: Object.assign({}, isWhole ? {} : before.tools, ...Object.values(tools)),
    artifacts,
  })
  await settle(output, isWhole ? [] : strays)
  const outcome = rendered.diagnostics.length > 0 ? 'incomplete' : 'done'
  const isAll = artifacts.length === jobs.length
  if (outcome === 'done')
    await keepNote(
      { tools, ...(await trailTo(tools, renderer)), ...(!isAll && { artifacts: [...paths] }) },
      { desk, doors, options, compiled, told },
    )
  const all = [...told, ...rendered.diagnostics, ...renderer.diagnostics()]
  return { outcome, artifacts: reportOf({ fresh, built, gone }), diagnostics: inOrder(all) }
}

/** What was written before the fault need not be made again. The fault is what is told, whatever follows from it. */
async function keepBuilt(built: readonly ManifestEntry[], before: Manifest, { output }: Doors): Promise<void> {
  const now = new Set(built.map(each => each.path))
  const artifacts = [...before.artifacts.filter(old => !now.has(old.path)), ...built]
  await writeManifest(output, { ...before, artifacts }).catch(() => undefined)
}

function newPaths(stale: readonly Fingerprinted[], before: readonly ManifestEntry[]): readonly string[] {
  const known = new Set(before.map(each => each.path))
  return stale.map(each => each.path).filter(path => !known.has(path))
}

interface Comparing {
  readonly desk: Desk
  readonly doors: Doors
  readonly options: BuildOptions
}

/** What is on disk as the manifest says, and was made from the same, is fresh. The rest is stale. */
async function compareWith(
  before: readonly ManifestEntry[],
  planned: readonly Fingerprinted[],
  { desk, doors, options }: Comparing,
): Promise<{ readonly fresh: readonly ManifestEntry[]; readonly stale: readonly Fingerprinted[] }> {
  const plans = new Map(planned.map(plan => [plan.path, plan]))
  // Which records are behind it may change where not a byte does.
  const same = before.flatMap(old => {
    const plan = plans.get(old.path)
    return plan?.fingerprint === old.fingerprint ? [{ ...old, records: plan.records }] : []
  })
  const there = await thereOf(options.force ? [] : same, doors.output, desk.memo)
  return {
    fresh: same.filter(old => there.has(old.path)),
    stale: planned.filter(plan => !there.has(plan.path)),
  }
}

/** A dry run does not know bytes that were never made. */
const foreseen = ({ path, records, fingerprint }: Fingerprinted): ManifestEntry => ({
  path,
  sha256: '',
  bytes: 0,
  records,
  fingerprint,
})

async function trailTo({ pdf }: ToolsOf, renderer: Renderer): Promise<Pick<Note, 'trail'>> {
  const trail = pdf && (await renderer.trail?.())
  return trail === undefined ? {} : { trail }
}

async function keepNote(
  facts: Pick<Note, 'tools' | 'trail' | 'artifacts'>,
  { desk, doors, options, compiled, told }: Comparing & { compiled: Compilation; told: readonly Diagnostic[] },
): Promise<void> {
  const bytes = await doors.output.read(manifestPath)
  const { embargoes } = compiled
  const note = bytes && noted({ ...facts, embargoes, asOf: options.asOf, manifest: sha256(bytes) }, desk.inputs, told)
  if (note) builtNotes(desk.memo).keep(noteKey(options), note)
}
