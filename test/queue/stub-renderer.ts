/** "Renders" a job into all that it was handed, or does what a test asks of it: waits, fails, ends its process. */
import { EnvironmentFault, RenderFailure } from '../../src/model/fault.ts'
import type { Renderer, RenderJob } from '../../src/model/render-job.ts'
import { verbatim } from '../../src/model/said.ts'
import { sha256 } from '../../src/pipeline/digest.ts'

export interface Behaviour {
  readonly version?: string
  /** For each document. */
  readonly ms?: number
  readonly dies?: string
  readonly fails?: string
  /** Not the document but the machine is at fault. */
  readonly cannot?: string
  /** For those that this names, instead of `ms`. */
  readonly slow?: readonly [path: string, ms: number]
}

export function stubRenderer({ version = '1', ms = 0, dies, fails, cannot, slow }: Behaviour = {}): Renderer {
  return {
    versions: async format => ({ [format]: version }),
    async render(job) {
      const wait = slow && job.path.includes(slow[0]) ? slow[1] : ms
      await new Promise(resolve => setTimeout(resolve, wait))
      if (dies !== undefined && job.path.includes(dies)) process.kill(process.pid, 'SIGKILL')
      if (fails !== undefined && job.path.includes(fails))
        throw new RenderFailure(verbatim('The page is torn.'), [verbatim('Mend it.')])
      if (cannot !== undefined && job.path.includes(cannot))
        throw new EnvironmentFault(verbatim('The disk is full.'), verbatim('Make room.'))
      return new TextEncoder().encode(wordsOf(job))
    },
    diagnostics: () => [],
    close: async () => {},
  }
}

/** Every value of the job, in whichever order its names stand; rows as they are read. */
const wordsOf = (job: RenderJob): string => `${job.path} ${sha256(JSON.stringify(canonical(job)))}`

function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return sha256(value)
  if (Symbol.iterator in value) return [...(value as Iterable<unknown>)].map(canonical)
  const named = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return named.map(([name, each]) => [name, canonical(each)])
}
