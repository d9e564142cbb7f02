/** The folder of a shard, to be read: nothing in it leads anywhere else. */
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { ifMissing, whileReading } from '../../disk/refusal.ts'
import { readRegular, toReadOwn } from '../../disk/regular-file.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'

export interface ShardFolder {
  /** As whoever asked has called it. */
  readonly name: string
  /** @param path '/'-separated, from the folder */
  read(path: string): Promise<Uint8Array | undefined>
}

/** @param folder may be a link itself: it is whoever asks that says where it is */
export function openShardFolder(folder: string, name: string): ShardFolder {
  return {
    name,
    read: path =>
      whileReading(async () => {
        const root = await realpath(folder).catch(ifMissing)
        if (root === undefined) return undefined
        const full = join(root, path)
        const real = await realpath(full).catch(ifMissing)
        if (real !== undefined && real !== full) throw isLink(path, name)
        return readRegular(full, { flags: toReadOwn })
      }),
  }
}

const isLink = (path: string, folder: string): EnvironmentFault =>
  new EnvironmentFault(
    said('{path} in {folder} is a link, and is not followed.', { path, folder }),
    said('Put the file itself there, as khabar build has made it.'),
  )
