/**
 * A slice of the fuzz over texts, printed: every PDF conforms by our checker, every workbook by Microsoft's. All of it is
 * `npm run endurance -- --only releases`.
 *
 *     FUZZ_SEED=7    what failed, again: it is told with it
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tryReleases } from '../../bench/endurance/releases/try-releases.ts'
import { createRenderer } from '../../src/render/renderer.ts'
import { judge, withoutIcu } from '../support/judges.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_101)
const renderer = createRenderer({ version: '0', sandbox: 'auto', tabs: 1, environment: process.env })
afterAll(() => renderer.close())

test('releases of all that the world sends are told at their lines, or built and conforming', async ctx => {
  const validator = judge('ooxml-validator', ctx)
  const look = async (output: string): Promise<readonly string[]> =>
    workbooksIn(output).flatMap(path => {
      const { stdout } = spawnSync(validator, [path, 'Microsoft365'], { encoding: 'utf8', env: withoutIcu })
      const { errors } = JSON.parse(stdout) as { readonly errors: readonly unknown[] }
      return errors.length === 0 ? [] : [`${path}: ${JSON.stringify(errors.slice(0, 3))}`]
    })
  const { built, told, workbooks, faults } = await tryReleases({ seed, stories: 3, isWhole: true, renderer, look })
  expect(faults).toEqual([])
  expect(built + told).toBe(9)
  expect(built).toBeGreaterThan(0)
  expect(workbooks).toBeGreaterThan(2)
})

const workbooksIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.xlsx'))
    .map(path => join(folder, path))
