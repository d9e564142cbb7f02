/** Which process this is, and whether another one is gone: a number alone is given to the next process that comes. */
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

export interface Process {
  readonly pid: number
  /** When it started, as the kernel counts; empty where that cannot be read. */
  readonly start: string
  /** Which start of which machine; its name where the kernel does not tell. */
  readonly boot: string
  /** The namespace in which `pid` counts: containers of one machine number their processes alike. */
  readonly space: string
}

export async function thisProcess(): Promise<Process> {
  const { pid } = process
  return { pid, start: (await statusOf(pid))?.start ?? '', ...(await thisPlace()) }
}

/** Undefined where it cannot be seen from here. */
export async function isGone({ pid, start, boot, space }: Process): Promise<boolean | undefined> {
  const here = await thisPlace()
  if (boot !== here.boot || space !== here.space) return undefined
  if (start === '') return hasNoNumber(pid)
  const status = await statusOf(pid)
  return status === undefined || status.start !== start || /[ZX]/.test(status.state)
}

async function thisPlace(): Promise<Pick<Process, 'boot' | 'space'>> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname())
  const space = await readlink('/proc/self/ns/pid').catch(() => '')
  return { boot: boot.trim(), space }
}

/** /proc/<pid>/stat: `pid (name) state … start …`, the 3rd and the 22nd; the name may hold anything. */
async function statusOf(pid: number): Promise<{ readonly state: string; readonly start: string } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  const fields = text?.replace(/^.*\) /s, '').split(' ')
  return fields && { state: fields[0] ?? '', start: fields[19] ?? '' }
}

/** Signal 0 is delivered to nobody; a process of another user may not be asked, but is there. */
function hasNoNumber(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH'
  }
}
