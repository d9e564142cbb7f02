/**
 * A slice of the fuzz over texts, without a browser: each release and report is told at its line, or comes to words and
 * sheets. All of it, printed and judged, is `npm run endurance -- --only releases`.
 *
 *     FUZZ_SEED=7    what failed, again: it is told with it
 */
import { expect, test } from 'vitest'
import { tryReleases } from '../../bench/endurance/releases/try-releases.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_101)

test('releases of all that the world sends are told at their lines, or made', async () => {
  const { built, told, workbooks, faults } = await tryReleases({ seed, stories: 4, isWhole: true })
  expect(faults).toEqual([])
  expect(built + told).toBe(12)
  expect(built).toBeGreaterThan(0)
  expect(workbooks).toBeGreaterThan(5)
})
