/** Does it start, and which version is it? Asked of every browser before it is used, for 20 ms and never for longer than 15 s. */

import { execFile } from 'node:child_process'
import { platform } from 'node:os'
import { type Said, said, verbatim } from '../../model/said.ts'

export interface Probe {
  readonly starts: boolean
  /** `153.0.8010.0`; unknown on Windows, where the question would open a window. */
  readonly version?: string
  /** Why it does not start. */
  readonly reason?: Said
  /** The loader did not find a library. */
  readonly lacksLibraries?: boolean
}

export type Environment = { readonly [name: string]: string | undefined }

export function probeBrowser(executable: string, environment: Environment): Promise<Probe> {
  if (platform() === 'win32') return Promise.resolve({ starts: true })
  return new Promise(resolve => {
    const options = { timeout: 15_000, killSignal: 'SIGKILL', env: { ...environment } } as const
    const child = execFile(executable, ['--version'], options, (error, stdout, stderr) => {
      const version = /\d+(?:\.\d+){2,3}/.exec(stdout)?.[0]
      if (!error && version) return resolve({ starts: true, version })
      const exit = error?.code
      const words = (stderr.trim().split('\n').at(-1) || (error ? error.message : '')).trim()
      resolve({
        starts: false,
        lacksLibraries: exit === 127,
        reason: error?.killed
          ? said('it did not answer in 15 s')
          : words === ''
            ? said('it named no version')
            : verbatim(words),
      })
    })
    child.stdin?.end()
  })
}
