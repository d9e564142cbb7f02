/** The two doors to the disk, as types: a workspace is read, an output folder is written. */
import type { Stamp } from '../disk/stamp.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Media, MediaKind } from '../model/media.ts'
import type { SourceFile } from '../model/source.ts'

export interface Sources {
  /** Every file below data/ but media/, `path` from the root. Files that are no records come with an empty text. */
  readonly files: readonly SourceFile[]
  readonly media: Media
  readonly diagnostics: readonly Diagnostic[]
}

/** Of a photo only this is kept: whoever prints it reads it. */
export interface MediaFile {
  /** Path below data/, as the disk spells it. */
  readonly path: string
  /** SHA-256 of its content. */
  readonly digest: string
  readonly kind: MediaKind
}

export interface TemplateFiles {
  readonly texts: readonly SourceFile[]
  /** Every text that came with Khabar: those that the workspace has its own of under `shippedAs`, the others as in `texts`. */
  readonly shipped: readonly SourceFile[]
  readonly fonts: ReadonlyMap<string, Uint8Array>
  readonly diagnostics: readonly Diagnostic[]
}

/** All that decides what is built, read at one moment and hashed; texts are decoded only where they are asked for. */
export interface Inputs {
  /** SHA-256 of every path and content. */
  readonly digest: string
  /** SHA-256 of templates/ alone. */
  templatesDigest(): string
  /** By path below data/, in every spelling under which a record finds it. */
  readonly media: ReadonlyMap<string, MediaFile>
  /** A text of data/ or templates/ that was read. */
  textAt(path: string): SourceFile | undefined
  sources(): Sources
  /** The packaged templates, each replaced by the workspace's own file of the same path. */
  templates(): TemplateFiles
}

/** What a packaged template is called where the workspace has its own of the same path. */
export const shippedAs = (path: string): string => `khabar/${path}`

/** Below templates/, the workspace's or the package's. */
export const isTemplate = (path: string): boolean => /^(khabar\/)?templates\//.test(path)

export interface Workspace {
  read(): Promise<Inputs>
  /** @param path below data/, as the disk spells it. */
  readMedia(path: string): Promise<Uint8Array>
}

/** Paths are relative to the output folder. Writing is atomic: a file is there whole or as it was. */
export interface OutputFolder {
  read(path: string): Promise<Uint8Array | undefined>
  write(path: string, bytes: Uint8Array): Promise<void>
  remove(path: string): Promise<void>
  /** What the kernel says that a change to the file would change (disk/stamp.ts); nothing where there is no such thing. */
  stamp?(path: string): Stamp | undefined
}
