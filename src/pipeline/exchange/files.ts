/** The edge of an import: files that a user names are read, and records are written where nobody changed them meanwhile. */

import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { hasMark } from '../../disk/marked-text.ts'
import { whileReading } from '../../disk/refusal.ts'
import { readRegular } from '../../disk/regular-file.ts'
import { limits } from '../../exchange/table.ts'
import type { FileRead } from '../../exchange/tables/open.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { SourceFile } from '../../model/source.ts'
import { openOutput } from '../disk/output-folder.ts'
import type { WrittenFile } from './changed-files.ts'

/** @param shown how the file is called in messages */
export async function readTableFile(path: string, shown: string): Promise<FileRead> {
  const bytes = await whileReading(() => readRegular(path, { atMost: limits.fileBytes }))
  if (bytes) return { path: shown, bytes }
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) throw new EnvironmentFault(said('There is no {shown}.', { shown }), said('Name an .xlsx or .csv file.'))
  if (!facts.isFile())
    throw new EnvironmentFault(said('{shown} is no file.', { shown }), said('Name an .xlsx or .csv file.'))
  throw new EnvironmentFault(
    said('{shown} is larger than {count} MiB, which is more than an import takes.', {
      shown,
      count: limits.fileBytes / 1024 / 1024,
    }),
    said('Delete sheets and pictures that are not meant, or divide it.'),
  )
}

export async function readMappingFile(path: string, shown: string): Promise<SourceFile> {
  const { bytes } = await readTableFile(path, shown)
  return { path: shown, text: new TextDecoder().decode(bytes) }
}

type ChangedText = Pick<WrittenFile, 'path' | 'before' | 'after'>

/** What was read a moment ago must be there still; a new file takes no one's place. */
export async function writeChanged(root: string, files: readonly ChangedText[]): Promise<void> {
  const output = openOutput(root)
  const found: (Buffer | undefined)[] = []
  for (const { path } of files) found.push(await readRegular(join(root, path)))
  for (const [index, { path, before }] of files.entries()) {
    if (textOf(found[index]) !== before)
      throw new EnvironmentFault(
        said('{path} was changed meanwhile.', { path }),
        said('Nothing was written: run the command again.'),
      )
  }
  const write = async ({ path, after }: ChangedText, index: number): Promise<void> => {
    const bytes = new TextEncoder().encode(after)
    const old = found[index]
    await output.write(path, old && hasMark(old) ? Buffer.concat([old.subarray(0, 3), bytes]) : bytes)
  }
  // Each waits until the disk has it: several at a time wait together.
  for (let first = 0; first < files.length; first += atATime)
    await Promise.all(files.slice(first, first + atATime).map((file, index) => write(file, first + index)))
}

const atATime = 16

const textOf = (bytes: Buffer | undefined): string | undefined => bytes?.toString('utf8', hasMark(bytes) ? 3 : 0)

/** A table that somebody has filled is not lost to a new one. */
export async function writeExported(path: string, bytes: Uint8Array, isForced: boolean): Promise<void> {
  if (!isForced && statSync(path, { throwIfNoEntry: false }))
    throw new EnvironmentFault(
      said('{path} is there already.', { path }),
      said('Name another with --out, or write over it with --force.'),
    )
  await openOutput(dirname(path)).write(basename(path), bytes)
}
