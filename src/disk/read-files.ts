/** Files as bytes, and which files there are: nothing is known here of what they mean. */
import { createHash, hash } from 'node:crypto'
import { closeSync, fstatSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { compare } from '../model/diagnostic.ts'
import { ifMissing } from './refusal.ts'
import { openNow } from './regular-file.ts'

export interface RawFile {
  /** '/'-separated, from the root. */
  readonly path: string
  /** None where the file is larger than it may be, or was not to be read. */
  readonly bytes: () => Buffer | undefined
}

export interface Reader {
  /** @param largest in bytes; of a file that is larger nothing is read but that it is. */
  read(root: string, path: string, largest: number): RawFile
  /** SHA-256 of all that was read so far, with the names and lengths. */
  digest(): string
}

const blockLength = 32 * 1024 * 1024

/**
 * Puts small files one after another into large blocks, which are hashed whole: for thousands of small files, a buffer and
 * a hash of its own each cost as much as reading them.
 */
export function openReader(): Reader {
  const blocks: { readonly bytes: Buffer; used: number }[] = []
  const names: string[] = []
  const lengths: number[] = []
  const roomFor = (length: number) => {
    const last = blocks.at(-1)
    if (last && last.bytes.length - last.used >= length) return last
    const block = { bytes: Buffer.allocUnsafeSlow(Math.max(blockLength, length)), used: 0 }
    blocks.push(block)
    return block
  }
  return {
    read(root, path, largest) {
      const from = `${root}/${path}`
      // One byte more than allowed tells that a file is too large.
      const atMost = (largest < blockLength / 2 ? largest : Math.min(largest, sizeOf(from))) + 1
      const block = roomFor(atMost)
      const start = block.used
      const length = readInto(block.bytes, start, { path: from, atMost })
      names.push(path)
      lengths.push(length)
      if (length < 0 || length > largest) return { path, bytes: () => undefined }
      block.used += length
      return { path, bytes: () => block.bytes.subarray(start, start + length) }
    },
    digest() {
      const whole = createHash('sha256')
      for (const { bytes, used } of blocks) whole.update(bytes.subarray(0, used))
      return whole.update(JSON.stringify([names, lengths])).digest('hex')
    },
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** Until nothing more comes: some disks give less at a time than was asked for. -1 where the file is gone. */
function readInto(into: Buffer, at: number, from: { readonly path: string; readonly atMost: number }): number {
  const file = openNow(from.path)
  if (file === undefined) return -1
  try {
    let length = 0
    while (length < from.atMost) {
      const got = readSync(file, into, at + length, from.atMost - length, null)
      if (got === 0) break
      length += got
    }
    return length
  } finally {
    closeSync(file)
  }
}

/** SHA-256 of a file that need not be kept, with its bytes to look at; of its size alone where it is too large. */
export function digestOfFile(path: string, largest: number): { readonly digest: string; readonly bytes?: Buffer } {
  const file = openNow(path)
  if (file === undefined) return { digest: 'gone', bytes: Buffer.alloc(0) }
  try {
    const facts = fstatSync(file)
    if (!facts.isFile() || facts.size > largest) return { digest: `${facts.size} bytes` }
    const bytes = readFileSync(file)
    return { digest: digestOf(bytes), bytes }
  } finally {
    closeSync(file)
  }
}

export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes)

export interface Listed {
  /** In order. */
  readonly paths: readonly string[]
  /** Links to a folder, to nothing, or out of the workspace. */
  readonly strays: readonly string[]
  /** Neither files nor folders: pipes, sockets, devices. */
  readonly odd: readonly string[]
}

/** Every file below `root/folder`, as paths from the root; undefined where there is no folder. */
export function listFiles(root: string, folder: string): Listed | undefined {
  const paths: string[] = []
  const strays: string[] = []
  const odd: string[] = []
  const walk = (below: string): boolean => {
    const entries = entriesOf(join(root, below))
    for (const entry of entries ?? []) {
      const path = `${below}/${entry.name}`
      if (entry.isFile()) paths.push(path)
      else if (entry.isDirectory()) walk(path)
      else if (!entry.isSymbolicLink()) odd.push(path)
      // Emacs marks a file that is being edited by such a link to nowhere.
      else if (!entry.name.startsWith('.#')) (leadsToFileInside(root, path) ? paths : strays).push(path)
    }
    return entries !== undefined
  }
  if (!walk(folder)) return undefined
  return { paths: paths.toSorted(compare), strays: strays.toSorted(compare), odd: odd.toSorted(compare) }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return ifMissing(error)
  }
}

function leadsToFileInside(root: string, path: string): boolean {
  try {
    return isInside(root, path) === true && statSync(join(root, path)).isFile()
  } catch {
    return false
  }
}

/** Whether what lies at the end of its links lies in the root; nothing does where there is nothing. */
export function isInside(root: string, path: string): boolean | undefined {
  try {
    return realpathSync.native(join(root, path)).startsWith(realpathSync.native(root) + sep)
  } catch {
    return undefined
  }
}
