/** Builders and workers of a test: builders in its own process, workers as processes that may be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { inEnglish, type Said } from '../../src/model/said.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import type { BuildReport } from '../../src/pipeline/request.ts'
import { addressOf } from '../../src/queue/address.ts'
import { openQueue } from '../../src/queue/queue-renderer.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { type MemoryOutput, memoryOutput } from '../support/memory.ts'
import { everything, templates } from '../support/two-builds.ts'
import { type Behaviour, stubRenderer } from './stub-renderer.ts'

export interface Told {
  /** What was said so far, a line each. */
  readonly lines: () => readonly string[]
  /** Waits for a line. */
  readonly hears: (this: void, pattern: RegExp) => Promise<void>
}

export interface StubWorker extends Told {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
}

interface WorkerSetting {
  readonly lockMs?: number
  readonly jobs?: number
}

/** It listens. */
export async function stubWorker(
  url: string,
  behaviour: Behaviour = {},
  { lockMs = 2_500, jobs = 2 }: WorkerSetting = {},
): Promise<StubWorker> {
  const script = join(import.meta.dirname, 'stub-worker.ts')
  const words = [script, url, String(lockMs), JSON.stringify(behaviour), String(jobs)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  const told = listening()
  child.stderr.setEncoding('utf8').on('data', told.add)
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  void ended.then(told.over)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  await told.hears(/^Listening on/)
  return { child, ended, lines: told.lines, hears: told.hears }
}

function listening() {
  let text = ''
  let isOver = false
  const lines = (): readonly string[] => text.split('\n').filter(Boolean)
  return {
    add: (more: string): void => {
      text += more
    },
    lines,
    over: (): void => {
      isOver = true
    },
    hears: async (pattern: RegExp): Promise<void> => {
      while (!lines().some(line => pattern.test(line))) {
        if (isOver) throw new Error(`it ended before it said ${pattern}:\n${text}`)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
  }
}

/** For all tests of a file: what one of them has found out, the next recalls. */
export async function sharedWorkspace(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'khabar-queued-'))
  await layOutCase('_base', root)
  return root
}

const doorsOf = (root: string) => ({
  workspace: openWorkspace(root, templates),
  memo: openMemo(join(root, '.khabar'), 'this code'),
})

interface Built {
  readonly report: BuildReport
  readonly output: MemoryOutput
}

/** Without a queue. */
export async function builtAlone(root: string, behaviour: Behaviour = {}): Promise<Built> {
  const output = memoryOutput()
  const doors = { ...doorsOf(root), output, renderer: stubRenderer(behaviour) }
  return { report: await build(doors, everything), output }
}

export interface Builder extends Told {
  readonly built: Promise<Built>
}

export function builder(root: string, url: string, version = '1', anew?: string): Builder {
  const told = listening()
  const tell = (words: Said): void => told.add(`${inEnglish(words)}\n`)
  const work = async (): Promise<Built> => {
    const output = memoryOutput()
    const renderer = await openQueue({
      address: addressOf(url),
      local: stubRenderer({ version }),
      tools: async () => ({ khabar: version }),
      anew,
      telling: { say: tell, complain: tell },
    })
    const doors = { ...doorsOf(root), output, renderer }
    const report = await build(doors, { ...everything, jobs: 16 }).finally(() => renderer.close())
    return { report, output }
  }
  const built = work()
  // A test may look at what is told first.
  built.then(told.over, told.over)
  return { built, lines: told.lines, hears: told.hears }
}

/** Paths that were made, by however many workers, in order. */
export const madeBy = (workers: readonly Told[]): readonly string[] =>
  workers.flatMap(({ lines }) => lines().flatMap(line => /^(\S+) made in \d+ ms$/.exec(line)?.[1] ?? [])).toSorted()
