/**
 * Each workspace under test/cases that has a `case.yaml` is built, and comes to what stands beside it: `expected.txt` is
 * what is told, `expected/` holds releases and workbooks as text. `npm run update` rewrites both.
 */

import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { buildCase } from '../support/built-case.ts'
import { caseNames, caseOptions, casesFolder } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { allRelatedPlaces } from '../support/related-places.ts'
import { notWhole } from '../support/told-whole.ts'

const isUpdate = (): boolean => expect.getState().snapshotState.snapshotUpdateState === 'all'

async function filesIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

describe.for(await caseNames('built'))('%s', name => {
  const folder = join(casesFolder, name)

  test('comes to what is expected, and to nothing else', async () => {
    const { diagnostics, files } = await buildCase(name, await caseOptions(name))
    for (const { hints, message } of inWords(diagnostics)) expect.soft(hints, message).not.toEqual([])
    await expect.soft(printConcise(diagnostics)).toMatchFileSnapshot(join(folder, 'expected.txt'))
    expect.soft(notWhole(diagnostics)).toEqual([])
    const related = allRelatedPlaces(diagnostics)
    if (related.length > 0) expect.soft(`\n${related.join('\n')}\n`).toMatchSnapshot('other places')
    for (const [path, text] of files) await expect.soft(text).toMatchFileSnapshot(join(folder, 'expected', path), path)
    const stale = (await filesIn(join(folder, 'expected'))).filter(path => !files.has(path))
    if (isUpdate()) for (const path of stale) await rm(join(folder, 'expected', path))
    else expect(stale).toEqual([])
  })
})
