/** Tells a builder why nothing happens: nobody listens, only others do, or those who do are busy. */

import type { Tools } from '../model/render-job.ts'
import { said } from '../model/said.ts'
import type { Connection, Telling } from './connection.ts'
import { type Presence, type Present, whoIsThere } from './presence.ts'
import { differences, digestOfTools, shownTools } from './versions.ts'

interface Watched {
  readonly connection: Connection
  readonly list: { readonly length: number }
  readonly here: Presence
  readonly tools: Tools
  readonly telling: Telling
}

const firstAfterMs = 3_000
const againAfterMs = 60_000
const renewEveryMs = 5_000

export function watchFor({ connection, list, here, tools, telling }: Watched) {
  const { client, place } = connection
  let quietSince = performance.now()
  let toldAt = Number.NEGATIVE_INFINITY
  let renewedAt = Number.NEGATIVE_INFINITY
  const ours = digestOfTools(tools)

  const tell = async (now: number): Promise<void> => {
    const there = await whoIsThere(client, 'worker')
    const mine = there.filter(each => digestOfTools(each.tools) === ours)
    const waiting = list.length
    const isBusy = mine.length > 0
    // Who is busy may take long over one document.
    if (waiting === 0 || (isBusy && now - quietSince < againAfterMs)) return
    toldAt = now
    if (isBusy)
      return telling.say(said('Waiting. Documents: {waiting}, workers: {count}', { waiting, count: mine.length }))
    telling.complain(
      said('No worker of this version listens on {place}; documents that wait: {waiting}', { place, waiting }),
    )
    telling.complain(said('Start one with the same Khabar: khabar worker --queue {place}', { place }))
    telling.complain(said('This version is: {tools}', { tools: shownTools(tools) }))
    for (const other of onePerVersion(there)) telling.complain(otherVersion(other, tools))
  }
  return {
    /** Something became of a job. */
    heard(): void {
      quietSince = performance.now()
    },
    /** Every second. */
    async tick(): Promise<void> {
      if (list.length === 0 || client.status !== 'ready') return
      const now = performance.now()
      if (now - renewedAt > renewEveryMs) {
        renewedAt = now
        await here.renew()
      }
      if (now - quietSince < firstAfterMs || now - toldAt < againAfterMs) return
      await tell(now)
    },
  }
}

const onePerVersion = (there: readonly Present[]): readonly Present[] => [
  ...new Map(there.map(each => [digestOfTools(each.tools), each])).values(),
]

const otherVersion = (other: Present, ours: Tools) =>
  said('Another version listens, on {host}: {differences}.', {
    host: other.host,
    differences: differences(other.tools, ours),
  })
