/** Works -> jobs with their fingerprints. A work that is known by its key is not made for that: only if a job of it is stale. */
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Drawer, drawer } from '../model/memo.ts'
import type { AwaitedJob } from '../model/render-job.ts'
import type { Compilation } from './compile.ts'
import { contentOf, type Desk } from './desk.ts'
import { digestOf, fingerprint } from './fingerprint.ts'
import { jobsOf } from './jobs.ts'
import type { Photos } from './photos.ts'
import type { Stale } from './request.ts'
import type { ToolsOf } from './tools.ts'
import type { Compiled, Made, Work } from './works.ts'

/** A job, made or not yet. */
export interface PlannedJob {
  readonly path: string
  readonly format: AwaitedJob['format']
  readonly records: readonly string[]
  /** Of what the renderer is handed. */
  readonly digest: string
  readonly work: Work
  readonly job?: AwaitedJob
}

export interface Planning {
  readonly desk: Desk
  readonly compiled: Compilation
  readonly photos: Photos
  /** Day that dates every artifact, in place of its record's. */
  readonly date: string | undefined
}

export async function planJobs(
  planning: Planning,
): Promise<{ readonly jobs: readonly PlannedJob[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { desk, compiled, date } = planning
  const known = new Map(compiled.works.map(work => [work, recalled(work, planning)]))
  const unknown = compiled.works.filter(work => known.get(work) === undefined)
  const made = await makeJobs(unknown, planning)
  if (made.diagnostics.length === 0)
    for (const work of unknown) {
      const own = (made.jobs.get(work) ?? []).map(({ path, format, digest }) => ({ path, format, digest }))
      knownJobs(desk).keep(contentOf(work.key, date), own)
    }
  const jobs = compiled.works.flatMap(work => known.get(work) ?? made.jobs.get(work) ?? [])
  return { jobs, diagnostics: made.diagnostics }
}

type KnownJob = Pick<PlannedJob, 'path' | 'format' | 'digest'>
const knownJobs = ({ memo }: Desk): Drawer<readonly KnownJob[]> => drawer(memo, 'jobs')

function recalled(work: Work, { desk, date }: Planning): readonly PlannedJob[] | undefined {
  const kept = knownJobs(desk).recall(contentOf(work.key, date))
  return kept?.map(job => ({ ...job, records: work.place.records, work }))
}

async function makeJobs(works: readonly Work[], { compiled, photos, date }: Planning) {
  const { jobs, diagnostics } = await jobsOf(gathered(works, compiled), photos, date)
  const byPath = new Map(works.map(work => [work.place.path, work]))
  const planned = jobs.flatMap((job): PlannedJob[] => {
    // What stands beside a PDF has its name.
    const work = byPath.get(job.path) ?? byPath.get(job.path.replace(/\.\w+$/, '.pdf'))
    return work ? [{ path: job.path, format: job.format, records: job.records, digest: digestOf(job), work, job }] : []
  })
  return { jobs: Map.groupBy(planned, each => each.work), diagnostics }
}

function gathered(works: readonly Work[], { dataset, templates }: Compilation): Compiled {
  const made: readonly Partial<Made>[] = works.map(work => work.make())
  return {
    dataset,
    templates,
    pages: made.flatMap(each => each.pages ?? []),
    workbooks: made.flatMap(each => each.workbooks ?? []),
    summaries: made.flatMap(each => each.summaries ?? []),
  }
}

/** Stale jobs, ready for the renderer. */
export async function ready(stale: readonly Fingerprinted[], planning: Planning): Promise<readonly Stale[]> {
  const missing = [...new Set(stale.filter(({ job }) => !job).map(({ work }) => work))]
  const { jobs } = await makeJobs(missing, planning)
  const made = new Map([...jobs.values()].flat().map(each => [each.path, each.job]))
  return stale.flatMap(({ path, job = made.get(path), fingerprint: print }) =>
    job ? [{ job, fingerprint: print }] : [],
  )
}

export interface Fingerprinted extends PlannedJob {
  readonly fingerprint: string
}

export const fingerprinted = (jobs: readonly PlannedJob[], tools: ToolsOf): readonly Fingerprinted[] =>
  jobs.map(job => ({ ...job, fingerprint: fingerprint(job.digest, tools[job.format] ?? {}) }))
