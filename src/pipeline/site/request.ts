/** What an index is asked for, and what it answers. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { FirstPages } from '../../model/render-job.ts'
import type { Language } from '../../model/text.ts'
import type { BuildOptions, Doors, Status } from '../request.ts'

export interface SiteDoors extends Doors {
  readonly renderer: Doors['renderer'] & FirstPages
}

export interface SiteOptions extends Pick<BuildOptions, 'asOf' | 'date' | 'jobs' | 'onProgress'> {
  /** Only these, in the order of the society's record. */
  readonly languages?: readonly Language[]
}

export interface SiteArtifact {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly status: Status
  /** Ids of the records behind it, where it is of one alone. */
  readonly records: readonly string[]
}

export interface SiteReport {
  /** refused: the data or templates have errors and nothing was written. */
  readonly outcome: 'done' | 'refused'
  readonly artifacts: readonly SiteArtifact[]
  readonly diagnostics: readonly Diagnostic[]
  /** Where the society says that the output folder is published. */
  readonly address?: string | undefined
  /** What lies in the output folder and is not public: paths. */
  readonly unlisted: readonly string[]
}
