/** The package as it is installed: compiled JavaScript, templates, and nothing of src/. */
import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layOutCase } from '../support/case-workspace.ts'

const repository = join(import.meta.dirname, '../..')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-package-'))
  const tsc = join(repository, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', join(repository, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')])
  await cp(join(repository, 'package.json'), join(folder, 'package.json'))
  await cp(join(repository, 'templates'), join(folder, 'templates'), { recursive: true })
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('builds releases and reports', async () => {
  await layOutCase('_base', join(folder, 'workspace'))
  const words = ['build', '--root', join(folder, 'workspace'), '--lang', 'ru', '--format', 'json']
  const answer = execFileSync(process.execPath, [join(folder, 'dist/cli/bin.js'), ...words], { encoding: 'utf8' })
  const { artifacts } = JSON.parse(answer) as { artifacts: { path: string; status: string }[] }
  expect(artifacts.map(each => each.path)).toContain('press/2022/2022-08-15-icrc.ru.pdf')
  expect(artifacts.map(each => each.path)).toContain('reports/2022/icrc-2022.ru.xlsx')
  expect(new Set(artifacts.map(each => each.status))).toEqual(new Set(['built']))
})

test('holds no TypeScript', async () => {
  const files = await readdir(join(folder, 'dist'), { recursive: true })
  expect(files.filter(file => file.endsWith('.ts'))).toEqual([])
})
