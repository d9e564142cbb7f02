/** Reads every artifact again and again while builds are killed: each must be, byte by byte, one that a clean build made. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Artifacts, sha256 } from './trial.ts'

export interface Watch {
  /** Files read so far. */
  readonly reads: () => number
  readonly broken: () => readonly string[]
  /** While something else than a build changes the folder. */
  during(act: () => Promise<boolean>): Promise<boolean>
  stop(): Promise<void>
}

export function watchOutput(folder: string, clean: readonly Artifacts[], judgesManifest = true): Watch {
  let isHeld = false
  const broken = new Set<string>()
  let reads = 0
  const over = new AbortController()
  const look = async (path: string): Promise<void> => {
    const bytes = await readFile(path).catch(() => undefined)
    if (!bytes || isHeld) return
    reads += 1
    const below = relative(folder, path)
    // A build that lost its browser, or its disk, lists what it could make: lists of its own, but whole ones.
    const listed = lists[below]
    const isWhole = listed
      ? !judgesManifest || listed(bytes)
      : clean.some(artifacts => artifacts.get(below) === sha256(bytes))
    if (!isWhole) broken.add(`${below} was read half-written: ${bytes.length} bytes`)
  }
  const lookAtAll = async (): Promise<void> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    const files = entries.filter(each => each.isFile() && !each.name.startsWith('.') && !each.name.endsWith('.part'))
    for (const entry of files) if (!isHeld) await look(join(entry.parentPath, entry.name))
  }
  const running = (async () => {
    for (; !over.signal.aborted; await pause(5)) await lookAtAll()
  })()
  return {
    reads: () => reads,
    broken: () => [...broken],
    during: async act => {
      isHeld = true
      const done = await act()
      isHeld = false
      await lookAtAll()
      return done
    },
    stop: () => {
      over.abort()
      return running
    },
  }
}

const lists: { readonly [path: string]: (bytes: Uint8Array) => boolean } = {
  'manifest.json': isJson,
  SHA256SUMS: bytes => /^(?:[0-9a-f]{64} {2}.+\n)+$/.test(new TextDecoder().decode(bytes)),
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return true
  } catch {
    return false
  }
}
