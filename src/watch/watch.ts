/**
 * THE STORY OF A WATCH: a change is heard, gathered with what comes with it, and built; then every open page is told.
 *
 *   folders -> gather -> one at a time: rescan, build -> state -> pages, terminal
 *
 * An author's mistake ends nothing: the last good artifacts stay, and the mistake is shown. Neither does a fault of the
 * machine: it may be mended while the watch goes on.
 */

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../disk/refusal.ts'
import { EnvironmentFault, RenderFailure } from '../model/fault.ts'
import { inEnglish } from '../model/said.ts'
import { readManifest } from '../pipeline/manifest.ts'
import type { OutputFolder } from '../pipeline/workspace.ts'
import { watchFolders } from './folders.ts'
import { gather, type Patience } from './gather.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Telling } from './pages/markup.ts'
import { openPreview } from './server.ts'
import {
  type Fault,
  firstState,
  type IndexShown,
  type Rebuild,
  type WatchReport,
  type WatchState,
  whenEnded,
  whenProgressed,
  whenStarted,
} from './state.ts'

export interface WatchOptions {
  readonly root: string
  readonly output: OutputFolder
  readonly port: number | undefined
  readonly build: (
    onProgress: (done: number, total: number, path: string) => void,
    changed: readonly string[],
  ) => Promise<WatchReport>
  readonly onProgress: (done: number, total: number, path: string) => void
  readonly onRebuild: (rebuild: Rebuild) => void
  /** The index as it would be made now. */
  readonly index: () => Promise<IndexShown>
  /** To whom the pages are told. */
  readonly telling: Telling
  /** How the time of day is told. */
  readonly timeOfDay: () => string
  readonly patience?: WatchPatience
}

export interface WatchPatience extends Patience {
  /** When a build is tried again that something outside the data was in the way of. */
  readonly retryMs: number
}

export interface WatchSession {
  readonly address: string
  /** Builds for the first time; later builds follow changes. */
  start(): void
  /** Never ends by itself, and fails with a bug. */
  readonly broken: Promise<never>
  /** Does not wait for the build under way: whoever gave it its doors has shut them. */
  close(): Promise<void>
}

const usual: WatchPatience = { quietMs: 80, mostMs: 1000, retryMs: 5000 }

export async function openWatch(options: WatchOptions): Promise<WatchSession> {
  const { artifacts } = await readManifest(options.output)
  let state = firstState(artifacts)
  const index = onceARevision(
    () => state,
    () => attempt(options.index),
  )
  const { output, telling } = options
  const preview = await openPreview({ output, state: () => state, index, telling }, options.port)
  const become = (next: WatchState): void => {
    state = next
    preview.tell()
  }
  const patience = options.patience ?? usual
  let retry: NodeJS.Timeout | undefined
  let isClosed = false
  const { promise: broken, reject: onBug } = Promise.withResolvers<never>()
  const run = async (heard: readonly string[]): Promise<void> => {
    clearTimeout(retry)
    folders.rescan()
    const changed = worthTelling(options.root, heard)
    become(whenStarted(state, changed))
    const started = performance.now()
    const onProgress: WatchOptions['onProgress'] = (done, total, path) => {
      become(whenProgressed(state, done, total))
      options.onProgress(done, total, path)
    }
    const result = await attempt(() => options.build(onProgress, changed))
    const rebuild = { at: options.timeOfDay(), ms: performance.now() - started, changed, result }
    if (isClosed) return
    const isFault = 'message' in result
    if (isFault) retry = setTimeout(() => runs.request(changed), patience.retryMs)
    const isKnown = isFault && state.fault !== undefined && inEnglish(state.fault.message) === inEnglish(result.message)
    become(whenEnded(state, rebuild))
    if (!isKnown) options.onRebuild(rebuild)
  }
  const runs = oneAtATime(run, onBug)
  const gathering = gather(paths => runs.request(paths), patience)
  const folders = watchFolders(options.root, ['data', 'templates'], path => gathering.add(path))
  return {
    address: `http://127.0.0.1:${preview.port}/`,
    start: () => runs.request([]),
    broken,
    async close() {
      isClosed = true
      clearTimeout(retry)
      folders.close()
      gathering.cancel()
      runs.close()
      await preview.close()
    },
  }
}

/** Made when it is first looked at, and again once there is something new; while a build is under way the last one stays. */
function onceARevision(state: () => WatchState, make: () => Promise<IndexShown>): () => Promise<IndexShown> {
  let last: { readonly revision: number; readonly shown: Promise<IndexShown> } | undefined
  return () => {
    const { revision, building } = state()
    if (!last || (last.revision !== revision && !building)) last = { revision, shown: make() }
    return last.shown
  }
}

/** Files, not the folders they lie in nor what an editor made and removed; where all is gone, that is what happened. */
function worthTelling(root: string, paths: readonly string[]): readonly string[] {
  const files = paths.filter(path => isFile(join(root, path)))
  return files.length > 0 ? files : paths
}

/** What cannot be looked at, such as a link in a circle, is none; the build will say what it is. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** How often in a row a build may find that a file went away while it was read. */
const patientRetries = 5

async function attempt<T>(build: () => Promise<T>): Promise<T | Fault> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await build()
    } catch (thrown) {
      if (thrown instanceof EnvironmentFault) return { message: thrown.said, hints: thrown.hint ? [thrown.hint] : [] }
      if (thrown instanceof RenderFailure) return { message: thrown.said, hints: thrown.hints }
      if (!hasVanished(thrown) || tries === patientRetries) throw thrown
    }
  }
}

/** A file was there when the folder was listed, and was gone when it was read: an editor saved, or git is at work. */
function hasVanished(thrown: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(thrown) ?? '')
}
