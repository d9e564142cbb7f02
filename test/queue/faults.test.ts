/** What goes wrong elsewhere is told here, in the words in which it would be told had it gone wrong here. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toldBy } from '../support/two-builds.ts'
import { serverFor } from './server.ts'
import { builder, builtAlone, madeBy, sharedWorkspace, stubWorker } from './workers.ts'

let root: string
beforeAll(async () => {
  root = await sharedWorkspace()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a document that cannot be made: the same diagnostic, the others made; built again, it is tried again', async context => {
  const server = await serverFor(context)
  const fails = 'volunteer-drill.ru.pdf'
  const alone = await builtAlone(root, { fails })
  const worker = await stubWorker(server.url, { fails })
  const { report, output } = await builder(root, server.url).built
  expect(report.outcome).toBe('incomplete')
  expect(toldBy(report.diagnostics)).toEqual(toldBy(alone.report.diagnostics))
  expect([...output.files.keys()].toSorted()).toEqual([...alone.output.files.keys()].toSorted())
  await worker.hears(/volunteer-drill\.ru\.pdf could not be made: The page is torn\./)
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
  await stubWorker(server.url)
  expect((await builder(root, server.url).built).report.outcome).toBe('done')
})

test('a machine that cannot: its worker says so and ends, and another makes the document', async context => {
  const server = await serverFor(context)
  const broken = await stubWorker(server.url, { cannot: 'volunteer-drill.ru.pdf' })
  const { built } = builder(root, server.url)
  expect(await broken.ended).toBe(2)
  expect(broken.lines().join('\n')).toContain('volunteer-drill.ru.pdf could not be made: The disk is full.')
  const other = await stubWorker(server.url)
  expect((await built).report.outcome).toBe('done')
  expect(madeBy([other])).toContain('press/2022/volunteer-drill.ru.pdf')
})

test('another version makes nothing, and both sides are told what differs; the right one is waited for', async context => {
  const server = await serverFor(context)
  const other = await stubWorker(server.url, { version: '1' })
  const waiting = builder(root, server.url, '2')
  await waiting.hears(/^No worker of this version listens on redis:.*; documents that wait: \d+$/)
  await waiting.hears(/^Start one with the same Khabar: khabar worker --queue redis:/)
  await waiting.hears(/^Another version listens, on \S+: khabar 1 instead of 2\.$/)
  await other.hears(/^A build on \S+ waits for a worker of another version: khabar 2 instead of 1\./)
  const right = await stubWorker(server.url, { version: '2' })
  expect((await waiting.built).report.outcome).toBe('done')
  expect(madeBy([other])).toEqual([])
  expect(madeBy([right]).length).toBeGreaterThan(0)
})

test('a server that throws away what it holds is told of; one that is full is a fault and no bug', async context => {
  const server = await serverFor(context, '--maxmemory', '3mb', '--maxmemory-policy', 'allkeys-lru')
  const waiting = builder(root, server.url)
  await waiting.hears(/throws away what it holds where memory is short: set maxmemory-policy to noeviction/)
  await server.client.config('SET', 'maxmemory-policy', 'noeviction')
  await expect(waiting.built).rejects.toThrow(/^The queue at redis:\S+ refused: OOM /)
})
