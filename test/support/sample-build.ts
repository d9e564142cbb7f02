/** Once a run: the repository's own workspace, built whole, for all tests that look at what comes of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { khabar } from './khabar.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Its output folder. */
    readonly sample: string
  }
}

export const repository = join(import.meta.dirname, '../..')

export default async function setup(project: TestProject): Promise<() => void> {
  const out = mkdtempSync(join(tmpdir(), 'khabar-sample-'))
  const end = (): void => rmSync(out, { recursive: true, force: true })
  const env = { TZ: 'Pacific/Auckland', LANG: 'ru_RU.UTF-8' }
  const { code, stderr } = await khabar(['build', '--root', repository, '--out', out], { env })
  if (code !== 0) {
    end()
    throw new Error(`the repository’s workspace does not build:\n${stderr}`)
  }
  project.provide('sample', out)
  return end
}
