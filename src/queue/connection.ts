/**
 * The way to the server. Who cannot get there is told at once and why; once it has been there, it is waited for: a server
 * that is restarted is no reason to lose a day's work.
 */
import type { Redis } from 'ioredis'
import { EnvironmentFault } from '../model/fault.ts'
import { type Said, said, verbatim } from '../model/said.ts'
import type { Address } from './address.ts'

export interface Way {
  readonly host: string
  readonly port: number
  readonly db: number
  readonly username?: string
  readonly password?: string
  readonly tls?: object
  readonly connectTimeout: number
  readonly maxRetriesPerRequest: null
  readonly retryStrategy: (times: number) => number
}

export interface Connection {
  readonly client: Redis
  /** For whoever opens connections of its own to the same server. */
  readonly options: Way
  /** As it is told to people. */
  readonly place: string
  close(): void
}

/** What a person is told: what happens, and what they must hear. */
export interface Telling {
  readonly say: (told: Said) => void
  readonly complain: (told: Said) => void
}

export async function connect(address: Address, { complain }: Telling): Promise<Connection> {
  const Client = await driver()
  const options = wayTo(address)
  const place = address.shown
  let wasThere = false
  let isAway = false
  const client = new Client({
    ...options,
    retryStrategy: times => (wasThere ? options.retryStrategy(times) : null),
    lazyConnect: true,
  })
  const errors: Error[] = []
  client.on('error', error => errors.length < 9 && errors.push(error))
  await client.connect().catch(() => undefined)
  const [first] = errors
  if (first || client.status !== 'ready') {
    client.disconnect()
    throw notReached(place, first)
  }
  wasThere = true
  client.on('close', () => {
    if (!isAway) complain(said('The queue at {place} does not answer; waiting until it does.', { place }))
    isAway = true
  })
  client.on('ready', () => {
    if (isAway) complain(said('The queue at {place} answers again.', { place }))
    isAway = false
  })
  await tellOfEviction(client, place, complain)
  const close = (): void => {
    client.removeAllListeners('close')
    client.disconnect()
  }
  return { client, options, place, close }
}

function wayTo({ host, port, db, username, password, isTls }: Address): Way {
  return {
    host,
    port,
    db,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(isTls && { tls: {} }),
    connectTimeout: 10_000,
    // What is asked while the server is away is asked when it is back.
    maxRetriesPerRequest: null,
    retryStrategy: times => Math.min(200 * times, 2_000),
  }
}

/** A server that throws away what it holds would lose documents that somebody waits for. Not every account may ask. */
async function tellOfEviction(client: Redis, place: string, complain: Telling['complain']): Promise<void> {
  const told = await client.info('memory').catch(() => '')
  const policy = /^maxmemory_policy:(\S+)/m.exec(told)?.[1] ?? 'noeviction'
  if (policy === 'noeviction') return
  complain(
    said('The queue at {place} throws away what it holds where memory is short: set maxmemory-policy to noeviction.', {
      place,
    }),
  )
}

function notReached(place: string, error: (Error & { readonly code?: string }) | undefined): EnvironmentFault {
  const reason = reasonFor(error?.code, error?.message ?? '')
  return new EnvironmentFault(
    said('The queue at {place} cannot be used: {reason}.', { place, reason }),
    said('docs/queue.md tells how to run a server; its password may stand in KHABAR_QUEUE_PASSWORD.'),
  )
}

function reasonFor(code: string | undefined, message: string): Said {
  if (code === 'ECONNREFUSED') return said('nobody listens there')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return said('no machine is found under that name')
  if (code === 'ETIMEDOUT') return said('it does not answer')
  if (/^(WRONGPASS|NOAUTH|ERR AUTH|ERR invalid password)/.test(message)) return said('it does not take the password')
  if (/DB index/.test(message)) return said('it has no database of that number')
  if (/RESP type|Protocol error/i.test(message)) return said('what listens there is neither Redis nor Valkey')
  return message === '' ? said('it does not answer') : verbatim(message.split('\n')[0] ?? '')
}

const driver = async () => (await import('ioredis').catch(missing('ioredis'))).Redis
/** It takes a third of a second to load: only where there is something to put into a queue. */
export const queues = async () => import('bullmq').catch(missing('bullmq'))

/** Both are optional: who builds on one machine needs neither. */
const missing =
  (name: string) =>
  (thrown: unknown): never => {
    if (!(thrown instanceof Error) || !('code' in thrown) || thrown.code !== 'ERR_MODULE_NOT_FOUND') throw thrown
    throw new EnvironmentFault(
      said('--queue needs the package {name}, which is not installed.', { name }),
      said('Install it beside Khabar: npm install --ignore-scripts bullmq@6 ioredis@6'),
      thrown,
    )
  }
