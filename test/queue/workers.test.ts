/** Whatever becomes of workers, server and builders: what is built is what one machine builds by itself, and it ends. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toldBy } from '../support/two-builds.ts'
import { serverFor } from './server.ts'
import { builder, builtAlone, madeBy, type StubWorker, sharedWorkspace, stubWorker } from './workers.ts'

let root: string
let alone: Awaited<ReturnType<typeof builtAlone>>
beforeAll(async () => {
  root = await sharedWorkspace()
  alone = await builtAlone(root)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What is not merely written as it stands. */
const sent = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files.keys()].filter(path => /\.(pdf|xlsx|html)$/.test(path)).toSorted()

test.for([1, 2, 3, 4])(
  '%i workers, one of which is killed at its work: the same files and the same manifest',
  async (count, context) => {
    const server = await serverFor(context)
    const workers: StubWorker[] = []
    for (let nth = 0; nth < count; nth += 1) workers.push(await stubWorker(server.url, { ms: 300 }))
    const { built } = builder(root, server.url)
    await Promise.race(workers.map(each => each.hears(/ made in /)))
    workers[0]?.child.kill('SIGKILL')
    if (count === 1) workers.push(await stubWorker(server.url))
    const { report, output } = await built
    expect(report.outcome).toBe('done')
    expect([...output.files].toSorted()).toEqual([...alone.output.files].toSorted())
    expect(output.files.get('manifest.json')).toBe(alone.output.files.get('manifest.json'))
    expect(new Set(madeBy(workers)).size).toBeGreaterThan(0)
  },
)

test('the server is killed and comes back with its file: all of them go on, and nothing is lost', async context => {
  const server = await serverFor(context)
  const worker = await stubWorker(server.url, { ms: 300 }, { jobs: 1 })
  const waiting = builder(root, server.url)
  await worker.hears(/ made in /)
  await server.kill()
  await waiting.hears(/^The queue at .* does not answer; waiting until it does\.$/)
  await worker.hears(/does not answer/)
  await server.start()
  const { report, output } = await waiting.built
  await waiting.hears(/answers again/)
  expect(report.outcome).toBe('done')
  expect([...output.files].toSorted()).toEqual([...alone.output.files].toSorted())
})

test('a document that ends each worker is given up after three; its neighbours are made, and it alone is told', async context => {
  const server = await serverFor(context)
  const poison = 'press/2022/volunteer-drill.ru.pdf'
  const workers: StubWorker[] = []
  const { built } = builder(root, server.url)
  const over = built.then(() => 'over')
  for (let ending = 'killed'; ending !== 'over'; ) {
    const worker = await stubWorker(server.url, { ms: 50, dies: poison }, { lockMs: 1_500, jobs: 4 })
    workers.push(worker)
    ending = await Promise.race([worker.ended.then(() => 'killed'), over])
  }
  const { report, output } = await built
  expect(workers.filter(({ child }) => child.signalCode === 'SIGKILL')).toHaveLength(3)
  expect(report.outcome).toBe('incomplete')
  const told = toldBy(report.diagnostics.filter(({ code }) => code === 'render/failed'))
  expect(told).toMatchObject(
    [
      [
        'render/failed',
        'error',
        expect.stringContaining(`${poison} could not be made (record volunteer-drill): 3 workers`),
      ],
    ].map(([code, severity, message]) => [code, severity, message, expect.anything(), expect.anything()]),
  )
  expect(sent(output.files)).toEqual(sent(alone.output.files).filter(path => path !== poison))
  await workers.at(-1)?.hears(/is given up: 3 workers ended/)
})

test('a slow worker is not taken for dead: nobody else makes what it has', async context => {
  const server = await serverFor(context)
  const slow = ['press/2022/volunteer-drill.ru.pdf', 7_000] as const
  const workers = [await stubWorker(server.url, { slow }), await stubWorker(server.url, { slow })]
  const { report, output } = await builder(root, server.url).built
  expect(report.outcome).toBe('done')
  expect(madeBy(workers)).toEqual(sent(output.files))
  expect(workers.flatMap(({ lines }) => lines().filter(line => /taken once more/.test(line)))).toEqual([])
})

test('two builders that want the same: each document is made once, and a third builder needs no worker', async context => {
  const server = await serverFor(context)
  const worker = await stubWorker(server.url, { ms: 50 })
  const both = await Promise.all([builder(root, server.url).built, builder(root, server.url).built])
  expect(madeBy([worker])).toEqual(sent(both[0].output.files))
  expect([...both[1].output.files].toSorted()).toEqual([...both[0].output.files].toSorted())
  worker.child.kill('SIGKILL')
  const third = await builder(root, server.url).built
  expect([...third.output.files].toSorted()).toEqual([...both[0].output.files].toSorted())
  const kept = (await server.client.keys('khabar:*')).filter(key => /:(bytes|made|here|tries):/.test(key))
  expect(kept.length).toBeGreaterThan(20)
  for (const key of kept) expect(await server.client.ttl(key), key).toBeGreaterThan(0)
})

test('what the server spoilt or lost is not believed: it is made or sent once more; asked for anew, all is made', async context => {
  const server = await serverFor(context)
  const worker = await stubWorker(server.url)
  await builder(root, server.url).built
  const count = madeBy([worker]).length
  const [spoilt = '', ...rest] = (await server.client.keys('khabar:made:*')).toSorted()
  const { sha256 } = JSON.parse((await server.client.get(spoilt)) ?? '')
  await server.client.set(`khabar:bytes:${sha256}`, 'other bytes')
  const again = await builder(root, server.url).built
  expect([...again.output.files].toSorted()).toEqual([...alone.output.files].toSorted())
  expect(madeBy([worker])).toHaveLength(count + 1)
  expect(rest.length).toBe(count - 1)
  const anew = await builder(root, server.url, '1', 'anew').built
  expect([...anew.output.files].toSorted()).toEqual([...alone.output.files].toSorted())
  expect(madeBy([worker])).toHaveLength(2 * count + 1)
})

test('a server that forgot everything: builders put in again what they wait for, and all that it is made from', async context => {
  const server = await serverFor(context)
  const waiting = builder(root, server.url)
  await waiting.hears(/^No worker of this version/)
  await server.client.flushall()
  await stubWorker(server.url)
  const { output } = await waiting.built
  expect([...output.files].toSorted()).toEqual([...alone.output.files].toSorted())
})
