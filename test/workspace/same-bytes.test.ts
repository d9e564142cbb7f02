/** Any number at a time, any time zone and locale: the same bytes of every artifact, and the same manifest that names them. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { layOutCase } from '../support/case-workspace.ts'
import { khabar } from '../support/khabar.ts'
import { repository } from '../support/sample-build.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-same-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function manifestOf(root: string, jobs: number, TZ: string, LANG: string): Promise<string> {
  const out = await mkdtemp(join(folder, 'out-'))
  const { code } = await khabar(['build', '--root', root, '--out', out, '--jobs', String(jobs)], { env: { TZ, LANG } })
  expect(code).toBe(0)
  return readFile(join(out, 'manifest.json'), 'utf8')
}

test('the manifest of the repository’s workspace holds the digest of each of its 200 artifacts', async () => {
  const { artifacts } = JSON.parse(await readFile(join(inject('sample'), 'manifest.json'), 'utf8')) as {
    artifacts: { path: string; sha256: string }[]
  }
  expect(artifacts).toHaveLength(200)
  for (const { path, sha256 } of artifacts) {
    const bytes = await readFile(join(inject('sample'), path))
    expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sha256)
  }
})

test('the repository’s workspace, four at a time, where letters fold otherwise and the day begins earlier', async () => {
  const first = await readFile(join(inject('sample'), 'manifest.json'), 'utf8')
  expect(await manifestOf(repository, 4, 'Asia/Tashkent', 'tr_TR.UTF-8')).toBe(first)
})

test('a small workspace, in three ways', async () => {
  const root = join(folder, 'small')
  await layOutCase('_base', root)
  const first = await manifestOf(root, 2, 'America/Los_Angeles', 'ru_RU.UTF-8')
  expect(await manifestOf(root, 3, 'UTC', 'uz_UZ.UTF-8')).toBe(first)
  expect(await manifestOf(root, 1, 'Asia/Tokyo', 'en_US.UTF-8')).toBe(first)
})
