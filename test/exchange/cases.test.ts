/**
 * Each workspace under test/cases that has an `import.yaml`: what is told stands in `expected.txt`, the files that are
 * written under `expected/`. `npm run update` rewrites both.
 */

import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { hasErrors } from '../../src/model/diagnostic.ts'
import { caseNames, casesFolder } from '../support/case-workspace.ts'
import { importCase } from '../support/import-case.ts'
import { inWords } from '../support/in-words.ts'
import { notWhole } from '../support/told-whole.ts'

const isUpdate = (): boolean => expect.getState().snapshotState.snapshotUpdateState === 'all'

/** With hints: they are what a person who fills a table goes by. */
function toldIn(diagnostics: Parameters<typeof printConcise>[0]): string {
  const hints = inWords(diagnostics).map(({ message, hints: all }) =>
    [message, ...all.map(hint => `  ${hint}`)].join('\n'),
  )
  return `${printConcise(diagnostics)}\n\n${hints.join('\n')}\n`
}

const names = await caseNames('imported')

test('there are cases', () => {
  expect(names.length).toBeGreaterThan(8)
})

describe.for(names)('%s', name => {
  const folder = join(casesFolder, name)

  test('comes to what is expected, and the second time to nothing', async () => {
    const { first, again } = await importCase(name)
    const { files, counts, diagnostics } = first
    for (const { hints, message } of inWords(diagnostics)) expect.soft(hints, message).not.toEqual([])
    expect.soft(notWhole(diagnostics)).toEqual([])
    const told = `${JSON.stringify(counts)}\n${toldIn(diagnostics)}`
    await expect.soft(told).toMatchFileSnapshot(join(folder, 'expected.txt'))
    for (const { path, after } of files)
      await expect.soft(after).toMatchFileSnapshot(join(folder, 'expected', path), path)
    if (!hasErrors(diagnostics)) {
      expect(again.files).toEqual([])
      expect(again.counts).toEqual({
        ...counts,
        created: 0,
        updated: 0,
        unchanged: counts.created + counts.updated + counts.unchanged,
      })
    }
    await noOthers(join(folder, 'expected'), new Set(files.map(({ path }) => path)))
  })
})

async function noOthers(folder: string, known: ReadonlySet<string>): Promise<void> {
  if (!existsSync(folder)) return
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const stale = paths.filter(path => !known.has(path))
  if (isUpdate()) for (const path of stale) await rm(join(folder, path))
  else expect(stale).toEqual([])
}
