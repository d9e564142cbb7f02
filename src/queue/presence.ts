/**
 * Who is there: builders that wait and workers that listen say so by a key that expires, so that each side can tell why
 * nothing happens. Nobody is given or refused work by what is read here: that the queue's name does.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Redis } from 'ioredis'
import type { Tools } from '../model/render-job.ts'

export type Role = 'worker' | 'builder'

export interface Present {
  readonly host: string
  readonly pid: number
  readonly tools: Tools
}

const prefix = 'khabar:here'
/** A worker that writes a long workbook says nothing meanwhile. */
const seconds = 30

export interface Presence {
  /** Says once more that one is there. */
  renew(): Promise<void>
  leave(): Promise<void>
}

export function presence(client: Redis, role: Role, tools: Tools): Presence {
  const key = `${prefix}:${role}:${randomUUID()}`
  const told = JSON.stringify({ host: hostname(), pid: process.pid, tools } satisfies Present)
  return {
    renew: async () => void (await client.set(key, told, 'EX', seconds)),
    leave: async () => void (await client.del(key)),
  }
}

export async function whoIsThere(client: Redis, role: Role): Promise<readonly Present[]> {
  const keys = new Set<string>()
  let cursor = '0'
  do {
    const [next, found] = await client.scan(cursor, 'MATCH', `${prefix}:${role}:*`, 'COUNT', 1_000)
    for (const key of found) keys.add(key)
    cursor = next
  } while (cursor !== '0')
  if (keys.size === 0) return []
  const told = await client.mget(...keys)
  return told.flatMap((text): readonly Present[] => (text === null ? [] : [JSON.parse(text)]))
}
