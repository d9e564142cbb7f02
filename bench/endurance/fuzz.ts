/** Spoilt YAML, file after file, in threads under a watch: each loads or is diagnosed, none throws, none hangs. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

export interface FuzzAnswer {
  readonly seed: number
  readonly path: string
  readonly by: readonly string[]
  readonly outcome: 'loaded' | 'diagnosed' | 'broke'
  readonly why?: string
  readonly ms: number
}

export interface FuzzFigures {
  readonly files: number
  readonly loaded: number
  readonly diagnosed: number
  /** Those that threw, hung, or were diagnosed outside their file: must be none. */
  readonly broken: readonly string[]
  readonly slowestMs: number
  readonly slowest: string
}

export interface FuzzOptions {
  readonly root: string
  readonly seed: number
  readonly from?: number
  readonly files: number
  /** A file that takes longer counts as one that hangs: five minutes, since one in eight makes every report anew. */
  readonly limitMs?: number
  readonly workers?: number
  /** Where the work is done; another one shows that the watch bites. */
  readonly worker?: URL
  readonly onProgress?: (done: number) => void
}

export async function fuzz(options: FuzzOptions): Promise<FuzzFigures> {
  const { seed, from = 0, files, workers = availableParallelism(), limitMs = 300_000 } = options
  const counted = { loaded: 0, diagnosed: 0, slowestMs: 0, slowest: '' }
  const broken: string[] = []
  let next = from
  const line = async (): Promise<void> => {
    let thread = await start(options)
    while (next < files) {
      const index = next
      next += 1
      const answer = await ask(thread, seed * 1_000_003 + index, limitMs)
      if (answer === undefined) {
        broken.push(`${index}: still at work after ${limitMs} ms`)
        await thread.terminate()
        thread = await start(options)
      } else if (answer.outcome === 'broke')
        broken.push(`${index} ${answer.path} (${answer.by.join(', ')}): ${answer.why}`)
      else counted[answer.outcome] += 1
      if (answer && answer.ms > counted.slowestMs)
        Object.assign(counted, { slowestMs: answer.ms, slowest: `${index} ${answer.path} (${answer.by.join(', ')})` })
      options.onProgress?.(index + 1)
    }
    await thread.terminate()
  }
  await Promise.all(Array.from({ length: workers }, line))
  return { files: files - from, ...counted, broken }
}

function start({ root, worker }: FuzzOptions): Promise<Worker> {
  const thread = new Worker(worker ?? new URL('fuzz-worker.ts', import.meta.url), { workerData: { root } })
  return new Promise((resolve, reject) => {
    // Its first message says that it has read what stays the same.
    thread.once('message', () => resolve(thread))
    thread.once('error', reject)
  })
}

function ask(thread: Worker, seed: number, limitMs: number): Promise<FuzzAnswer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<FuzzAnswer | undefined>()
  const watch = setTimeout(resolve, limitMs, undefined)
  thread.once('message', resolve)
  thread.once('error', reject)
  thread.postMessage(seed)
  return promise.finally(() => {
    clearTimeout(watch)
    thread.off('message', resolve)
    thread.off('error', reject)
  })
}
