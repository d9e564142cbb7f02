/** What a worker says of its day: what it made, what it could not, and who waits for another version than it is. */
import type { Redis } from 'ioredis'
import { reasonOf } from '../model/fault.ts'
import type { Tools } from '../model/render-job.ts'
import { inTurn, said, verbatim } from '../model/said.ts'
import type { Telling } from './connection.ts'
import type { Unmade } from './outcome.ts'
import { whoIsThere } from './presence.ts'
import { differences, digestOfTools, shownTools } from './versions.ts'

interface Who {
  readonly tools: Tools
  readonly jobs: number
  readonly telling: Telling
}

export function toldByWorker({ tools, jobs, telling }: Who, place: string) {
  const { say, complain } = telling
  const known = new Set([digestOfTools(tools)])
  return {
    listening(): void {
      say(said('Listening on {place}, {jobs} documents at a time: {tools}', { place, jobs, tools: shownTools(tools) }))
    },
    made(path: string, ms: number): void {
      say(said('{path} made in {ms} ms', { path, ms: Math.round(ms) }))
    },
    again(path: string): void {
      complain(said('{path} is taken once more, alone: whoever began it has not come back.', { path }))
    },
    givenUp(path: string, tries: number): void {
      complain(said('{path} is given up: {tries} workers ended while they made it.', { path, tries }))
    },
    notMade(path: string, thrown: unknown, unmade: Unmade): void {
      const reason = unmade.kind === 'bug' ? verbatim(unmade.stack) : reasonOf(thrown)
      const hints = unmade.kind === 'failed' ? unmade.hints : []
      complain(inTurn([said('{path} could not be made: {reason}', { path, reason }), ...hints], '\n        '))
    },
    /** Once for each version. */
    async othersThatWait(client: Redis): Promise<void> {
      for (const { host, tools: theirs } of await whoIsThere(client, 'builder')) {
        const digest = digestOfTools(theirs)
        if (known.has(digest)) continue
        known.add(digest)
        complain(
          said(
            'A build on {host} waits for a worker of another version: {differences}. This one makes nothing for it.',
            {
              host,
              differences: differences(theirs, tools),
            },
          ),
        )
      }
    },
  }
}
