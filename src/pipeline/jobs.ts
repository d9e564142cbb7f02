/** Works -> jobs. A work that is known by its key is not written for that: only if a job of it is due. */
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Drawer, drawer, type Memo } from '../model/memo.ts'
import type { AwaitedJob } from '../model/render-job.ts'
import { type Format, pathOf } from '../model/work.ts'
import { contentOf } from './digest.ts'
import { digestOf, fingerprint } from './fingerprint.ts'
import { type Making, makeJobs } from './make-jobs.ts'
import type { ToolsOf } from './tools.ts'
import type { KeyedWork } from './work.ts'

/** Known by the digest of what its renderer is handed; made, or not yet. */
export interface Job {
  readonly work: KeyedWork
  readonly format: Format
  readonly path: string
  readonly digest: string
  readonly made?: AwaitedJob
}

/** One whose artifact is not there, or was made from something else. */
export interface DueJob extends Job {
  readonly fingerprint: string
  /** The certificate that it is or will be signed with. */
  readonly signedBy?: string | undefined
}

export interface Jobs {
  readonly jobs: readonly Job[]
  readonly diagnostics: readonly Diagnostic[]
}

export async function jobsOf(works: readonly KeyedWork[], making: Making, memo: Memo): Promise<Jobs> {
  const known = new Map(works.map(work => [work, recalled(work, making, memo)]))
  const unknown = works.filter(work => known.get(work) === undefined)
  const made = await makeJobs(unknown, making)
  const jobs = works.flatMap(work => known.get(work) ?? (made.jobs.get(work) ?? []).map(job => madeJob(work, job)))
  if (made.diagnostics.length === 0)
    for (const [work, own] of Map.groupBy(jobs, job => job.work))
      if (known.get(work) === undefined)
        digests(memo).keep(
          keyOf(work, making),
          own.map(({ format, digest }) => [format, digest]),
        )
  return { jobs, diagnostics: made.diagnostics }
}

type Digests = readonly (readonly [format: Format, digest: string])[]
const digests = (memo: Memo): Drawer<Digests> => drawer(memo, 'jobs')
const keyOf = (work: KeyedWork, { date }: Making): string => contentOf(work.key, date)

function recalled(work: KeyedWork, making: Making, memo: Memo): readonly Job[] | undefined {
  const kept = digests(memo).recall(keyOf(work, making))
  return kept?.map(([format, digest]) => ({ work, format, path: pathOf(work, format), digest }))
}

const madeJob = (work: KeyedWork, made: AwaitedJob): Job => ({
  work,
  format: made.format,
  path: made.path,
  digest: digestOf(made),
  made,
})

export const fingerprintOf = ({ digest, format }: Job, tools: ToolsOf, signedBy?: string): string =>
  fingerprint(digest, tools[format] ?? {}, signedBy)

export interface ReadyJob extends Pick<DueJob, 'fingerprint' | 'signedBy'> {
  readonly job: AwaitedJob
}

/** As their renderers are handed them. */
export async function ready(due: readonly DueJob[], making: Making): Promise<readonly ReadyJob[]> {
  const missing = [...new Set(due.filter(({ made }) => !made).map(({ work }) => work))]
  const { jobs } = await makeJobs(missing, making)
  const byPath = new Map([...jobs.values()].flat().map(job => [job.path, job]))
  return due.flatMap(({ path, made = byPath.get(path), fingerprint: print, signedBy }) =>
    made ? [{ job: made, fingerprint: print, signedBy }] : [],
  )
}
