/** Makes the artifacts of the jobs that are due, several at a time. One that fails is a diagnostic; the others are made all the same. */

import { timed } from '../disk/spans.ts'
import { type Entry, spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { RenderFailure } from '../model/fault.ts'
import type { Asset, AwaitedAsset, AwaitedJob, RenderJob } from '../model/render-job.ts'
import { said } from '../model/said.ts'
import type { Compilation } from './compile.ts'
import { sha256 } from './digest.ts'
import type { ReadyJob } from './jobs.ts'
import { entryOf, type ManifestEntry } from './manifest.ts'
import { forPaper } from './paper.ts'
import type { BuildOptions, Doors } from './request.ts'
import { signed } from './signing.ts'

export interface Rendered {
  readonly built: readonly ManifestEntry[]
  readonly diagnostics: readonly Diagnostic[]
  /** What stopped it half-way: a full disk, a bug. What was built until then is told all the same. */
  readonly fault?: { readonly thrown: unknown }
}

type Rendering = Pick<BuildOptions, 'jobs' | 'onProgress'> & Pick<Compilation, 'recordsOf'>

export async function renderAll(due: readonly ReadyJob[], doors: Doors, options: Rendering): Promise<Rendered> {
  const built: ManifestEntry[] = []
  const diagnostics: Diagnostic[] = []
  // Whoever looks at a page while it is edited does not wait until all is printed.
  const [printed, others] = [due.filter(isPrinted), due.filter(each => !isPrinted(each))]
  let done = 0
  let fault: Rendered['fault']
  const work = async (queue: ReadyJob[]): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { path } = next.job
      const entry = await timed('artifact', path, () => renderOne(next, doors, options.recordsOf))
      if ('code' in entry) diagnostics.push(entry)
      else built.push(entry)
      done += 1
      options.onProgress(done, due.length, path)
    }
  }
  const stop = (thrown: unknown): void => {
    printed.length = 0
    others.length = 0
    fault ??= { thrown }
  }
  const queues = [...Array.from({ length: Math.max(1, options.jobs) }, () => printed), others]
  await Promise.all(queues.map(queue => work(queue).catch(stop)))
  return { built, diagnostics, ...(fault && { fault }) }
}

const isPrinted = ({ job }: ReadyJob): boolean => 'attachments' in job

async function renderOne(
  { job, fingerprint, signedBy }: ReadyJob,
  { renderer, output, signer }: Doors,
  recordsOf: Compilation['recordsOf'],
): Promise<ManifestEntry | Diagnostic> {
  try {
    const made = await renderer.render(await forPaper(await fetched(job)))
    const bytes = signer && signedBy !== undefined ? await signed(made, signer) : made
    await timed('write', job.path, () => output.write(job.path, bytes))
    return { ...entryOf({ ...job, work: job, signedBy }), sha256: sha256(bytes), bytes: bytes.length, fingerprint }
  } catch (error) {
    if (!(error instanceof RenderFailure)) throw error
    return notMade(job.path, recordsOf(job), error)
  }
}

function notMade(path: string, records: readonly Entry[], { message, hints }: RenderFailure): Diagnostic {
  const [first] = records
  const named = said('{what} {records}', {
    what: records.length > 1 ? said('records') : said('record'),
    records: records.map(({ id }) => id).join(', '),
  })
  const others = said('The other artifacts are made; build again, or run khabar doctor.')
  return errorAt(
    'render/failed',
    first && spanOf(first),
    said('{path} could not be made ({named}): {message}', { path, named, message }),
    ...hints,
    others,
  )
}

/** With its photos: of all jobs together they would be more than memory should hold. */
export async function fetched(job: AwaitedJob): Promise<RenderJob> {
  if (!('assets' in job)) return job
  return { ...job, assets: await Promise.all(job.assets.map(fetchedAsset)) }
}

const fetchedAsset = async ({ path, type, fetch }: AwaitedAsset): Promise<Asset> => ({
  path,
  type,
  bytes: await fetch(),
})
