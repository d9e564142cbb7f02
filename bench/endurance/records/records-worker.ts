/** Takes spoilt records through all that is pure, in a thread of its own: one that never ends can be stopped from outside. */
import { parentPort } from 'node:worker_threads'
import type { FuzzAnswer } from '../fuzz.ts'
import { spoiltBy, spoiltOf } from './spoilt.ts'
import { tryRecords, warm } from './try-records.ts'

await warm()
parentPort?.postMessage('ready')

parentPort?.on('message', async (seed: number) => {
  const spoilt = spoiltOf(seed)
  const answer = { seed, path: `records, seed ${seed}`, by: spoiltBy(spoilt) }
  try {
    const { outcome, faults, ms } = await tryRecords(spoilt)
    const verdict = faults.length > 0 ? ({ outcome: 'broke', why: faults.join('; ') } as const) : { outcome }
    parentPort?.postMessage({ ...answer, ...verdict, ms } satisfies FuzzAnswer)
  } catch (thrown) {
    const why = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    parentPort?.postMessage({ ...answer, outcome: 'broke', why, ms: 0 } satisfies FuzzAnswer)
  }
})
