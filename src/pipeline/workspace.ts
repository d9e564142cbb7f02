/** The two doors to the disk, as types: a workspace is read, an output folder is written. */
import type { Stamp } from '../disk/stamp.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source.ts'

export interface Sources {
  /** Every file below data/ but media/, `path` from the root. Files that are no records come with an empty text. */
  readonly files: readonly SourceFile[]
  /** Paths of media files below data/: `media/2022/photo.jpg`. */
  readonly media: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

export interface TemplateFiles {
  readonly texts: readonly SourceFile[]
  readonly fonts: ReadonlyMap<string, Uint8Array>
  readonly diagnostics: readonly Diagnostic[]
}

/** All that decides what is built, read at one moment and hashed; texts are decoded only where they are asked for. */
export interface Inputs {
  /** SHA-256 of every path and content. */
  readonly digest: string
  /** SHA-256 of templates/ alone. */
  templatesDigest(): string
  /** SHA-256 of each media file's content, by path below data/. */
  readonly media: ReadonlyMap<string, string>
  /** A text of data/ or templates/ that was read. */
  textAt(path: string): SourceFile | undefined
  sources(): Sources
  /** The packaged templates, each replaced by the workspace's own file of the same path. */
  templates(): TemplateFiles
}

export interface Workspace {
  read(): Promise<Inputs>
  /** @param path below data/, one of `Sources.media`. */
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
