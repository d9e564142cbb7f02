/** What builders and workers agree on: how the queue is called, what is in it, and what they tell BullMQ alike. */
import type { Way } from './connection.ts'

/** What a worker is handed; all else lies in the store. */
export interface Handed {
  /** Digest of its parcel. */
  readonly parcel: string
  /** For people. */
  readonly path: string
}

export const prefix = 'khabar'
/** @param tools the digest of those who may make it */
export const queueName = (tools: string): string => `renders-${tools}`

/** The version was asked for, and what a server throws away told, when the connection was opened. */
export const alike = (connection: Way) => ({ connection, prefix, skipVersionCheck: true })
