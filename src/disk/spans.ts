/** Where the time goes: whoever does what may take long says so on a channel, which costs nothing while nobody listens. */
import { channel } from 'node:diagnostics_channel'

/** In the order of a build. `artifact` is one from the turn of its job to its file; it spans what is printed, finished and written. */
export const phases = ['read', 'check', 'models', 'words', 'print', 'finish', 'write', 'artifact'] as const
export type Phase = (typeof phases)[number]

export interface Span {
  readonly phase: Phase
  /** Of one artifact or one record; nothing where it is of all. */
  readonly path?: string | undefined
  /** Milliseconds since the process began. */
  readonly start: number
  readonly ms: number
}

const spans = channel('khabar.span')

/** @returns what the work returns; of a promise the time until it is settled counts. */
export function timed<T>(phase: Phase, path: string | undefined, work: () => T): T {
  if (!spans.hasSubscribers) return work()
  const start = performance.now()
  const end = (): void => spans.publish({ phase, path, start, ms: performance.now() - start } satisfies Span)
  const result = work()
  if (result instanceof Promise) result.then(end, end)
  else end()
  return result
}

/** From now to the end of the process. */
export function listen(take: (span: Span) => void): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the channel is ours, and `timed` alone publishes there, a Span each time
  spans.subscribe(message => take(message as Span))
}
