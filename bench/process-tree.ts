/** This process and all below it, as Linux tells in /proc: a bare machine has no ps. */
import { readdirSync, readFileSync } from 'node:fs'

export interface LivingProcess {
  readonly pid: number
  readonly parent: number
  readonly command: string
  /** /proc/<pid>/status as it stands. */
  readonly status: string
}

export function descendants(pid = process.pid): readonly LivingProcess[] {
  const all = living()
  const below = (parent: number): readonly LivingProcess[] =>
    all.filter(each => each.parent === parent).flatMap(each => [each, ...below(each.pid)])
  return below(pid)
}

/** A zombie that the machine's first process has not collected yet does not count. */
export function living(): readonly LivingProcess[] {
  const found = readdirSync('/proc').map(name => ({ pid: Number(name), status: textOf(name, 'status') }))
  return found
    .filter(({ pid, status }) => pid > 0 && status !== '' && !/^State:\s*[ZX]/m.test(status))
    .map(({ pid, status }) => ({
      pid,
      parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]),
      command: textOf(String(pid), 'cmdline').replaceAll('\0', ' ').trim(),
      status,
    }))
}

/** Seconds of a processor, of its own and of those it has collected. `pid (name) state ppid …`: the 14th to 17th. */
export function processorSeconds(pid: number): number {
  const fields = textOf(String(pid), 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  const ticks = fields.slice(11, 15).map(Number)
  return ticks.reduce((sum, each) => sum + each, 0) / 100
}

/** Megabytes; what several processes share is divided among them. */
export function memoryOf(pid: number): number {
  const kilobytes = /^Pss:\s*(\d+)/m.exec(textOf(String(pid), 'smaps_rollup'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

/** Empty for what has gone meanwhile. */
function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
