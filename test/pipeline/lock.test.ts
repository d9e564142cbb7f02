/** One build in an output folder; who is gone is followed by exactly one. */
import { fork, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { thisProcess } from '../../src/disk/process-identity.ts'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { lockName, lockOutput } from '../../src/pipeline/disk/lock.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const lockFile = () => join(folder, lockName)
const leave = async (change: object, name = lockName): Promise<void> => {
  const holder = {
    ...(await thisProcess()),
    host: hostname(),
    since: '2026-01-01T00:00:00.000Z',
    token: '0123456789ab',
  }
  await writeFile(join(folder, name), JSON.stringify({ ...holder, ...change }))
}
const touchedAgo = (seconds: number) => {
  const then = new Date(Date.now() - seconds * 1000)
  return utimes(lockFile(), then, then)
}
/** A number that no process has any more. */
const gonePid = (): Promise<number> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, ['-e', '0'])
    child.on('close', () => resolve(child.pid ?? 0))
  })

test('a second build is told who has the folder; when the first is done it may', async () => {
  const lock = await lockOutput(folder)
  await expect(lockOutput(folder)).rejects.toThrow(EnvironmentFault)
  await expect(lockOutput(folder)).rejects.toThrow(new RegExp(`process ${process.pid} on ${hostname()}, since \\d{4}-`))
  await lock.release()
  await (await lockOutput(folder)).release()
  expect(await readdir(folder)).toEqual([])
})

test('a folder that was made for the lock alone is taken away again', async () => {
  await (await lockOutput(join(folder, 'a/b'))).release()
  expect(await readdir(folder)).toEqual([])
})

test('a process that is gone, or whose number another has now, leaves nothing to wait for', async () => {
  await leave({ pid: await gonePid() })
  await (await lockOutput(folder)).release()
  await leave({ start: '1' })
  await (await lockOutput(folder)).release()
  await leave({})
  await expect(lockOutput(folder)).rejects.toThrow(/Another build/)
})

test('what dead builds left half-written is swept, and nothing else', async () => {
  await leave({ pid: await gonePid() })
  await mkdir(join(folder, 'press/2022'), { recursive: true })
  await writeFile(join(folder, 'press/2022/a.ru.pdf.0a1b2c3d.part'), 'half')
  await writeFile(join(folder, 'press/2022/mine.part'), 'whole')
  await (await lockOutput(folder)).release()
  expect(await readdir(join(folder, 'press/2022'))).toEqual(['mine.part'])
  expect(await readdir(folder)).toEqual(['press'])
})

test.for([{ boot: 'another' }, { space: 'pid:[1]' }])(
  'who cannot be seen from here is gone after a minute: %o',
  async other => {
    await leave(other)
    await touchedAgo(30)
    await expect(lockOutput(folder)).rejects.toThrow(/Another build/)
    await touchedAgo(90)
    await (await lockOutput(folder)).release()
  },
)

test('a lock that cannot be read holds for a minute too', async () => {
  await writeFile(lockFile(), '\0\0')
  await expect(lockOutput(folder)).rejects.toThrow(/cannot be read/)
  await touchedAgo(90)
  await (await lockOutput(folder)).release()
})

test('a link in place of the lock is not followed into the machine', async () => {
  await writeFile(join(folder, 'secret'), 'SECRET')
  await symlink(join(folder, 'secret'), lockFile())
  await expect(lockOutput(folder)).rejects.toThrow(/is not a file/)
  expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('SECRET')
})

test('a build that lives says so: its lock never looks silent', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const lock = await lockOutput(folder)
    await touchedAgo(90)
    vi.advanceTimersByTime(10_000)
    await vi.waitUntil(async () => (await stat(lockFile())).mtimeMs > Date.now() - 60_000)
    await lock.release()
  } finally {
    vi.useRealTimers()
  }
})

test('a lock that another has by now is not taken from it', async () => {
  const lock = await lockOutput(folder)
  await leave({})
  await lock.release()
  expect(await readdir(folder)).toEqual([lockName])
})

test('who follows a holder that is gone has the folder; if that one is gone too, the next may', async () => {
  const follower = `${lockName}.after-0123456789ab`
  await leave({ pid: await gonePid() })
  await leave({ token: 'abcdefabcdef' }, follower)
  await expect(lockOutput(folder)).rejects.toThrow(/Another build/)
  await leave({ token: 'abcdefabcdef', pid: await gonePid() }, follower)
  await (await lockOutput(folder)).release()
  expect(await readdir(folder)).toEqual([])
})

test('what a build that lives has put beside the lock is left to it', async () => {
  await leave({ pid: await gonePid() })
  await leave({ token: 'abcdefabcdef' }, `${lockName}.abcdefabcdef`)
  await (await lockOutput(folder)).release()
  expect(await readdir(folder)).toEqual([`${lockName}.abcdefabcdef`])
})

test('what stands in a lock is shown only if a build can have written it', async () => {
  await leave({ host: '\u001b[2J' })
  await expect(lockOutput(folder)).rejects.toThrow(/cannot be read/)
})

const contender = `
  import { appendFileSync } from 'node:fs'
  import { lockOutput } from ${JSON.stringify(new URL('../../src/pipeline/disk/lock.ts', import.meta.url).href)}
  const [folder, log] = process.argv.slice(2)
  process.on('message', async () => {
    const lock = await lockOutput(folder).catch(() => undefined)
    if (lock) {
      appendFileSync(log, 'in\\n')
      await new Promise(resolve => setTimeout(resolve, 15))
      appendFileSync(log, 'out\\n')
      if (Math.random() < 0.5) process.kill(process.pid, 'SIGKILL')
      await lock.release()
    }
    process.exit()
  })
  process.send('ready')`

test('of many who try at once, where the holder is gone, never two are in', async () => {
  const program = join(folder, 'contender.mjs')
  const log = join(folder, 'log')
  await writeFile(program, contender)
  await writeFile(log, '')
  const out = join(folder, 'out')
  for (let round = 0; round < 4; round += 1) {
    const children = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const child = fork(program, [out, log], { execArgv: [] })
        await new Promise(resolve => child.once('message', resolve))
        return child
      }),
    )
    await Promise.all(
      children.map(child => {
        const ended = new Promise(resolve => child.once('close', resolve))
        child.send('go')
        return ended
      }),
    )
  }
  const lines = (await readFile(log, 'utf8')).trim().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(8)
  expect(lines).toEqual(lines.map((_, index) => (index % 2 === 0 ? 'in' : 'out')))
})
