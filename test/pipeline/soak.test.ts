/** A slice of the soak: a build of many releases leaves no process behind, and what it holds does not grow with them. */
import { platform } from 'node:os'
import { expect, test } from 'vitest'
import { soak } from '../../bench/soak.ts'

test.runIf(platform() === 'linux')('forty releases in one build', async () => {
  const { documents, samples, growth, leftBehind } = await soak({ documents: 40, seed: 7, every: 10 })
  expect(documents).toBe(40)
  expect(leftBehind).toEqual([])
  expect(samples.map(each => each.documents)).toEqual([10, 20, 30, 40])
  for (const { browserMb, nodeMb, processes } of samples) {
    expect(browserMb).toBeGreaterThan(20)
    expect(nodeMb).toBeGreaterThan(20)
    expect(processes).toBeGreaterThan(3)
  }
  expect(growth).toBeLessThan(2)
})
