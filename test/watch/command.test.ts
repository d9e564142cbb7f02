/** khabar watch as a person runs it: a process of its own, a browser of its own, Ctrl-C. */

import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { descendants, living } from '../../bench/process-tree.ts'
import { whileItMoves } from '../support/child.ts'
import { khabar } from '../support/khabar.ts'
import { program } from '../support/program.ts'
import { freshWorkspace } from '../support/watching.ts'

interface Running {
  readonly pid: number
  readonly kill: ChildProcess['kill']
  readonly ended: Promise<number | null>
  /** All it has said, once it has said this. */
  says(what: RegExp): Promise<string>
}

function run(words: readonly string[]): Running {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const waiting = new Set<() => void>()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    for (const look of waiting) look()
  })
  const ended = new Promise<number | null>(resolve => {
    child.on('close', code => resolve(code))
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    pid: child.pid ?? 0,
    kill: signal => child.kill(signal),
    ended,
    says: what =>
      whileItMoves(
        new Promise((resolve, reject) => {
          const look = (): void => {
            if (!what.test(said)) return
            waiting.delete(look)
            resolve(said)
          }
          waiting.add(look)
          look()
          void ended.then(() => reject(new Error(`ended, and never said ${String(what)}:\n${said}`)))
        }),
        child,
      ),
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What must not be left: a half-written file, a lock. */
const leftovers = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => /\.part$|khabar-lock/.test(path))

const alive = (pids: readonly number[]): readonly number[] =>
  pids.filter(pid => living().some(each => each.pid === pid))

test('it builds, tells where to look, follows a save, keeps its browser warm, and Ctrl-C leaves nothing', async () => {
  const root = await freshWorkspace()
  const port = await freePort()
  const watch = run(['watch', '--root', root, '--only', 'press', '--lang', 'ru', '--port', String(port)])
  const first = await watch.says(/→ 2 releases in \d+\.\d\d s/)
  expect(first).toMatch(new RegExp(`^Preview: http://127\\.0\\.0\\.1:${port}/ .*\n\\d\\d:\\d\\d:\\d\\d start →`))
  const browsers = descendants(watch.pid).map(each => each.pid)
  expect(browsers.length).toBeGreaterThan(0)
  expect(leftovers(root)).toEqual([])

  const meeting = join(root, 'data/meetings/2022/2022-08-15-icrc.yaml')
  const text = await readFile(meeting, 'utf8')
  await writeFile(meeting, text.replace('Общество приняло партнёров', 'Новый заголовок'))
  await watch.says(/\d\d data\/meetings\/2022\/2022-08-15-icrc\.yaml → 1 release in \d/)
  expect(alive(browsers)).toContain(browsers[0])
  const page = await fetch(`http://127.0.0.1:${port}/files/press/2022/2022-08-15-icrc.ru.html`)
  expect(await page.text()).toContain('Новый заголовок')
  const pdf = await fetch(`http://127.0.0.1:${port}/files/press/2022/2022-08-15-icrc.ru.pdf`)
  expect((await pdf.text()).slice(0, 5)).toBe('%PDF-')

  await writeFile(meeting, text.replace('kind: working', 'kind: workng'))
  const told = await watch.says(/1 mistake, nothing built/)
  expect(await watch.says(/1 error in 1 file/)).toMatch(
    /error\[record\/wrong-value\] “workng”[\s\S]*Did you mean “working”/,
  )
  expect(told).not.toContain('\u001b[')

  const second = await khabar(['watch', '--root', root, '--port', String(port)])
  expect(second.code).toBe(2)
  expect(second.stderr).toMatch(new RegExp(`Port ${port} is taken\\.[\\s\\S]*Leave --port out`))

  watch.kill('SIGINT')
  expect(await watch.ended).toBe(0)
  expect(alive(browsers)).toEqual([])
  expect(leftovers(root)).toEqual([])
})

test('Ctrl-C in the middle of a build leaves nothing', async () => {
  const root = await freshWorkspace()
  const watch = run(['watch', '--root', root, '--only', 'press'])
  await watch.says(/Preview/)
  while (descendants(watch.pid).length === 0) await new Promise(resolve => setTimeout(resolve, 10))
  const browsers = descendants(watch.pid).map(each => each.pid)
  watch.kill('SIGINT')
  expect(await watch.ended).toBe(0)
  expect(alive(browsers)).toEqual([])
  expect(leftovers(root)).toEqual([])
})

test('two without --port take a port each', async () => {
  const root = await freshWorkspace()
  const words = ['watch', '--root', root, '--only', 'workbook', '--year', '1999']
  const said = await Promise.all(
    [run([...words, '--out', 'a']), run([...words, '--out', 'b'])].map(each => each.says(/Preview/)),
  )
  const ports = said.map(each => /:(\d+)\//.exec(each)?.[1])
  expect(new Set(ports).size).toBe(2)
})

test('where there is no data/, it says so at once', async () => {
  const ran = await khabar(['watch', '--root', import.meta.dirname])
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no data/ folder') })
})

test.for(['0', '65536', 'x'])('--port %s is wrong use', async port => {
  expect((await khabar(['watch', '--port', port])).code).toBe(2)
})
