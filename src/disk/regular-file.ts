/** The bytes of a file that is one: a pipe would hang, a device never end. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { ifMissing } from './refusal.ts'

/** Never waits: what was a file when it was listed may be a pipe by now. */
export const toRead = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Of a file of our own, which is no link: that would lead to what somebody else wrote. */
export const toReadOwn = toRead | (constants.O_NOFOLLOW ?? 0)

export interface Reading {
  /** In bytes: nothing is read of a file that is larger. */
  readonly atMost?: number
  readonly flags?: number
}

/** Undefined where there is none. */
export async function readRegular(path: string, reading: Reading = {}): Promise<Buffer | undefined> {
  const { atMost = Number.POSITIVE_INFINITY, flags = toRead } = reading
  const file = await open(path, flags).catch(ifMissing)
  try {
    const facts = await file?.stat()
    return facts?.isFile() && facts.size <= atMost ? await file?.readFile() : undefined
  } finally {
    await file?.close()
  }
}

export function readRegularNow(path: string, flags = toRead): Buffer | undefined {
  const file = openNow(path, flags)
  if (file === undefined) return undefined
  try {
    return fstatSync(file).isFile() ? readFileSync(file) : undefined
  } finally {
    closeSync(file)
  }
}

export function openNow(path: string, flags = toRead): number | undefined {
  try {
    return openSync(path, flags)
  } catch (thrown) {
    return ifMissing(thrown)
  }
}
