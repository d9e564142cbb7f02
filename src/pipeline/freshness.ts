/** Which artifacts are as their records and templates want them, and which are not there or were made from something else. */
import type { Memo } from '../model/memo.ts'
import { thereOf } from './disk/artifacts.ts'
import { type DueJob, fingerprintOf, type Job } from './jobs.ts'
import { entryOf, type ManifestEntry } from './manifest.ts'
import type { ToolsOf } from './tools.ts'
import type { OutputFolder } from './workspace.ts'

/** @param signerOf the certificate that a job's artifact is signed with */
export const withFingerprints = (
  jobs: readonly Job[],
  tools: ToolsOf,
  signerOf: (job: Job) => string | undefined = () => undefined,
): readonly DueJob[] =>
  jobs.map(job => {
    const signedBy = signerOf(job)
    return { ...job, signedBy, fingerprint: fingerprintOf(job, tools, signedBy) }
  })

export interface Comparing {
  readonly output: OutputFolder
  readonly memo: Memo
  /** Nothing counts as fresh. */
  readonly force: boolean
  /** Where nobody signs, what is signed already stays as it is: it says the same, and whoever has no key takes no signature off. */
  readonly keepsSigned: ToolsOf | undefined
}

export interface Freshness {
  readonly fresh: readonly ManifestEntry[]
  readonly due: readonly DueJob[]
}

/** What is on disk as the manifest says, and was made from the same, is fresh. The rest is due. */
export async function compareWith(
  before: readonly ManifestEntry[],
  jobs: readonly DueJob[],
  { output, memo, force, keepsSigned }: Comparing,
): Promise<Freshness> {
  const byPath = new Map(jobs.map(job => [job.path, job]))
  // Which records are behind it may change where not a byte does.
  const same = before.flatMap(old => {
    const job = byPath.get(old.path)
    const isSame =
      job?.fingerprint === old.fingerprint ||
      (job && keepsSigned && fingerprintOf(job, keepsSigned, old.signedBy) === old.fingerprint)
    return job && isSame ? [{ ...old, ...entryOf(job) }] : []
  })
  const there = await thereOf(force ? [] : same, output, memo)
  return {
    fresh: same.filter(old => there.has(old.path)),
    due: jobs.filter(job => !there.has(job.path)),
  }
}
