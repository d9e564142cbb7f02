/** The records of a case, read once in the life of a process: one that tries code in many ways asks for the same. */
import { load } from '../../src/load/load.ts'
import { loadable } from './case-workspace.ts'
import { packs } from './tongues.ts'

type Read = ReturnType<typeof load>

const known = new Map<string, Read>()

export async function readCase(name: string): Promise<Read> {
  const { sources, media } = await loadable(name)
  const read = known.get(name) ?? load(sources, media, { packs })
  known.set(name, read)
  return read
}
