/** The edge of a fix: files are written where they lie, whole, as long as they are what was looked at. */
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasMark, markedUtf16 } from '../../disk/marked-text.ts'
import { isInside } from '../../disk/read-files.ts'
import { whileReading, whileWriting } from '../../disk/refusal.ts'
import { readRegular } from '../../disk/regular-file.ts'
import { writeWhole } from '../../disk/whole-file.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { FixedFile } from './fix.ts'

export async function decodedAt(root: string, path: string): Promise<string | undefined> {
  if (isInside(root, path) !== true) return undefined
  const bytes = await whileReading(() => readRegular(join(root, path)))
  return bytes && markedUtf16(bytes)
}

/** All are looked at before the first is written; each again before it is. */
export async function writeFixed(root: string, files: readonly FixedFile[]): Promise<void> {
  for (const file of files) await unchanged(root, file)
  for (const file of files) {
    const { full, mode, bytes } = await unchanged(root, file)
    await whileWriting(file.path, () => writeWhole(full, bytes, { flush: true, mode }))
  }
}

interface Place {
  /** Behind its links, which stay. */
  readonly full: string
  readonly mode: number
  readonly bytes: Uint8Array
}

async function unchanged(root: string, { path, before, after, isRecoded }: FixedFile): Promise<Place> {
  const found = isInside(root, path) === true ? await whileReading(() => readRegular(join(root, path))) : undefined
  const text = found && (isRecoded ? markedUtf16(found) : found.toString('utf8', hasMark(found) ? 3 : 0))
  if (!found || text !== before)
    throw new EnvironmentFault(
      said('{path} was changed while it was looked at, and stays as it is.', { path }),
      said('Run it again.'),
    )
  const full = await realpath(join(root, path))
  const { mode } = await stat(full)
  // A file is put in place of another even where that is closed to writing; its owner closed it for a reason.
  if ((mode & 0o222) === 0)
    throw new EnvironmentFault(
      said('{path} is read-only, and stays as it is.', { path }),
      said('Allow yourself to write it: chmod u+w.'),
    )
  const bytes = new TextEncoder().encode(after)
  return { full, mode, bytes: hasMark(found) ? Buffer.concat([found.subarray(0, 3), bytes]) : bytes }
}
