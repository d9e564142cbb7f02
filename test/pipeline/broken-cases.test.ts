/** Every broken workspace of test/cases as a build and a check meet it: nothing is written, and both tell the same places. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { build } from '../../src/pipeline/build.ts'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { caseNames, casesFolder, layOutCase } from '../support/case-workspace.ts'
import { countingRenderer, memoryOutput } from '../support/memory.ts'
import { everything, templates } from '../support/two-builds.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-cases-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const names = (await caseNames()).filter(name => name !== 'warnings-only')
const lines = (text: string): readonly string[] => text.split('\n').filter(Boolean)
const errorsIn = (told: readonly string[]): readonly string[] => told.filter(line => line.includes(' error '))

test.for(names)('%s', async name => {
  await layOutCase(name, root)
  const expected = lines(await readFile(join(casesFolder, name, 'expected.txt'), 'utf8'))
  const workspace = openWorkspace(root, templates)
  const output = memoryOutput()
  const memo = () => openMemo(join(root, '.khabar'), 'this code')
  const built = await build({ workspace, output, renderer: countingRenderer(), memo: memo() }, everything)
  expect(built.outcome).toBe('refused')
  expect([...output.files]).toEqual([])
  const checked = await checkWorkspace(workspace, memo(), everything.asOf)
  for (const { diagnostics } of [built, checked]) {
    const told = lines(printConcise(diagnostics))
    // Loading is told exactly (test/load); reports and releases may have more to warn of.
    expect(errorsIn(told)).toEqual(errorsIn(expected))
    expect(told).toEqual(expect.arrayContaining([...expected]))
  }
})
