/** The releases of each case of test/cases, without the rest of a build: as pages, web pages, texts and for agencies. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCase } from '../support/built-case.ts'
import { caseNames, caseOptions, casesFolder } from '../support/case-workspace.ts'

const isRelease = (path: string): boolean => path.startsWith('press/')
const options = await Promise.all(
  (await caseNames('built')).map(async name => ({ name, ...(await caseOptions(name)) })),
)
const kept = options.filter(({ keeps = [] }) => keeps.some(isRelease))

test.for(kept)('$name', async ({ name, keeps = [] }) => {
  const { files } = await buildCase(name, { keeps: keeps.filter(isRelease) }, 'press')
  const releases = [...files].filter(([path]) => isRelease(path))
  expect(releases).not.toEqual([])
  for (const [path, text] of releases)
    await expect.soft(text).toMatchFileSnapshot(join(casesFolder, name, 'expected', path), path)
})
