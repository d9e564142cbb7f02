/** A machine in the way: a full disk, a read-only one, an interrupted build. Clear words, nothing lost. */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, type TestContext, test } from 'vitest'
import { layOutCase } from '../support/case-workspace.ts'

const main = join(import.meta.dirname, '../../src/cli/bin.ts')
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-faults-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const build = `'${process.execPath}' '${main}' build --only workbook --lang ru --root "$ROOT" --out "$ROOT/out"`

/** Runs a script where it may mount: as root of a namespace of its own. */
function inOwnMounts(
  ctx: TestContext,
  script: string,
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const own = ['--user', '--map-root-user', '--mount']
  const may = spawnSync('unshare', [...own, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
  if (!may && process.env['CI']) throw new Error('CI must be able to mount in a namespace of its own')
  ctx.skip(!may, 'this machine does not let a user mount in a namespace')
  return spawnSync('unshare', [...own, 'sh', '-c', script], { encoding: 'utf8', env: { ...process.env, ROOT: root } })
}

test('a full disk: words, exit 2, and no half file', ctx => {
  const ran = inOwnMounts(
    ctx,
    `mkdir "$ROOT/out" && mount -t tmpfs -o size=8k none "$ROOT/out" && ${build}; code=$?; find "$ROOT/out" -type f; exit $code`,
  )
  expect(ran.stderr).toMatch(/reports\/2022\/icrc-2022\.ru\.xlsx could not be written: the disk is full/)
  expect(ran.status).toBe(2)
  expect(ran.stdout).not.toMatch(/xlsx|part/)
})

test('a read-only disk: words and exit 2', ctx => {
  const ran = inOwnMounts(ctx, `mkdir "$ROOT/out" && mount -t tmpfs -o ro none "$ROOT/out" && ${build}`)
  expect(ran.stderr).toMatch(/read-only/)
  expect(ran.status).toBe(2)
})

test('a read-only disk on which all is built already: nothing to do, and that is done', ctx => {
  const ran = inOwnMounts(
    ctx,
    `${build} && mount --bind "$ROOT/out" "$ROOT/out" && mount -o remount,ro,bind "$ROOT/out" && ${build}`,
  )
  expect(ran.stderr).toMatch(/^0 built, \d+ unchanged, 0 removed/m)
  expect(ran.status).toBe(0)
})

test('a file where a folder of artifacts was: words, exit 2; moved away, all is as before', async () => {
  const run = () => spawnSync('sh', ['-c', build], { encoding: 'utf8', env: { ...process.env, ROOT: root } })
  expect(run().status).toBe(0)
  await rename(join(root, 'out/reports'), join(root, 'aside'))
  await writeFile(join(root, 'out/reports'), '')
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('a file stands where a folder is needed') })
  await rm(join(root, 'out/reports'))
  await rename(join(root, 'aside'), join(root, 'out/reports'))
  expect(run().stderr).toMatch(/^0 built/m)
})

test.for([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a build that %s interrupts leaves no browser, no part of a file and no lock', async ([signal, code]) => {
  const child = spawn(process.execPath, [main, 'build', '--only', 'press', '--root', root], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  await childOf(child.pid ?? 0)
  const browsers = descendants(child.pid ?? 0)
  child.kill(signal)
  expect(await ended).toBe(code)
  expect(browsers.filter(isAlive)).toEqual([])
  const files = await readdir(root, { recursive: true })
  expect(files.filter(file => /\.part$|khabar-lock/.test(file))).toEqual([])
})

test('two builds in one folder: the second says who has it, and that does not hold up a dry run', async () => {
  const first = spawn(process.execPath, [main, 'build', '--only', 'press', '--root', root], { stdio: 'ignore' })
  const ended = new Promise<number | null>(resolve => first.on('close', resolve))
  await childOf(first.pid ?? 0)
  const second = spawnSync(process.execPath, [main, 'build', '--only', 'press', '--root', root], { encoding: 'utf8' })
  expect(second.stderr).toMatch(new RegExp(`Another build is at work in .*: process ${first.pid} on .*, since 2`))
  expect(second.status).toBe(2)
  const dry = spawnSync(process.execPath, [main, 'build', '--dry-run', '--root', root], { encoding: 'utf8' })
  expect(dry.status).toBe(0)
  expect(await ended).toBe(0)
})

/** Waits until a process has started another. */
async function childOf(pid: number): Promise<void> {
  for (let tries = 0; tries < 400 && descendants(pid).length === 0; tries += 1) {
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

/** Read off /proc: a bare machine has no ps. */
function descendants(pid: number): readonly number[] {
  const pairs = processes().map(each => [each, statusOf(each).parent] as const)
  const below = (parent: number): readonly number[] =>
    pairs.filter(pair => pair[1] === parent).flatMap(([child]) => [child, ...below(child)])
  return below(pid)
}

const processes = (): readonly number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)

/** /proc/<pid>/stat: `pid (name) state ppid …`; a process that is gone counts as ended. */
function statusOf(pid: number): { readonly state: string; readonly parent: number } {
  try {
    const [state = 'Z', parent = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return { state: 'Z', parent: 0 }
  }
}

const isAlive = (pid: number): boolean => statusOf(pid).state !== 'Z'
