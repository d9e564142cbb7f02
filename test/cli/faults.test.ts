/** A machine in the way: a full disk, a read-only one, an interrupted build. Clear words, nothing lost. */

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, type TestContext, test } from 'vitest'
import { descendants, living } from '../../bench/process-tree.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { type Ran, run, whileItMoves } from '../support/child.ts'
import { khabar } from '../support/khabar.ts'
import { program } from '../support/program.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-faults-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const build = `'${process.execPath}' '${program}' build --only workbook --lang ru --root "$ROOT" --out "$ROOT/out"`

/** Runs a script where it may mount: as root of a namespace of its own. */
async function inOwnMounts(ctx: TestContext, script: string): Promise<Ran> {
  const own = ['--user', '--map-root-user', '--mount']
  const may = await run('unshare', [...own, 'mount', '-t', 'tmpfs', 'none', '/mnt']).then(({ code }) => code === 0)
  if (!may && process.env['CI']) throw new Error('CI must be able to mount in a namespace of its own')
  ctx.skip(!may, 'this machine does not let a user mount in a namespace')
  return run('unshare', [...own, 'sh', '-c', script], { env: { ...process.env, ROOT: root } })
}

test('a full disk: words, exit 2, and no half file', async ctx => {
  const ran = await inOwnMounts(
    ctx,
    `mkdir "$ROOT/out" && mount -t tmpfs -o size=8k none "$ROOT/out" && ${build}; code=$?; find "$ROOT/out" -type f; exit $code`,
  )
  expect(ran.stderr).toMatch(/reports\/2022\/icrc-2022\.ru\.xlsx could not be written: the disk is full/)
  expect(ran.code).toBe(2)
  expect(ran.stdout).not.toMatch(/xlsx|part/)
})

test('a read-only disk: words and exit 2', async ctx => {
  const ran = await inOwnMounts(ctx, `mkdir "$ROOT/out" && mount -t tmpfs -o ro none "$ROOT/out" && ${build}`)
  expect(ran.stderr).toMatch(/read-only/)
  expect(ran.code).toBe(2)
})

test('a read-only disk on which all is built already: nothing to do, and that is done', async ctx => {
  const ran = await inOwnMounts(
    ctx,
    `${build} && mount --bind "$ROOT/out" "$ROOT/out" && mount -o remount,ro,bind "$ROOT/out" && ${build}`,
  )
  expect(ran.stderr).toMatch(/^0 built, \d+ unchanged, 0 removed/m)
  expect(ran.code).toBe(0)
})

test.runIf(existsSync('/proc/self'))('a folder in which no file can be made: words and exit 2', async () => {
  const ran = await khabar(['schema', '/proc/self'])
  expect(ran.stderr).toMatch(/could not be written: no file can be made there/)
  expect(ran.code).toBe(2)
})

test('a pipe where a file of schemas belongs is replaced, and not waited for', async () => {
  const pipe = join(root, 'schemas/meeting.schema.json')
  await run('sh', ['-c', 'mkdir "$ROOT/schemas" && mkfifo "$ROOT/schemas/meeting.schema.json"'], {
    env: { ...process.env, ROOT: root },
  })
  expect((await khabar(['schema', join(root, 'schemas')])).code).toBe(0)
  expect(statSync(pipe).isFile()).toBe(true)
})

test('a file where a folder of artifacts was: words, exit 2; moved away, all is as before', async () => {
  const again = () => run('sh', ['-c', build], { env: { ...process.env, ROOT: root } })
  expect((await again()).code).toBe(0)
  await rename(join(root, 'out/reports'), join(root, 'aside'))
  await writeFile(join(root, 'out/reports'), '')
  expect(await again()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('a file stands where a folder is needed'),
  })
  await rm(join(root, 'out/reports'))
  await rename(join(root, 'aside'), join(root, 'out/reports'))
  expect((await again()).stderr).toMatch(/^0 built/m)
})

test.for([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a build that %s interrupts leaves no browser, no part of a file and no lock', async ([signal, code]) => {
  const { child, ended } = start()
  const browsers = await startedBy(child, ended)
  child.kill(signal)
  expect(await whileItMoves(ended, child)).toBe(code)
  expect(living().filter(each => browsers.includes(each.pid))).toEqual([])
  const files = await readdir(root, { recursive: true })
  expect(files.filter(file => /\.part$|khabar-lock/.test(file))).toEqual([])
})

test('two builds in one folder: the second says who has it, and that does not hold up a dry run', async () => {
  const { child, ended } = start()
  await startedBy(child, ended)
  // Or it might be done before the second has begun.
  child.kill('SIGSTOP')
  const second = await khabar(words())
  expect(second.stderr).toMatch(new RegExp(`Another build is at work in .*: process ${child.pid} on .*, since 2`))
  expect(second.code).toBe(2)
  expect((await khabar(['build', '--dry-run', '--root', root])).code).toBe(0)
  child.kill('SIGCONT')
  expect(await whileItMoves(ended, child)).toBe(0)
})

const words = (): readonly string[] => ['build', '--only', 'press', '--root', root]

function start(): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [program, ...words()], { stdio: 'ignore' })
  return { child, ended: new Promise(resolve => child.on('close', resolve)) }
}

/** What a process has started, once it has. */
async function startedBy({ pid = 0 }: ChildProcess, ended: Promise<unknown>): Promise<readonly number[]> {
  let isOver = false
  void ended.finally(() => {
    isOver = true
  })
  for (;;) {
    const found = descendants(pid).map(each => each.pid)
    if (found.length > 0) return found
    if (isOver) throw new Error('it ended before it had started anything')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
