/** Every file of a folder, whoever put it there. */
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { ifMissing } from '../../disk/refusal.ts'
import { compare } from '../../model/diagnostic.ts'

/** @returns '/'-separated paths from the folder, in order; links are told and not followed. None where there is no folder. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing)) ?? []
  return found
    .filter(each => !each.isDirectory())
    .map(each => relative(folder, join(each.parentPath, each.name)).split(sep).join('/'))
    .toSorted(compare)
}
