/** Server-sent events: every open page hears what there is to show, at once when it connects and at every change. */
import type { ServerResponse } from 'node:http'
import type { WatchState } from './state.ts'

export interface LiveEvents {
  /** Its headers are sent already. */
  add(response: ServerResponse): void
  tell(): void
  close(): void
}

/** The count of a build under way moves no more often than this. */
const everyMs = 120
const heartbeatMs = 15_000

export function liveEvents(state: () => WatchState): LiveEvents {
  const listeners = new Set<ServerResponse>()
  let told = ''
  let later: NodeJS.Timeout | undefined
  const send = (): void => {
    clearTimeout(later)
    later = undefined
    const message = messageOf(state())
    if (message === told) return
    told = message
    for (const listener of listeners) listener.write(message)
  }
  const heartbeat = setInterval(() => {
    for (const listener of listeners) listener.write(':\n\n')
  }, heartbeatMs).unref()
  let revision = 0
  return {
    add(response) {
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      response.write(`retry: 1000\n${messageOf(state())}`)
    },
    tell() {
      const isNew = state().revision !== revision
      revision = state().revision
      if (isNew) send()
      else later ??= setTimeout(send, everyMs).unref()
    },
    close() {
      clearTimeout(later)
      clearInterval(heartbeat)
      for (const listener of listeners) listener.end()
    },
  }
}

function messageOf({ revision, building }: WatchState): string {
  const counted = building && { done: building.done, total: building.total }
  return `data: ${JSON.stringify({ revision, ...(counted && { building: counted }) })}\n\n`
}
