/** Mistakes that loading alone does not see: encodings, photos, what an editor would say. `check` tells each, and its hint mends it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { everything, templates } from '../support/two-builds.ts'
import { familiesIn } from './mistake.ts'
import { complaints, type Files, goodFiles } from './spoilt.ts'

const good = await goodFiles()
const families = await familiesIn('checked')

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-mistakes-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function telling(files: Files) {
  await rm(join(root, 'data'), { recursive: true, force: true })
  for (const [path, bytes] of files) {
    await mkdir(join(root, dirname(path)), { recursive: true })
    await writeFile(join(root, path), bytes)
  }
  const { diagnostics } = await checkWorkspace(
    openWorkspace(root, templates),
    openMemo(join(root, '.khabar'), 'this code'),
    everything.asOf,
  )
  return diagnostics
}

test('the workspace is good', async () => {
  expect(await telling(good)).toEqual([])
})

describe.for(families)('$name', ({ mistakes }) => {
  test.for(mistakes)('$what', async mistake => {
    expect(await complaints(mistake, good, telling)).toEqual([])
  })
})
