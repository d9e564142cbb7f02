/** Before each file of the quick project: none of them starts another program. */
import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'] as const) {
  Object.assign(childProcess, {
    [name]: (program: unknown) => {
      throw new Error(
        `A quick test starts no other program (${String(program)}): list its file as slow in vitest.config.ts.`,
      )
    },
  })
}
syncBuiltinESMExports()
