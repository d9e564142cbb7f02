/**
 * What lies on the server beside the queue itself, each with an end of its own:
 *
 *     khabar:bytes:<sha256>    photos, fonts, pages, workbooks, what was made: put there once, believed only by its digest
 *     khabar:made:<job>        what became of a job
 *     khabar:tries:<job>       who has begun it, and has not come back
 */
import { hash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Outcome } from './outcome.ts'

/** A day: whoever builds again today finds what was made. */
const lifeSeconds = 86_400
/** What was seen there so lately need not be asked for. */
const freshMs = (lifeSeconds * 1000) / 4

const bytesKey = (digest: string): string => `khabar:bytes:${digest}`
const madeKey = (job: string): string => `khabar:made:${job}`
const triesKey = (job: string): string => `khabar:tries:${job}`

export type Parts = ReadonlyMap<string, Uint8Array>
export const digestOf = (bytes: Uint8Array | string): string => hash('sha256', bytes)

export class Store {
  readonly #client: Redis
  readonly #seen = new Map<string, { readonly at: number; readonly done: Promise<void> }>()

  constructor(client: Redis) {
    this.#client = client
  }

  /** Each part by its digest; what is there is not sent again. */
  async put(parts: Parts): Promise<void> {
    await Promise.all([...parts].map(([digest, bytes]) => this.#putOnce(digest, bytes)))
  }

  /** In place of whatever lies there: what was made again, because it was lost or spoilt. @returns its digest */
  async replace(bytes: Uint8Array): Promise<string> {
    const digest = digestOf(bytes)
    await this.#send(digest, bytes)
    return digest
  }

  /** Nothing where it is not there, or is not what it is called. */
  async get(digest: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#client.getBuffer(bytesKey(digest))
    return bytes && digestOf(bytes) === digest ? bytes : undefined
  }

  /** The server was restarted without them, or holds others under their names: they are sent again. */
  async forget(digests: Iterable<string>): Promise<void> {
    for (const digest of digests) {
      this.#seen.delete(digest)
      await this.#client.del(bytesKey(digest))
    }
  }

  /** One for each job. */
  async outcomes(jobs: readonly string[]): Promise<readonly (Outcome | undefined)[]> {
    const told = await this.#client.mget(...jobs.map(madeKey))
    return told.map(text => (text === null ? undefined : JSON.parse(text)))
  }

  async outcome(job: string): Promise<Outcome | undefined> {
    return (await this.outcomes([job]))[0]
  }

  /** After the bytes that it names. Whatever was tried is over. */
  async keepOutcome(job: string, outcome: Outcome): Promise<void> {
    await this.#client.set(madeKey(job), JSON.stringify(outcome), 'EX', lifeSeconds)
    await this.#client.del(triesKey(job))
  }

  async forgetOutcome(job: string): Promise<void> {
    await this.#client.del(madeKey(job), triesKey(job))
  }

  async tries(job: string): Promise<number> {
    return this.#client.scard(triesKey(job))
  }

  /** @param token the same where a command is sent twice, because the server was away when it should have answered */
  async begin(job: string, token: string): Promise<void> {
    await this.#client.sadd(triesKey(job), token)
    await this.#client.expire(triesKey(job), lifeSeconds)
  }

  #putOnce(digest: string, bytes: Uint8Array): Promise<void> {
    const seen = this.#seen.get(digest)
    if (seen && Date.now() - seen.at < freshMs) return seen.done
    const done = this.#sendIfLacking(digest, bytes)
    this.#seen.set(digest, { at: Date.now(), done })
    return done
  }

  async #sendIfLacking(digest: string, bytes: Uint8Array): Promise<void> {
    if ((await this.#client.expire(bytesKey(digest), lifeSeconds)) === 0) await this.#send(digest, bytes)
  }

  async #send(digest: string, { buffer, byteOffset, length }: Uint8Array): Promise<void> {
    await this.#client.set(bytesKey(digest), Buffer.from(buffer, byteOffset, length), 'EX', lifeSeconds)
  }
}
