/**
 * What is made, in three words that mean the same in every room:
 *
 *   work       one release or one report in one language, in all its formats
 *   job        what a renderer is handed to make one file of a work (render-job.ts)
 *   artifact   that file, in the output folder
 */
import type { Language } from './text.ts'

export type WorkKind = 'press' | 'report'

/** Which work it is. No two have the same. */
export interface WorkName {
  readonly kind: WorkKind
  readonly year: number
  /** Of its record; of the report over all partners, `allPartners`. */
  readonly id: string
  readonly language: Language
  /** Of a report that is not over a whole calendar year: `h1`, `2022-23`, `2022-23-q1`, `final`. */
  readonly period?: string
}

export interface Work extends WorkName {
  /** Day of issue of a release, cut-off of a report: it dates the artifacts unless SOURCE_DATE_EPOCH does: YYYY-MM-DD. */
  readonly date: string
  /** Ids of the records behind it, in order. */
  readonly records: readonly string[]
}

/** With all that it says, without the words of templates. */
export interface WorkOf<M> extends Work {
  readonly model: M
}

/** Stands for the id of an agreement in the report over all partners, so no agreement can have it. */
export const allPartners = 'consolidated'

export const nameOfWork = ({ kind, year, id, language, period }: WorkName): WorkName => ({
  kind,
  year,
  id,
  language,
  ...(period !== undefined && { period }),
})

/** Without the model, which may be large. */
export const workItself = ({ date, records, ...name }: Work): Work => ({ ...nameOfWork(name), date, records })

/** A format is called as its files end: `pdf`. A row of `render/formats.ts`. */
export type Format = string

const folders: { readonly [kind in WorkKind]: string } = { press: 'press', report: 'reports' }

const baseOf = (id: string, language: Language, period?: string): string =>
  [id, ...(period === undefined ? [] : [period]), language].join('.')

/** All files of a work stand in one folder and differ in their endings: `press/2022/2022-08-15-icrc.ru`. */
export const stemOf = ({ kind, year, id, language, period }: WorkName): string =>
  `${folders[kind]}/${year}/${baseOf(id, language, period)}`

/** Below the output folder. The one place where a path is made; none is ever read back into what it was made of. */
export const pathOf = (work: WorkName, format: Format): string => `${stemOf(work)}.${format}`

/** As the files of one folder name one another. */
export const fileNameOf = (id: string, language: Language, format: Format, period?: string): string =>
  `${baseOf(id, language, period)}.${format}`
