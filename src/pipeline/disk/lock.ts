/**
 * One build at a time in an output folder.
 *
 *   .khabar-lock                  who builds here: made whole or not at all, touched while the build lives
 *   .khabar-lock.after-<token>    who may follow a holder that is gone: only one can make it, so only one follows
 *
 * A holder is gone when its process is (same boot, same process namespace, same start), or, where that cannot be seen
 * from here, when it has not touched its lock for a minute by the clock of the disk.
 */

import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, lstat, open, readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isGone, isProcess, type Process, thisProcess } from '../../disk/process-identity.ts'
import { codeOf, whileWriting } from '../../disk/refusal.ts'
import { readRegular } from '../../disk/regular-file.ts'
import { makeFolder, wholeName } from '../../disk/whole-file.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'

export interface Lock {
  release(): Promise<void>
}

export const lockName = '.khabar-lock'
const heartbeatMs = 10_000
const silenceMs = 60_000

/** Where nothing may be written there is nothing to lock: a build that has nothing to do goes on, another is told why not. */
const free: Lock = { release: async () => undefined }

/** Takes the folder, or says who has it. What a dead build left half-written is swept. */
export async function lockOutput(folder: string): Promise<Lock> {
  const created = await firstMissing(folder)
  try {
    return await whileWriting(lockName, () => take(folder, created))
  } catch (thrown) {
    const code = thrown instanceof EnvironmentFault ? codeOf(thrown.cause) : undefined
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return free
    throw thrown
  }
}

interface Holder extends Process {
  readonly host: string
  /** ISO 8601, UTC. */
  readonly since: string
  readonly token: string
}

/** What stands in a lock file. One that cannot be read has a name all the same: its content and time. */
interface Claim {
  readonly token: string
  readonly holder: Holder | undefined
  readonly touchedMs: number
}

async function take(folder: string, created: string | undefined): Promise<Lock> {
  await makeFolder(folder)
  const lock = join(folder, lockName)
  const token = randomUUID().slice(0, 12)
  const own = `${lock}.${token}`
  const holder: Holder = { ...(await thisProcess()), host: hostname(), since: new Date().toISOString(), token }
  try {
    await writeNew(own, `${JSON.stringify(holder)}\n`)
    for (;;) {
      if (await placeNew(own, lock)) break
      if (await succeed(folder, own)) {
        await sweep(folder, own)
        break
      }
      await pause(5)
    }
  } finally {
    await rm(own, { force: true })
  }
  return hold(lock, token, created)
}

function hold(lock: string, token: string, created: string | undefined): Lock {
  const touch = (): void => void utimes(lock, new Date(), new Date()).catch(() => undefined)
  const heartbeat = setInterval(touch, heartbeatMs).unref()
  return {
    release: async () => {
      clearInterval(heartbeat)
      if ((await readClaim(lock))?.token === token) await rm(lock, { force: true })
      if (created !== undefined) await removeEmpty(dirname(lock), created)
    },
  }
}

/**
 * Follows the chain from the lock to the last who claimed to follow. If that one lives, the folder is taken; if not, the
 * one to make the next claim has it, once it has seen that the lock is still the one it began with: whoever follows
 * puts the lock in place before taking the claim away.
 */
async function succeed(folder: string, own: string): Promise<boolean> {
  const lock = join(folder, lockName)
  const first = await readClaim(lock)
  if (!first) return false
  let last = first
  for (let next: Claim | undefined = first; next; next = await readClaim(`${lock}.after-${last.token}`)) last = next
  const { mtimeMs: nowMs } = await stat(own)
  if (!(await hasEnded(last, nowMs))) throw busy(folder, last, nowMs)
  const claim = `${lock}.after-${last.token}`
  if (!(await placeNew(own, claim))) return false
  const isStill = (await readClaim(lock))?.token === first.token
  if (isStill) await rename(own, lock)
  await rm(claim, { force: true })
  return isStill
}

async function hasEnded({ holder, touchedMs }: Claim, nowMs: number): Promise<boolean> {
  const gone = holder && (await isGone(holder))
  return gone ?? nowMs - touchedMs > silenceMs
}

function busy(folder: string, { holder, touchedMs }: Claim, nowMs: number): EnvironmentFault {
  const silence = Math.max(0, Math.round((nowMs - touchedMs) / 1000))
  const who = holder
    ? said('process {pid} on {host}, since {since}', {
        pid: holder.pid,
        host: holder.host,
        since: holder.since.replace(/\.\d+/, ''),
      })
    : said('unknown, {lockName} cannot be read', { lockName })
  return new EnvironmentFault(
    said('Another build is at work in {folder}: {holder}.', { folder, holder: who }),
    said(
      'Wait until it is done, or build elsewhere: --out DIR. A build on another machine counts as ended a minute after its last sign of life ({silence} s ago).',
      { silence },
    ),
  )
}

/** Of builds that are gone: half-written files, and claims to follow them. */
async function sweep(folder: string, own: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const isClaim = entry.parentPath === folder && entry.name.startsWith(`${lockName}.`) && path !== own
    if (entry.isFile() && (wholeName(entry.name) !== entry.name || (isClaim && (await isLeft(path)))))
      await rm(path, { force: true })
  }
}

async function isLeft(path: string): Promise<boolean> {
  const holder = (await readClaim(path))?.holder
  return holder !== undefined && (await isGone(holder)) === true
}

async function readClaim(path: string): Promise<Claim | undefined> {
  const facts = await lstat(path).catch(() => undefined)
  if (!facts) return undefined
  if (!facts.isFile())
    throw new EnvironmentFault(said('{path} is not a file, so no lock can be put there.', { path }), said('Remove it.'))
  const bytes = (await readRegular(path, { atMost: 4096 })) ?? new Uint8Array()
  const holder = holderIn(new TextDecoder().decode(bytes))
  const unnamed = (): string => createHash('sha256').update(bytes).update(String(facts.mtimeMs)).digest('hex')
  return { token: holder?.token ?? unnamed().slice(0, 12), holder, touchedMs: facts.mtimeMs }
}

function holderIn(text: string): Holder | undefined {
  try {
    const written: unknown = JSON.parse(text)
    return isHolder(written) ? written : undefined
  } catch {
    return undefined
  }
}

/** The words end up in a message: only what a holder writes is believed. */
function isHolder(value: unknown): value is Holder {
  if (!isProcess(value)) return false
  const { start, boot, space, host, since, token }: Process & Partial<Holder> = value
  const words = [start, boot, space, host, since]
  const isPlain = words.every(each => typeof each === 'string' && /^[\p{L}\p{N} .:[\]_-]{0,255}$/u.test(each))
  return isPlain && /^[0-9a-f-]{12}$/.test(token ?? '')
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}

/** Whole and under a name that nobody has, or not at all; disks without links get a copy. */
async function placeNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to).catch((thrown: unknown) => {
      if (codeOf(thrown) === 'EEXIST') throw thrown
      return copyFile(from, to, constants.COPYFILE_EXCL)
    })
    return true
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false
    throw thrown
  }
}

/** The highest folder that has to be made: a build that made nothing takes it away again. */
async function firstMissing(folder: string): Promise<string | undefined> {
  let missing: string | undefined
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if (await stat(at).catch(() => undefined)) break
    missing = at
  }
  return missing
}

async function removeEmpty(from: string, to: string): Promise<void> {
  for (let at = from; at.length >= to.length; at = dirname(at)) {
    const isGoneNow = await rmdir(at).then(
      () => true,
      () => false,
    )
    if (!isGoneNow) return
  }
}
