/** What values are known by: SHA-256, in hexadecimal. */
import { createHash, hash } from 'node:crypto'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Of values as they are, not of the files they stood in: a comment changes none. */
export const contentOf = (...values: readonly unknown[]): string => hash('sha256', JSON.stringify(values))
