/**
 * What a build that was killed may have left in the output folder without the manifest telling of it: the paths of new
 * artifacts, written down before the first of them and taken away after the manifest.
 */
import { compare } from '../../model/diagnostic.ts'
import { artifactPath } from '../manifest.ts'
import type { OutputFolder } from '../workspace.ts'

const listPath = '.khabar-unfinished.json'

/** Paths that an earlier build announced and no manifest lists since. */
export async function leftUnfinished(output: OutputFolder): Promise<readonly string[]> {
  const bytes = await output.read(listPath)
  const written = bytes && parsed(new TextDecoder().decode(bytes))
  return Array.isArray(written) ? written.filter(each => typeof each === 'string' && artifactPath.test(each)) : []
}

/** @param left what stands there already */
export async function announce(output: OutputFolder, paths: readonly string[], left: readonly string[]): Promise<void> {
  const all = [...new Set([...left, ...paths])].toSorted(compare)
  if (all.length > left.length) await output.write(listPath, new TextEncoder().encode(`${JSON.stringify(all)}\n`))
}

/** @param left what another build still has to see to */
export async function settle(output: OutputFolder, left: readonly string[]): Promise<void> {
  if (left.length > 0) await announce(output, left, [])
  else if (await output.read(listPath)) await output.remove(listPath)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
