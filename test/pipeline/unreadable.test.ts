/** What the disk refuses to show is told with its name; it is neither an author's mistake nor a bug. */

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { templates } from '../support/two-builds.ts'

let root = ''
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'khabar-unreadable-'))
  await layOutCase('_base', root)
  chmodSync(root, 0o755)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Root may read everything, so that a test run by root puts its rights down meanwhile. */
async function withoutRights<T>(act: () => Promise<T>): Promise<T> {
  const own = process.geteuid?.()
  if (own === 0) process.seteuid?.(65_534)
  try {
    return await act()
  } finally {
    if (own === 0) process.seteuid?.(0)
  }
}

test.runIf(platform() !== 'win32').for(['data/areas/rfl.yaml', 'data/media/2022/meeting.jpg', 'data/meetings'])(
  '%s',
  async path => {
    chmodSync(join(root, path), 0)
    const found = await withoutRights(() => openWorkspace(root, templates).read()).catch((thrown: unknown) => thrown)
    chmodSync(join(root, path), 0o755)
    expect(found).toBeInstanceOf(EnvironmentFault)
    expect(String(found)).toContain(`${path} could not be read: permission is denied.`)
  },
)

test.runIf(platform() === 'linux')('a name that is not UTF-8 is said to be one', async () => {
  writeFileSync(Buffer.concat([Buffer.from(`${root}/data/people/a`), Buffer.from([0xff]), Buffer.from('.yaml')]), '')
  const { diagnostics } = (await openWorkspace(root, templates).read()).sources()
  expect(inWords(diagnostics).map(each => `${each.code} ${each.message}`)).toEqual([
    'file/not-read The name of data/people/a\ufffd.yaml is not UTF-8.',
  ])
})
