/**
 * A thread that outlives a run of tests. A mutant is switched on and off while the code runs, so the next one needs
 * neither a new thread nor the code read anew: vitest's own threads end with each run, and that is most of what a mutant
 * costs. Only files of tests are read again, as vitest does wherever `isolate` is off.
 */
import { type PoolOptions, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node'

/** Each run leaves listeners behind in the thread: after so many it is replaced. */
const mostRuns = 60

const name = 'resident'

type Listener = Parameters<PoolWorker['on']>[1]

let thread: { readonly worker: ThreadsPoolWorker; runs: number } | undefined

export async function endThread(): Promise<void> {
  const ended = thread?.worker
  thread = undefined
  await ended?.stop()
}

/** @param runs after which it is replaced */
export const residentThread = (runs = mostRuns) => ({
  name,
  createPoolWorker: (options: PoolOptions): PoolWorker => inThread(options, runs),
})

/** What one run sees of the thread. */
function inThread(options: PoolOptions, most: number): PoolWorker {
  let listeners: readonly (readonly [event: string, listener: Listener])[] = []
  let isPolite = false
  const worker = (): ThreadsPoolWorker => {
    thread ??= { worker: new ThreadsPoolWorker(options), runs: 0 }
    return thread.worker
  }
  const off = (event: string, listener: Listener): void => {
    listeners = listeners.filter(([heardOf, heard]) => heardOf !== event || heard !== listener)
    worker().off(event, listener)
  }
  return {
    name,
    on(event, listener) {
      listeners = [...listeners, [event, listener]]
      worker().on(event, listener)
    },
    off,
    send(message: WorkerRequest) {
      if (message.type !== 'stop') return worker().send(message)
      isPolite = true
      for (const [event, heard] of listeners) {
        if (event === 'message') heard({ type: 'stopped', __vitest_worker_response__: true })
      }
    },
    async start() {
      const isNew = thread === undefined
      const started = worker()
      if (isNew) await started.start()
    },
    async stop() {
      for (const [event, listener] of listeners) off(event, listener)
      if (thread) thread.runs += 1
      if (!isPolite || (thread && thread.runs >= most)) await endThread()
    },
    deserialize: data => data,
  }
}
