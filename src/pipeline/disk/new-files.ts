/** Files that were not there before: what somebody wrote is never written over. */

import { lstat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, ifMissing, whileWriting } from '../../disk/refusal.ts'
import { makeFolder } from '../../disk/whole-file.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import { refuseLinkOut } from './output-folder.ts'

/** @returns of the paths below `root` those at which something is, be it a link to nothing */
export async function thereBelow(root: string, paths: Iterable<string>): Promise<readonly string[]> {
  const found = await Promise.all(
    [...paths].map(async path => ((await lstat(join(root, path)).catch(ifMissing)) ? [path] : [])),
  )
  return found.flat()
}

/** Each is there for good, or was not begun: the file system itself refuses a name that is taken. */
export async function writeNew(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files)
    await whileWriting(path, async () => {
      const full = join(root, path)
      await makeFolder(root)
      await refuseLinkOut(root, dirname(full))
      await makeFolder(dirname(full))
      await writeFile(full, text, { flag: 'wx', flush: true }).catch((thrown: unknown) => {
        if (codeOf(thrown) !== 'EEXIST') throw thrown
        throw new EnvironmentFault(
          said('{path} is there already, and stays as it is.', { path }),
          said('Choose another name.'),
        )
      })
    })
}
