/** khabar worker: makes documents for builds on other machines, until it is ended. */
import { said } from '../../model/said.ts'
import { everyTool } from '../../pipeline/tools.ts'
import { startWorker } from '../../queue/worker.ts'
import { queueAt } from '../queueing.ts'
import { type BrowserWords, rendererFor } from '../renderer.ts'
import type { Setting } from '../setting.ts'

export interface WorkerWords extends BrowserWords {
  readonly queue: string
  readonly jobs: number
  readonly untilIdle?: number
}

export async function workerCommand(setting: Setting, words: WorkerWords): Promise<number> {
  const { terminal } = setting
  const renderer = rendererFor(setting, words, words.jobs)
  const signal = signalled()
  try {
    const worker = await startWorker({
      address: queueAt(words.queue),
      renderer,
      tools: await everyTool(renderer),
      jobs: words.jobs,
      idleSeconds: words.untilIdle,
      telling: terminal,
    })
    const fault = await Promise.race([signal, worker.ended])
    if (fault) terminal.complain(said('This machine cannot make documents: the worker ends, and others take its work.'))
    await worker.stop()
    if (fault) throw fault
    return 0
  } finally {
    await renderer.close()
  }
}

/** The first lets it finish what it has; a second one does not wait. */
function signalled(): Promise<undefined> {
  return new Promise(end => {
    for (const [signal, number] of [
      ['SIGINT', 2],
      ['SIGTERM', 15],
      ['SIGHUP', 1],
    ] as const) {
      let isSecond = false
      process.on(signal, () => {
        if (isSecond) process.exit(128 + number)
        isSecond = true
        end(undefined)
      })
    }
  })
}
