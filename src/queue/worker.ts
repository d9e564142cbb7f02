/**
 * A worker: takes jobs of its own version out of the queue, hands them to a renderer, and leaves what became of them in the
 * store. It may be killed at any moment: what it had is taken by another when its lock has run out.
 *
 *     take -> made before? done            begun so often that it must be the job's fault? given up
 *          -> begun -> parts -> render -> bytes, outcome -> out of the queue
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { EnvironmentFault } from '../model/fault.ts'
import type { Renderer, Tools } from '../model/render-job.ts'
import { counted } from '../model/said.ts'
import type { Address } from './address.ts'
import { type Connection, connect, queues, type Telling } from './connection.ts'
import { alike, type Handed, queueName } from './names.ts'
import { type Outcome, outcomeOf, remarksOf } from './outcome.ts'
import { unpacked } from './parcel.ts'
import { presence } from './presence.ts'
import { remembering } from './recent-parts.ts'
import { atMost } from './soon.ts'
import { Store } from './store.ts'
import { toldByWorker } from './told-by-worker.ts'
import { Turns } from './turns.ts'
import { digestOfTools } from './versions.ts'

export interface WorkerOptions {
  readonly address: Address
  readonly renderer: Renderer
  readonly tools: Tools
  /** Documents at a time. */
  readonly jobs: number
  /** Ends when for so long there was nothing to do; without it, when it is told to. */
  readonly idleSeconds?: number | undefined
  /** For so long a worker that says nothing is not taken for dead. */
  readonly lockMs?: number
  readonly telling: Telling
}

export interface RunningWorker {
  /** When it has ended by itself; why, where something is in its way. */
  readonly ended: Promise<EnvironmentFault | undefined>
  /** Finishes what it has, and takes nothing more. */
  stop(): Promise<void>
}

/** Long enough for a workbook of fifty thousand rows, during whose writing nothing else is done. */
const usualLockMs = 30_000
/** Workers that a job may end before it is taken for the cause. */
const mostTries = 3
const lookEveryMs = 1_000

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const connection = await connect(options.address, options.telling)
  const { client, place } = connection
  const { Worker } = await queues()
  const told = toldByWorker(options, place)
  const { promise: ended, resolve: end } = Promise.withResolvers<EnvironmentFault | undefined>()
  const making = makerOf(connection, options, { told, broken: end })
  const lockDuration = options.lockMs ?? usualLockMs
  const worker = new Worker<Handed>(
    queueName(digestOfTools(options.tools)),
    job => making.make(job.id ?? '', job.data),
    {
      ...alike(connection.options),
      concurrency: options.jobs,
      lockDuration,
      stalledInterval: lockDuration / 2,
      // Who is guilty is found by what was begun and not by what was merely taken.
      maxStalledCount: 1_000_000,
      runRetryDelay: 1_000,
      drainDelay: 1,
    },
  )
  worker.on('error', () => {})
  const here = presence(client, 'worker', options.tools)
  const timer = setInterval(() => {
    if (client.status !== 'ready') return
    void Promise.all([here.renew(), told.othersThatWait(client)]).catch(() => undefined)
    if (options.idleSeconds !== undefined && making.idleMs() > options.idleSeconds * 1000) end(undefined)
  }, lookEveryMs)
  await worker.waitUntilReady()
  await here.renew()
  told.listening()
  return {
    ended,
    async stop() {
      clearInterval(timer)
      if (making.under > 0)
        options.telling.say(
          counted(making.under, 'One document is finished first.', '{n} documents are finished first.'),
        )
      // Nothing can be handed in while the server is away.
      await worker.close(client.status !== 'ready')
      await atMost(1_000, here.leave())
      connection.close()
    },
  }
}

interface Around {
  readonly told: ReturnType<typeof toldByWorker>
  /** Its machine cannot: another's may. */
  readonly broken: (fault: EnvironmentFault) => void
}

function makerOf({ client }: Connection, { renderer }: WorkerOptions, { told, broken }: Around) {
  const store = new Store(client)
  const turns = new Turns()
  const get = remembering(digest => store.get(digest))
  const host = hostname()
  let under = 0
  let lastAt = performance.now()

  const outcome = async (job: string, { parcel, path }: Handed, tries: number): Promise<Outcome> => {
    await store.begin(job, randomUUID())
    const work = await unpacked(parcel, get)
    if (!work) return { kind: 'lacking' }
    try {
      const bytes = await renderer.render(work)
      const sha256 = await store.replace(bytes)
      return { kind: 'made', sha256, remarks: remarksOf(renderer.diagnostics()) }
    } catch (thrown) {
      const unmade = outcomeOf(thrown, host)
      told.notMade(path, thrown, unmade)
      if (thrown instanceof EnvironmentFault) broken(thrown)
      // The next worker, on another machine, may be able to.
      if (unmade.kind === 'fault' && tries + 1 < mostTries) throw thrown
      return unmade
    }
  }
  const makeInTurn = async (job: string, handed: Handed, tries: number): Promise<void> => {
    const before = performance.now()
    const became = await outcome(job, handed, tries)
    await store.keepOutcome(job, became)
    if (became.kind === 'made') told.made(handed.path, performance.now() - before)
  }
  const make = async (job: string, handed: Handed): Promise<void> => {
    if (await store.outcome(job)) return
    const tries = await store.tries(job)
    if (tries >= mostTries) {
      told.givenUp(handed.path, tries)
      return store.keepOutcome(job, { kind: 'ended', tries })
    }
    if (tries > 0) told.again(handed.path)
    await turns.take(tries > 0, () => makeInTurn(job, handed, tries))
  }
  return {
    get under() {
      return under
    },
    idleMs: () => (under > 0 ? 0 : performance.now() - lastAt),
    async make(job: string, handed: Handed): Promise<void> {
      under += 1
      try {
        await make(job, handed)
      } finally {
        under -= 1
        lastAt = performance.now()
      }
    },
  }
}
