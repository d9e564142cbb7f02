/** Which process this is, and whether another one is gone: a number alone is given to the next process that comes. */
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { codeOf } from './refusal.ts'

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
  return { pid, start: (await statusOf(pid))?.start ?? '', ...(await whereWeAre()) }
}

/** Undefined where it cannot be seen from here. */
export async function isGone({ pid, start, boot, space }: Process): Promise<boolean | undefined> {
  const here = await whereWeAre()
  if (boot !== here.boot || space !== here.space) return undefined
  if (start === '') return hasNoNumber(pid)
  const status = await statusOf(pid)
  return status === undefined || status.start !== start || /[ZX]/.test(status.state)
}

/** Of what was written down: whatever else stands there is left to who reads it. */
export function isProcess(value: unknown): value is Process {
  const { pid, start, boot, space } = (value ?? {}) as Partial<Process>
  return Number.isSafeInteger(pid) && (pid ?? 0) > 0 && [start, boot, space].every(each => typeof each === 'string')
}

async function whereWeAre(): Promise<Pick<Process, 'boot' | 'space'>> {
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
    return codeOf(thrown) === 'ESRCH'
  }
}
