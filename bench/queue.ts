/**
 * `node bench/queue.ts`: what a queue costs. The same releases by a renderer of this process and, in turn with it, over a
 * server and a worker on this machine; then a register of fifty thousand rows, packed, unpacked and written.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Renderer } from '../src/model/render-job.ts'
import { everyTool } from '../src/pipeline/tools.ts'
import { addressOf } from '../src/queue/address.ts'
import { openQueue } from '../src/queue/queue-renderer.ts'
import { packedWorkbook, unpackedWorkbook } from '../src/queue/workbook-lines.ts'
import { createRenderer } from '../src/render/renderer.ts'
import { writeXlsx } from '../src/render/xlsx/xlsx.ts'
import { largeRegister } from '../test/support/large-register.ts'
import { oneOfEach, type Release, releasesOf, withCorpus } from './releases.ts'

const [documents, rounds, tabs, port] = [100, 3, 2, 6391]
const url = `redis://127.0.0.1:${port}`
const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-queue-'))
const own = ['--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
const server = spawn('redis-server', ['--port', String(port), ...own], { stdio: 'ignore' })
const version = '0.1.0'
const local = createRenderer({ version, sandbox: 'auto', tabs, environment: process.env })
let worker: ChildProcess | undefined
try {
  await new Promise(resolve => setTimeout(resolve, 500))
  const bin = join(import.meta.dirname, '../src/cli/bin.ts')
  worker = spawn(process.execPath, [bin, 'worker', '--queue', url, '--jobs', String(tabs)], { stdio: 'ignore' })
  const releases = await withCorpus({ meetings: documents, seed: 7 }, async root => oneOfEach(await releasesOf(root)))
  await msEach(local, releases.slice(0, 10))
  await overQueue(releases.slice(0, 10), 'warm')
  const took: { alone: number[]; queued: number[]; there: number[] } = { alone: [], queued: [], there: [] }
  for (let round = 0; round < rounds; round += 1) {
    took.alone.push(await msEach(local, releases))
    took.queued.push(await overQueue(releases, `round ${round}`))
    took.there.push(await overQueue(releases, `round ${round}`))
  }
  console.log(`${releases.length} releases, ${tabs} tabs, ms each, by round`, took)
} finally {
  worker?.kill('SIGTERM')
  await local.close()
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
await register()

async function overQueue(releases: readonly Release[], anew: string): Promise<number> {
  const telling = { say: () => {}, complain: () => {} }
  const nothingToClose: Renderer = { ...local, close: async () => {} }
  const queue = await openQueue({
    address: addressOf(url),
    local: nothingToClose,
    tools: () => everyTool(local),
    anew,
    telling,
  })
  return msEach(queue, releases, 32).finally(() => queue.close())
}

async function msEach(renderer: Renderer, releases: readonly Release[], atOnce = tabs): Promise<number> {
  const before = performance.now()
  const left = [...releases]
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) await renderer.render(next)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return Math.round((10 * (performance.now() - before)) / releases.length) / 10
}

async function register(): Promise<void> {
  const took: { [step: string]: number } = {}
  const timed = async <T>(step: string, act: () => T | Promise<T>): Promise<T> => {
    const before = performance.now()
    const result = await act()
    took[step] = Math.round(performance.now() - before)
    return result
  }
  const book = largeRegister(50_000)
  const packed = await timed('packed', () => packedWorkbook(book) ?? new Uint8Array())
  const read = await timed('unpacked', () => unpackedWorkbook(packed))
  const alone = await timed('written', () => writeXlsx(book, '2022-12-31'))
  const queued = await timed('written from what was unpacked', () => writeXlsx(read, '2022-12-31'))
  const isSame = Buffer.compare(alone, queued) === 0
  console.log('50 000 rows, ms', took, { packedBytes: packed.length, xlsxBytes: alone.length, isSame })
}
