/**
 * The story of a build, on one page:
 *
 *     read -> load -> press, report -> words (compile.ts) | jobs -> fingerprint -> render what changed -> write -> manifest
 *
 * Everything left of the bar is pure but for reading, and is done anew each time. Nothing is written before all of it
 * has succeeded; the manifest is written last, so that it never tells of a file that is not there.
 */
import { compare, type Diagnostic, hasErrors, inOrder } from '../model/diagnostic.ts'
import type { Renderer, RenderJob, Tools } from '../model/render-job.ts'
import { compile } from './compile.ts'
import { fingerprint, sha256 } from './fingerprint.ts'
import { jobsOf } from './jobs.ts'
import { type ManifestEntry, readManifest, writeManifest } from './manifest.ts'
import { renderAll } from './render-all.ts'
import type { Artifact, BuildOptions, BuildReport, Doors, Stale, Status } from './request.ts'
import { isPartial } from './select.ts'
import { announce, leftUnfinished, settle } from './unfinished.ts'
import type { OutputFolder } from './workspace.ts'

export async function build(doors: Doors, options: BuildOptions): Promise<BuildReport> {
  const { workspace, output, renderer } = doors
  const compiled = await compile(workspace, options.selection, options.asOf)
  if (stops(compiled.relevant, options)) return refused(compiled.relevant)
  const { jobs, diagnostics } = await jobsOf(compiled, workspace, options.date)
  const told = [...compiled.relevant, ...diagnostics]
  if (stops(told, options)) return refused(told)

  const before = await readManifest(output)
  const tools = await toolsFor(jobs, renderer)
  const planned = jobs.map(job => ({ job, fingerprint: fingerprint(job, tools[job.format]) }))
  const { fresh, stale } = await compareWith(before.artifacts, planned, doors.output, options)
  const gone = isPartial(options.selection)
    ? []
    : before.artifacts.filter(old => !jobs.some(job => job.path === old.path))
  if (options.dryRun)
    return { outcome: 'done', artifacts: report(fresh, stale.map(foreseen), gone), diagnostics: inOrder(told) }

  const left = await leftUnfinished(output)
  await announce(output, newPaths(stale, before.artifacts), left)
  const rendered = await renderAll(stale, doors, options)
  for (const old of gone) await output.remove(old.path)
  const now = new Set([...fresh, ...rendered.built, ...gone].map(each => each.path))
  const kept = before.artifacts.filter(old => !now.has(old.path))
  const strays = left.filter(path => ![...now, ...kept.map(each => each.path)].includes(path))
  for (const path of isPartial(options.selection) ? [] : strays) await output.remove(path)
  await writeManifest(output, {
    tools: Object.assign({}, isPartial(options.selection) ? before.tools : {}, ...Object.values(tools)),
    artifacts: [...kept, ...fresh, ...rendered.built],
  })
  await settle(output, isPartial(options.selection) ? strays : [])
  const all = [...told, ...rendered.diagnostics, ...renderer.diagnostics()]
  const outcome = rendered.diagnostics.length > 0 ? 'incomplete' : 'done'
  return { outcome, artifacts: report(fresh, rendered.built, gone), diagnostics: inOrder(all) }
}

const formats = ['txt', 'json', 'html', 'xlsx', 'pdf'] as const

/** A browser is looked for only where there is a page to print. */
async function toolsFor(
  jobs: readonly RenderJob[],
  renderer: Renderer,
): Promise<{ readonly [format in RenderJob['format']]: Tools }> {
  const tools: { [format in RenderJob['format']]: Tools } = { txt: {}, json: {}, html: {}, xlsx: {}, pdf: {} }
  for (const format of formats) {
    if (jobs.some(job => job.format === format)) tools[format] = await renderer.versions(format)
  }
  return tools
}

function stops(diagnostics: readonly Diagnostic[], { strict }: BuildOptions): boolean {
  return hasErrors(diagnostics) || (strict && diagnostics.length > 0)
}

function refused(diagnostics: readonly Diagnostic[]): BuildReport {
  return { outcome: 'refused', artifacts: [], diagnostics: inOrder(diagnostics) }
}

/** What is on disk as the manifest says, and was made from the same, is fresh. The rest is stale. */
async function compareWith(
  before: readonly ManifestEntry[],
  planned: readonly Stale[],
  output: OutputFolder,
  { force }: BuildOptions,
): Promise<{ readonly fresh: readonly ManifestEntry[]; readonly stale: readonly Stale[] }> {
  const known = new Map(before.map(entry => [entry.path, entry]))
  const fresh: ManifestEntry[] = []
  const stale: Stale[] = []
  for (const plan of planned) {
    const old = known.get(plan.job.path)
    const isFresh = !force && old?.fingerprint === plan.fingerprint && (await isThere(old, output))
    if (isFresh) fresh.push(renewed(old, plan))
    else stale.push(plan)
  }
  return { fresh, stale }
}

/** Whatever became of the old entry, the new one says what the job says. */
const renewed = ({ sha256: hash, bytes }: ManifestEntry, { job, fingerprint: print }: Stale): ManifestEntry => ({
  path: job.path,
  sha256: hash,
  bytes,
  records: job.records,
  fingerprint: print,
})

function newPaths(stale: readonly Stale[], before: readonly ManifestEntry[]): readonly string[] {
  const known = new Set(before.map(each => each.path))
  return stale.map(each => each.job.path).filter(path => !known.has(path))
}

async function isThere(entry: ManifestEntry, output: OutputFolder): Promise<boolean> {
  const bytes = await output.read(entry.path)
  return bytes?.length === entry.bytes && sha256(bytes) === entry.sha256
}

/** A dry run does not know bytes that were never made. */
const foreseen = ({ job, fingerprint: print }: Stale): ManifestEntry => ({
  path: job.path,
  sha256: '',
  bytes: 0,
  records: job.records,
  fingerprint: print,
})

function report(
  fresh: readonly ManifestEntry[],
  built: readonly ManifestEntry[],
  gone: readonly ManifestEntry[],
): readonly Artifact[] {
  const as = (entries: readonly ManifestEntry[], status: Status): Artifact[] =>
    entries.map(({ path, sha256: hash, bytes, records }) => ({ path, sha256: hash, bytes, status, records }))
  const all = [...as(fresh, 'unchanged'), ...as(built, 'built'), ...as(gone, 'removed')]
  return all.toSorted((a, b) => compare(a.path, b.path))
}
