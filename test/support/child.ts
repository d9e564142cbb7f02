/** Other programs as tests run them: waited for as long as anything happens in them, however slow the machine is. */
import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:os'
import { descendants, processorSeconds } from '../../bench/process-tree.ts'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly cwd?: string | undefined
  readonly env?: NodeJS.ProcessEnv
  readonly patienceMs?: number
}

export function run(program: string, words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawn(program, words, { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      resolve({ code, stdout, stderr })
    })
  })
  return whileItMoves(ended, child, options.patienceMs).catch((thrown: unknown) => {
    throw new Error(`${program} ${words.join(' ')}: ${String(thrown)}\n${stdout}${stderr}`)
  })
}

/**
 * Waits for something of a process. Where for so long it says nothing and works for less than a hundredth of that time,
 * with all that it has started, it stands still: it is ended, and the wait with it. Only Linux tells how long one worked;
 * elsewhere the limit of the test alone holds.
 */
export function whileItMoves<T>(what: Promise<T>, child: ChildProcess, patienceMs = 120_000): Promise<T> {
  if (platform() !== 'linux') return what
  const pid = child.pid ?? 0
  let said = 0
  const hear = (): void => {
    said += 1
  }
  for (const each of [child.stdout, child.stderr]) each?.on('data', hear)
  const look = () => ({ at: performance.now(), said, worked: workOf(pid) })
  const { promise: stuck, reject } = Promise.withResolvers<never>()
  let last = look()
  const watch = setInterval(() => {
    const now = look()
    if (now.said !== last.said || Math.abs(now.worked - last.worked) * 1000 > patienceMs / 100) last = now
    else if (now.at - last.at > patienceMs) {
      reject(new Error(`nothing happened for ${patienceMs / 1000} s`))
      for (const each of [...descendants(pid).map(below => below.pid), pid]) end(each)
    }
  }, patienceMs / 20)
  return Promise.race([what, stuck]).finally(() => {
    clearInterval(watch)
    for (const each of [child.stdout, child.stderr]) each?.off('data', hear)
  })
}

/** Of it and all that it has started. */
const workOf = (pid: number): number =>
  [pid, ...descendants(pid).map(each => each.pid)].reduce((sum, each) => sum + processorSeconds(each), 0)

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}
