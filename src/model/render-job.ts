/** Exactly what a renderer is handed, and so exactly what is fingerprinted. */
import type { Diagnostic } from './diagnostic.ts'
import type { Language } from './text.ts'
import type { Workbook } from './workbook.ts'

/** A file that a page shows: a photo or a font. `path` is relative to the page: `photo-1.jpg`, `fonts/….ttf`. */
interface AssetName {
  readonly path: string
  readonly type: 'image/jpeg' | 'image/png' | 'font/ttf' | 'text/css'
}

export interface Asset extends AssetName {
  readonly bytes: Uint8Array
}

/** An asset of a job that waits: known by its digest, and fetched when its turn comes. */
export interface AwaitedAsset extends AssetName {
  /** SHA-256 of its bytes. */
  readonly digest: string
  readonly fetch: () => Promise<Uint8Array>
}

/** `html` is whole: lang, title, style. It refers to nothing but `assets`. */
export interface PdfJob<A = Asset> {
  readonly format: 'pdf'
  readonly html: string
  readonly assets: readonly A[]
  /** Names in which no line may break; without them, every word stays whole. */
  readonly names?: readonly string[]
  /** Files that the PDF carries: what the page says, for machines. */
  readonly attachments: readonly Attachment[]
  readonly facts: DocumentFacts
}

export interface Attachment {
  /** `record.yaml` */
  readonly name: string
  readonly mime: string
  readonly description: string
  readonly bytes: Uint8Array
}

/** What the PDF tells of itself. */
export interface DocumentFacts {
  readonly title: string
  readonly description: string
  readonly author: string
  readonly keywords: readonly string[]
}

/** A web page, whole but for its photos: `src="photo-1.jpg"` becomes the picture itself. */
export interface PageJob<A = Asset> {
  readonly format: 'html'
  readonly html: string
  readonly assets: readonly A[]
}

/** Written as it is, in UTF-8. */
export interface TextJob {
  readonly format: 'txt' | 'json'
  readonly text: string
}

export interface XlsxJob {
  readonly format: 'xlsx'
  readonly workbook: Workbook
}

export type RenderJob<A = Asset> = {
  /** Below the output folder: `press/2022/2022-08-15-icrc.ru.pdf`. */
  readonly path: string
  readonly language: Language
  /** Day of the record, which dates the artifact unless SOURCE_DATE_EPOCH does: YYYY-MM-DD. */
  readonly date: string
  /** Ids of the records behind it, in order. */
  readonly records: readonly string[]
} & (PdfJob<A> | PageJob<A> | TextJob | XlsxJob)

/** A job that waits for its turn. */
export type AwaitedJob = RenderJob<AwaitedAsset>

/** Where a model goes, what it came from. */
export interface Place {
  readonly path: string
  readonly language: Language
  readonly date: string
  readonly records: readonly string[]
}

export interface Planned<M> extends Place {
  readonly model: M
}

export interface Tools {
  readonly [tool: string]: string
}

export interface Renderer {
  /** Names and versions of what decides the bytes of a format. Part of every fingerprint. */
  versions(format: RenderJob['format']): Promise<Tools>
  /** Of what the last answer for a PDF rests on; nothing where only asking again can tell. */
  trail?(): Promise<string | undefined>
  /** Whether `versions('pdf')` would answer as it did then. */
  leadsStill?(trail: string): boolean
  render(job: RenderJob): Promise<Uint8Array>
  /** What is worth telling about the renderer itself, such as a sandbox that could not be had. */
  diagnostics(): readonly Diagnostic[]
  close(): Promise<void>
}
