/** Where the files of a workspace are listed and read: a folder on disk, or a revision in a repository (revision.ts). */
import { join, resolve } from 'node:path'
import { digestOfFile, isInside, type Listed, listFiles, type RawFile, type Reader } from '../../disk/read-files.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { kindOf } from '../../model/media.ts'
import { type Said, said } from '../../model/said.ts'
import type { MediaFile } from '../workspace.ts'

export interface Tree {
  /** As it is called where something is missing. */
  readonly name: string | Said
  /** Absolute: the workspace that it is of. */
  readonly root: string
  /** Every file below a folder, as paths from the root; undefined where there is no such folder. */
  list(folder: string): Listed | undefined
  /** @param largest in bytes; of a file that is larger nothing is read but that it is. */
  read(path: string, largest: number): RawFile
  /** @param path from the root, below data/media/ */
  media(path: string, largest: number): MediaFile
}

export const diskTree = (root: string, reader: Reader): Tree => ({
  name: root,
  root: resolve(root),
  list: folder => listInside(root, folder),
  read: (path, largest) => reader.read(root, path, largest),
  media: (path, largest) => {
    const { digest, bytes } = digestOfFile(join(root, path), largest)
    return { path: path.slice('data/'.length), digest, kind: bytes ? kindOf(bytes) : 'too large' }
  },
})

/** A link may stand for data/ or templates/ themselves, as long as it stays inside. */
function listInside(root: string, folder: string): Listed | undefined {
  if (isInside(root, folder) !== false) return listFiles(root, folder)
  const hint = said('Put the folder itself there, or name the workspace that holds it with --root.')
  const message = said('{folder} is a link that leads out of the workspace, and is not followed.', {
    folder: join(root, folder),
  })
  throw new EnvironmentFault(message, hint)
}
