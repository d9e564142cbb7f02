/** The whole way with the browser, the signer of nothing and two processes: the folder is that of a build without a queue. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../../src/pipeline/digest.ts'
import { khabar } from '../support/khabar.ts'
import { program } from '../support/program.ts'
import { serverFor } from './server.ts'
import { sharedWorkspace } from './workers.ts'

let root: string
beforeAll(async () => {
  root = await sharedWorkspace()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Every file by its path. */
const filesIn = (folder: string): object =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(each => each.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map(path => [path.slice(folder.length), sha256(readFileSync(path))]),
  )

test('releases, workbooks, manifest and sums: byte for byte', async context => {
  const { url } = await serverFor(context)
  const worker = spawn(process.execPath, [program, 'worker', '--queue', url, '--jobs', '2'], { stdio: 'ignore' })
  const ended = new Promise<number | null>(resolve => worker.on('close', resolve))
  onTestFinished(async () => {
    worker.kill('SIGTERM')
    await ended
  })
  const build = (out: string, ...words: readonly string[]) =>
    khabar(['build', '--root', root, '--lang', 'en', '--out', join(root, out), ...words])
  const alone = await build('alone')
  const queued = await build('queued', '--queue', url)
  expect(queued.code).toBe(0)
  expect(queued.stdout).toBe(alone.stdout)
  expect(filesIn(join(root, 'queued'))).toEqual(filesIn(join(root, 'alone')))
  expect(Object.keys(filesIn(join(root, 'queued'))).filter(path => path.endsWith('.pdf'))).toHaveLength(3)
  worker.kill('SIGTERM')
  expect(await ended).toBe(0)
})
