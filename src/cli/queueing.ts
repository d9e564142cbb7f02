/** Documents that are made elsewhere, as the words of `build` and `worker` ask for it. Its libraries are loaded only where somebody does. */
import { randomUUID } from 'node:crypto'
import { type Command, Option } from 'commander'
import type { Renderer } from '../model/render-job.ts'
import { type Address, addressOf } from '../queue/address.ts'
import { defaultJobs, wholeNumber } from './options.ts'
import type { Setting } from './setting.ts'
import type { Action } from './telling-commands.ts'

export interface QueueWords {
  readonly queue?: string
}

/** See docs/queue.md. */
export const withQueue = (command: Command): Command =>
  command.option('--queue <url>', 'have the documents made by workers, over Redis or Valkey: redis://host:port')

export function addWorker(khabar: Command, action: Action, withBrowser: (command: Command) => Command): void {
  const command = khabar
    .command('worker')
    .description('Make documents for builds with the same --queue, until it is ended; see docs/queue.md.')
    .requiredOption('--queue <url>', 'the server that the builds are given: redis://host:port')
    .addOption(new Option('--jobs <n>', 'how many documents at a time').argParser(wholeNumber).default(defaultJobs))
  withBrowser(command)
    .addOption(
      new Option('--until-idle <seconds>', 'end when there was nothing to do for so long').argParser(wholeNumber),
    )
    .action(action)
}

/** A password on the command line can be read by everybody on the machine; from here it cannot. */
export function queueAt(url: string): Address {
  const address = addressOf(url, process.env['KHABAR_QUEUE_PASSWORD'] || undefined)
  // Programs that a build starts have no need of it.
  delete process.env['KHABAR_QUEUE_PASSWORD']
  return address
}

/** Documents under way at a time: the workers, and not this machine, say how many are made. */
const mostAhead = 32
export const jobsAhead = ({ queue, jobs }: QueueWords & { readonly jobs: number }): number =>
  queue === undefined ? jobs : Math.max(jobs, mostAhead)

interface Queued extends QueueWords {
  readonly force: boolean
  readonly dryRun: boolean
}

/** @returns the same renderer where no queue is asked for, or nothing is to be made */
export async function overQueue(local: Renderer, words: Queued, { terminal }: Setting): Promise<Renderer> {
  if (words.queue === undefined || words.dryRun) return local
  const address = queueAt(words.queue)
  const { openQueue } = await import('../queue/queue-renderer.ts')
  return openQueue({
    address,
    local,
    tools: async () => (await import('../pipeline/tools.ts')).everyTool(local),
    anew: words.force ? randomUUID() : undefined,
    telling: terminal,
  })
}
