/** A work: one release in one language, or one report, that is known by its key and made only where it is needed. */
import type { Dataset } from '../model/dataset.ts'
import type { Place } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Page } from './press-works.ts'
import type { Book, Summary } from './report-works.ts'

export interface Work {
  readonly place: Place
  /** Digest of all that decides what its renderers are handed, but for the day that dates all artifacts of a build. */
  readonly key: string
  make(): Partial<Made>
}

/** Pages and workbooks with all their words. */
export interface Made {
  readonly pages: readonly Page[]
  readonly workbooks: readonly Book[]
  readonly summaries: readonly Summary[]
}

/** What jobs are made from. */
export interface Compiled extends Made {
  readonly dataset: Dataset | undefined
  readonly templates: TemplateSet
}
