/** The installation, with an npm that stands still: it is said what is waited for. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../support/child.ts'
import { repository } from '../support/sample-build.ts'

test('an npm that waits for the network: told every quarter of a minute, and exit 2 when it gives up', async () => {
  const root = mkdtempSync(join(tmpdir(), 'khabar-setup-'))
  try {
    for (const name of ['package-lock.json', 'scripts/setup.mjs'])
      cpSync(join(repository, name), join(root, name), { recursive: true })
    const npm = join(root, 'npm.js')
    writeFileSync(npm, 'setTimeout(() => process.exit(1), 17_000)\n')
    const ran = await run(process.execPath, [join(root, 'scripts/setup.mjs')], {
      env: { ...process.env, npm_execpath: npm },
    })
    expect(ran.stderr).toMatch(/still waiting for the package registry.*\n.*npm ci failed/)
    expect(ran.code).toBe(2)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
