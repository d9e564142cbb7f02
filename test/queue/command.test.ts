/** `build --queue` and `worker` as a person runs them: what they are told, how both end, and that no password is ever shown. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { khabar } from '../support/khabar.ts'
import { program } from '../support/program.ts'
import { freePort, serverFor } from './server.ts'
import { sharedWorkspace } from './workers.ts'

let root: string
beforeAll(async () => {
  root = await sharedWorkspace()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const build = (queue: string, env: Readonly<Record<string, string>> = {}) =>
  khabar(['build', '--root', root, '--force', '--queue', queue], { env })

test('what names no server is not said again: there may be a password in it', async () => {
  const { code, stderr } = await build('redis://:geheim-wort%@127.0.0.1')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^khabar: --queue does not name a server\.\n {8}It takes redis:\/\/host:port/m)
  expect(stderr).not.toContain('geheim')
})

test('nobody listens: words and exit 2, of a build and of a worker', async () => {
  const queue = `redis://127.0.0.1:${await freePort()}/3`
  const both = await Promise.all([build(queue), khabar(['worker', '--queue', queue])])
  for (const { code, stderr } of both) {
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^khabar: The queue at redis:\/\/127\.0\.0\.1:\d+\/3 cannot be used: nobody listens there\.$/m,
    )
  }
})

test('a wrong password, or none: words and exit 2; the right one may stand in the environment', async context => {
  const { url, client } = await serverFor(context)
  await client.config('SET', 'requirepass', 'geheim-wort')
  const withWord = url.replace('//', '//:falsch-wort@')
  for (const ran of await Promise.all([build(withWord), build(url)])) {
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/cannot be used: it does not take the password\.$/m)
    expect(ran.stderr).not.toMatch(/-wort/)
  }
  const worker = ['worker', '--queue', url, '--until-idle', '1', '--messages', 'ru']
  const { code, stderr } = await khabar(worker, { env: { KHABAR_QUEUE_PASSWORD: 'geheim-wort' } })
  expect(stderr).toMatch(/^Слушаю redis:\/\/127\.0\.0\.1:\d+\/0, документов одновременно: \d+; browser /)
  expect(stderr).not.toMatch(/-wort/)
  expect(code).toBe(0)
})

test('without the packages: what to install, and exit 2', async () => {
  const hooks = `import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => {
      if (name !== 'ioredis') return next(name, context)
      throw Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' })
    } })`
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hooks)}` }
  const { code, stderr } = await build('redis://127.0.0.1', env)
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /--queue needs the package ioredis, which is not installed\.\n.*npm install --ignore-scripts bullmq@6 ioredis@6/,
  )
})

test('Ctrl-C ends a build that waits for a worker: 130, no lock left; a worker that is signalled ends with 0', async context => {
  const { url } = await serverFor(context)
  const builder = start('build', '--root', root, '--only', 'press', '--force', '--queue', url)
  await builder.hears(/No worker of this version listens/)
  builder.child.kill('SIGINT')
  expect(await builder.ended).toBe(130)
  expect(readdirSync(join(root, 'output')).filter(name => /lock|\.part$/.test(name))).toEqual([])
  const worker = start('worker', '--queue', url, '--jobs', '1')
  await worker.hears(/^Listening on .*, 1 documents at a time/m)
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
})

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  readonly hears: (pattern: RegExp) => Promise<void>
}

function start(...words: readonly string[]): Started {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const hears = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(told)) {
      if (child.exitCode !== null) throw new Error(`it ended before it said ${pattern}:\n${told}`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  return { child, ended, hears }
}
