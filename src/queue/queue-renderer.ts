/**
 * The renderer of a build whose documents are made elsewhere: behind the same door, one that puts each job into a queue and
 * hands on what a worker of the very same version made of it. What is only written as it stands, it writes itself.
 *
 *     render(job) -> made before? its bytes
 *                 -> its parts and the job into the queue -> what became of it -> its bytes, or thrown as it was thrown there
 */
import { type Diagnostic, distinct } from '../model/diagnostic.ts'
import { EnvironmentFault } from '../model/fault.ts'
import type { Renderer, RenderJob, Tools } from '../model/render-job.ts'
import { said } from '../model/said.ts'
import type { Address } from './address.ts'
import { connect, queues, type Telling } from './connection.ts'
import { alike, type Handed, queueName } from './names.ts'
import { type Made, thrownBy } from './outcome.ts'
import { type Parcel, packed } from './parcel.ts'
import { presence } from './presence.ts'
import { atMost } from './soon.ts'
import { digestOf, Store } from './store.ts'
import { digestOfTools } from './versions.ts'
import { WaitingList } from './waiting-list.ts'
import { watchFor } from './why-nothing.ts'

export interface QueueOptions {
  readonly address: Address
  /** Knows the versions, and makes what is not worth sending. */
  readonly local: Renderer
  /** Of all that may decide a byte: who has others makes nothing. */
  readonly tools: () => Promise<Tools>
  /** Where all is to be made anew: what no other build says. */
  readonly anew?: string | undefined
  readonly telling: Telling
}

const lookEveryMs = 1_000
/** Of a version that nobody has any more, so much stays on the server. */
const mostEvents = 1_000
/** Asked for again after it was lost so often, something is wrong with the server. */
const mostTurns = 4

export async function openQueue(options: QueueOptions): Promise<Renderer> {
  const { local, address, telling } = options
  const connection = await connect(address, telling)
  const remarks: Diagnostic[] = []
  let opening: Promise<Desk> | undefined
  const desk = (): Promise<Desk> => {
    opening ??= openDesk(connection, options, made => remarks.push(...made.remarks))
    return opening
  }
  return {
    versions: format => local.versions(format),
    trail: async () => local.trail?.(),
    leadsStill: before => local.leadsStill?.(before) ?? false,
    async render(job) {
      const parcel = 'text' in job ? undefined : packed(job)
      return parcel ? (await desk()).render(job, parcel) : local.render(job)
    },
    diagnostics: () => distinct([...local.diagnostics(), ...remarks]),
    async close() {
      await (await opening?.catch(() => undefined))?.close()
      connection.close()
      await local.close()
    },
  }
}

type Desk = Awaited<ReturnType<typeof openDesk>>
type Connection = Awaited<ReturnType<typeof connect>>

/** With the first job: a build of nothing loads no queue. */
async function openDesk(connection: Connection, options: QueueOptions, onMade: (made: Made) => void) {
  const { client, place } = connection
  const { Queue, QueueEvents } = await queues()
  const tools = await options.tools()
  const ours = digestOfTools(tools)
  const queue = new Queue<Handed, void, 'render'>(queueName(ours), {
    ...alike(connection.options),
    streams: { events: { maxLen: mostEvents } },
  })
  const events = new QueueEvents(queueName(ours), alike(connection.options))
  // Each tells of a server that is away, which the connection has told.
  queue.on('error', () => {})
  events.on('error', () => {})
  const store = new Store(client)
  const list = new WaitingList({
    outcomes: jobs => store.outcomes(jobs),
    isQueued: async id => (await queue.getJob(id)) !== undefined,
  })
  // Where one finds out that it cannot go on, none can: the others would wait for good.
  const giveUp = (thrown: unknown): never => {
    const fault = asFault(thrown, place)
    if (fault instanceof EnvironmentFault) list.fail(fault)
    throw fault
  }
  const inPassing = (what: Promise<unknown>): void => void what.catch(giveUp).catch(nothing)
  events.on('completed', ({ jobId }) => inPassing(list.lookAt(jobId)))
  const here = presence(client, 'builder', tools)
  const watch = watchFor({ connection, list, here, tools, telling: options.telling })
  const timer = setInterval(() => inPassing(list.lookAtAll().then(() => watch.tick())), lookEveryMs)

  const put = async (id: string, { path }: RenderJob, parcel: Parcel): Promise<void> => {
    await store.put(parcel.parts)
    const kept = { removeOnComplete: true, removeOnFail: true }
    await queue.add('render', { parcel: parcel.digest, path }, { jobId: id, attempts: 50, ...kept })
  }
  /** What failed before is tried again: that is what somebody builds again for. */
  const madeBefore = async (id: string): Promise<Made | undefined> => {
    const outcome = await store.outcome(id)
    if (outcome?.kind === 'made') return outcome
    if (outcome) await store.forgetOutcome(id)
    return undefined
  }
  const render = async (job: RenderJob, parcel: Parcel): Promise<Uint8Array> => {
    const id = digestOf(JSON.stringify([ours, parcel.digest, options.anew ?? '']))
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const outcome = (await madeBefore(id)) ?? (await list.wait(id, () => put(id, job, parcel)))
      watch.heard()
      if (outcome.kind === 'made') {
        const bytes = await store.get(outcome.sha256)
        onMade(outcome)
        if (bytes) return bytes
        await store.forget([outcome.sha256])
      } else if (outcome.kind !== 'lacking') throw thrownBy(outcome)
      await store.forget(parcel.parts.keys())
      await store.forgetOutcome(id)
    }
    throw losing(place)
  }
  return {
    render: (job: RenderJob, parcel: Parcel) => render(job, parcel).catch(giveUp),
    async close() {
      clearInterval(timer)
      // A server that is away does not hold up who leaves.
      await atMost(1_000, here.leave())
      await atMost(1_000, Promise.all([queue.close(), events.close()]))
      await atMost(1_000, queue.disconnect())
    },
  }
}

const nothing = (): void => undefined

const losing = (place: string): EnvironmentFault =>
  new EnvironmentFault(
    said('The queue at {place} does not keep what is put into it.', { place }),
    said('Set its maxmemory-policy to noeviction, and give it more memory.'),
  )

/** What the server itself refuses: it is full, or the account may not. */
function asFault(thrown: unknown, place: string): unknown {
  if (!(thrown instanceof Error) || thrown.name !== 'ReplyError') return thrown
  return new EnvironmentFault(
    said('The queue at {place} refused: {reason}', { place, reason: thrown.message.split('\n')[0] ?? '' }),
    said('docs/queue.md tells how much memory it needs, and what an account must be allowed.'),
    thrown,
  )
}
