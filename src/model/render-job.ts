/** Exactly what a renderer is handed, and so exactly what is fingerprinted. */
import type { Diagnostic } from './diagnostic.ts'
import type { Hyphenation } from './language-pack.ts'
import type { Font } from './templates.ts'
import type { Format, Work } from './work.ts'
import type { Workbook } from './workbook.ts'

/** A file that a page shows: a photo or a font. `path` is relative to the page: `photo-1.jpg`, `fonts/….ttf`. */
interface AssetName {
  readonly path: string
  readonly type: 'image/jpeg' | 'image/png' | Font['type'] | 'text/css'
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

/** What a work says in one format, without the files that its page shows. */
export type Content = PrintedContent | PageContent | TextContent | BookContent

/** A page for paper. `html` is whole: lang, title, style. It refers to nothing but the assets of its job. */
export interface PrintedContent {
  readonly html: string
  /** Names in which no line may break; without them, every word stays whole. */
  readonly names?: readonly string[]
  /** How the other words are broken, where the language says so. */
  readonly hyphenation?: Hyphenation
  /** Files that the PDF carries: what the page says, for machines. */
  readonly attachments: readonly Attachment[]
  readonly facts: DocumentFacts
}

/** A web page, whole but for its photos: `src="photo-1.jpg"` becomes the picture itself. */
export interface PageContent {
  readonly html: string
}

/** Written as it is, in UTF-8. */
export interface TextContent {
  readonly text: string
}

export interface BookContent {
  readonly workbook: Workbook
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

export interface Assets<A = Asset> {
  readonly assets: readonly A[]
}

export type PrintJob<A = Asset> = PrintedContent & Assets<A>
export type PageJob<A = Asset> = PageContent & Assets<A>

export type RenderJob<A = Asset> = Work & {
  readonly format: Format
  /** Below the output folder: `press/2022/2022-08-15-icrc.ru.pdf`. */
  readonly path: string
} & (PrintJob<A> | PageJob<A> | TextContent | BookContent)

/** A job that waits for its turn. */
export type AwaitedJob = RenderJob<AwaitedAsset>

export interface Tools {
  readonly [tool: string]: string
}

/** Stands among them for the code itself, which changes in a clone while its version stays: a digest. */
export const codeTool = 'code'

/** Draws the first page of what is printed, for an index: WebP. */
export interface FirstPages {
  /** Pixels. */
  readonly pictureSize: { readonly width: number; readonly height: number }
  /** Names and versions of what decides the bytes of a picture, besides those of the PDF. */
  pictureTools(): Tools
  picture(job: Pick<PrintJob, 'html' | 'assets'>): Promise<Uint8Array>
}

export interface Renderer {
  /** Names and versions of what decides the bytes of a format. Part of every fingerprint. */
  versions(format: Format): Promise<Tools>
  /** Of what the last answer for a printed format rests on; nothing where only asking again can tell. */
  trail?(): Promise<string | undefined>
  /** Whether `versions` of a printed format would answer as it did then. */
  leadsStill?(trail: string): boolean
  /** Something may be printed: what must be known first is found out from now on. Resolves at once. */
  prepare?(): Promise<void>
  /** Something will probably be printed: what that needs may start now. Resolves once it goes on without us, or after a moment. */
  warm?(): Promise<void>
  render(job: RenderJob): Promise<Uint8Array>
  /** What is worth telling about the renderer itself, such as a sandbox that could not be had. */
  diagnostics(): readonly Diagnostic[]
  close(): Promise<void>
}
