/** A work as a build has it: known by its key, and written only where a job of it is needed. */
import type { Content } from '../model/render-job.ts'
import type { Span } from '../model/source.ts'
import type { Format, Work } from '../model/work.ts'

export interface KeyedWork extends Work {
  /** Digest of all that decides what its renderers are handed, but for the day that dates all artifacts of a build. */
  readonly key: string
  readonly formats: readonly Format[]
  /** Known before anything is written. */
  readonly pictures: readonly Picture[]
  /** In words. */
  readonly write: () => ReadonlyMap<Format, Content>
}

export interface Picture {
  /** Below data/. */
  readonly path: string
  /** As the page asks for it. */
  readonly src: string
  /** Where the record names it; looked up only to tell of it. */
  readonly span: () => Span
}
