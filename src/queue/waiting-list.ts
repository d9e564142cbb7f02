/**
 * Jobs that a builder waits for. Their outcome is what lies in the store, looked for when the queue says that one is done
 * and, because such words can be lost, every second. A job that is neither there nor waiting nor made was lost, with a server
 * that was restarted: it is put in again.
 */
import type { Outcome } from './outcome.ts'

export interface Whereabouts {
  readonly outcomes: (jobs: readonly string[]) => Promise<readonly (Outcome | undefined)[]>
  /** Whether it is in the queue: waiting, or with a worker. */
  readonly isQueued: (job: string) => Promise<boolean>
}

interface Awaited {
  readonly put: () => Promise<void>
  readonly settle: (outcome: Outcome) => void
  readonly fail: (thrown: unknown) => void
}

export class WaitingList {
  readonly #whereabouts: Whereabouts
  readonly #awaited = new Map<string, Awaited>()
  #looking = false

  constructor(whereabouts: Whereabouts) {
    this.#whereabouts = whereabouts
  }

  get length(): number {
    return this.#awaited.size
  }

  /** @param put puts it into the queue, now and whenever it was lost */
  async wait(job: string, put: () => Promise<void>): Promise<Outcome> {
    const { promise, resolve: settle, reject: fail } = Promise.withResolvers<Outcome>()
    // Before it is put in: a worker may be done with it at once.
    this.#awaited.set(job, { put, settle, fail })
    const outcome = promise.finally(() => this.#awaited.delete(job))
    // It may fail, with all others, before it has been put in.
    outcome.catch(() => undefined)
    await put().catch(fail)
    return outcome
  }

  /** After word of it. */
  async lookAt(job: string): Promise<void> {
    if (this.#awaited.has(job)) await this.#settle([job])
  }

  /** Every second; one look at a time, since while the server is away none comes back. */
  async lookAtAll(): Promise<void> {
    if (this.#looking || this.#awaited.size === 0) return
    this.#looking = true
    try {
      const jobs = [...this.#awaited.keys()]
      // In this order: a worker leaves the outcome first, and then takes the job out of the queue.
      const queued = await Promise.all(jobs.map(this.#whereabouts.isQueued))
      const unsettled = await this.#settle(jobs)
      const lost = jobs.filter((job, nth) => unsettled.has(job) && queued[nth] === false)
      for (const job of lost) await this.#awaited.get(job)?.put()
    } finally {
      this.#looking = false
    }
  }

  /** None of them can be had. */
  fail(thrown: unknown): void {
    for (const { fail } of this.#awaited.values()) fail(thrown)
  }

  /** @returns those that are not done */
  async #settle(jobs: readonly string[]): Promise<ReadonlySet<string>> {
    const outcomes = await this.#whereabouts.outcomes(jobs)
    for (const [nth, job] of jobs.entries()) {
      const outcome = outcomes[nth]
      if (outcome) this.#awaited.get(job)?.settle(outcome)
    }
    return new Set(jobs.filter((_, nth) => outcomes[nth] === undefined))
  }
}
