/** A slice of the faults, with the real command line. All of it is `npm run endurance`. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endure, type Fault, mayMount } from '../../bench/endurance/faults.ts'
import { openTrial, sha256, type Trial } from '../../bench/endurance/trial.ts'
import { watchOutput } from '../../bench/endurance/watch-output.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
afterAll(() => trial.end())

test.for<readonly [Fault, number]>([
  ['build killed', 2],
  ['browser killed', 2],
  ['manifest spoilt', 1],
  ['two builds', 1],
  ['disk full', 1],
  ['disk read-only', 1],
])('%s, %i times: one plain build mends it, and nobody read half an artifact', async ([fault, times], ctx) => {
  const needsMount = fault === 'disk full' || fault === 'disk read-only'
  if (needsMount && !mayMount()) {
    if (process.env['CI']) throw new Error('CI must be able to mount in a namespace of its own')
    ctx.skip('this machine does not let a user mount in a namespace')
  }
  const { done, hit, reads, broken } = await endure({ fault, times, seed: 1, trial })
  expect(broken).toEqual([])
  expect(done).toBe(times)
  expect(reads).toBeGreaterThan(0)
  expect(hit).toBeGreaterThan(0)
})

test('what was left of killed browsers is gone when the next has been at work', async () => {
  for (const state of [0, 1]) {
    trial.become(state)
    expect(await trial.build()).toBe(0)
  }
  expect(readdirSync(trial.temporary).filter(name => name.startsWith('khabar-browser-'))).toEqual([])
})

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
