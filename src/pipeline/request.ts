/** What a build is asked for and what it answers. */
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Renderer } from '../model/render-job.ts'
import type { Signer } from '../model/signer.ts'
import type { ManifestEntry } from './manifest.ts'
import type { MemoFolder } from './memo/memo-folder.ts'
import type { Selection } from './select.ts'
import type { Shard } from './shard/mark.ts'
import type { OutputFolder, Workspace } from './workspace.ts'

export interface Doors {
  readonly workspace: Workspace
  readonly output: OutputFolder
  readonly renderer: Renderer
  /** What earlier builds found out; without it all is worked out anew, to the same bytes. */
  readonly memo?: MemoFolder
  /** Signs what is printed and may be published. */
  readonly signer?: Signer | undefined
}

export interface BuildOptions {
  readonly selection: Selection
  /** Only this part of all that is selected, into a folder of its own. */
  readonly shard?: Shard | undefined
  /** Render even what has not changed. */
  readonly force: boolean
  readonly dryRun: boolean
  /** Warnings stop the build as errors do. */
  readonly strict: boolean
  /** Now, for editorial checks: ISO 8601, UTC. */
  readonly asOf: string
  /** Day that dates every artifact (SOURCE_DATE_EPOCH); without it each is dated by its record. YYYY-MM-DD. */
  readonly date?: string
  /** How many documents at a time. */
  readonly jobs: number
  readonly onProgress: (done: number, total: number, path: string) => void
}

export type Status = 'built' | 'unchanged' | 'removed'

/** As the manifest lists it, and what became of it; a fingerprint is for the next build alone. */
export interface Artifact extends Omit<ManifestEntry, 'fingerprint'> {
  readonly status: Status
}

export interface BuildReport {
  /** refused: the data or templates have errors and nothing was written; incomplete: an artifact could not be made. */
  readonly outcome: 'done' | 'refused' | 'incomplete'
  readonly artifacts: readonly Artifact[]
  readonly diagnostics: readonly Diagnostic[]
}
