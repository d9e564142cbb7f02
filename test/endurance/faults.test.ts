/** A slice of the faults, with the real command line. All of it is `npm run endurance`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endure, type Fault } from '../../bench/endurance/faults.ts'
import { openTrial, sha256, type Trial } from '../../bench/endurance/trial.ts'
import { watchOutput } from '../../bench/endurance/watch-output.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
afterAll(() => trial.end())

test.for<readonly [Fault, number]>([
  ['build killed', 6],
  ['browser killed', 4],
  ['manifest spoilt', 3],
  ['two builds', 1],
  ['disk full', 1],
  ['disk read-only', 1],
])(
  '%s, %i times: one plain build mends it, and nobody read half an artifact',
  { timeout: 300_000 },
  async ([fault, times]) => {
    const { done, hit, reads, broken } = await endure({ fault, times, seed: 1, trial })
    expect(broken).toEqual([])
    expect(done).toBe(times)
    expect(reads).toBeGreaterThan(0)
    if (fault !== 'disk full' && fault !== 'disk read-only') expect(hit).toBeGreaterThan(0)
  },
)

test('the watcher sees half a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-watch-'))
  const whole = Buffer.from('%PDF whole %%EOF')
  const watch = watchOutput(folder, [new Map([['a.pdf', sha256(whole)]])])
  writeFileSync(join(folder, 'a.pdf'), whole)
  await pause(60)
  expect(watch.broken()).toEqual([])
  writeFileSync(join(folder, 'a.pdf'), whole.subarray(0, 9))
  await pause(200)
  await watch.stop()
  rmSync(folder, { recursive: true })
  expect(watch.broken()).toEqual(['a.pdf was read half-written: 9 bytes'])
})
