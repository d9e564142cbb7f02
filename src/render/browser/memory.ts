/** How much memory a process and all below it hold for themselves, where the system tells: Linux's /proc. */
import { readdir, readFile } from 'node:fs/promises'

/** Megabytes that no other process shares; undefined where it cannot be asked. */
export async function memoryBelow(pid: number): Promise<number | undefined> {
  const processes = await livingProcesses()
  const below = (parent: number): readonly number[] =>
    processes.flatMap(each => (each.parent === parent ? [each.pid, ...below(each.pid)] : []))
  const held = await Promise.all([pid, ...below(pid)].map(privateMemory))
  return processes.length === 0 ? undefined : held.reduce((sum, each) => sum + each, 0)
}

async function livingProcesses(): Promise<readonly { readonly pid: number; readonly parent: number }[]> {
  const names = await readdir('/proc').catch(() => [])
  const found = await Promise.all(
    names.filter(name => /^\d+$/.test(name)).map(async pid => ({ pid: Number(pid), stat: await text(pid, 'stat') })),
  )
  // The name of a program stands in brackets and may hold anything; state and parent come after it.
  return found.map(({ pid, stat }) => ({ pid, parent: Number(/\) \S (\d+)[^)]*$/.exec(stat)?.[1]) }))
}

const pageSize = 4096
const megabyte = 2 ** 20

/** Resident pages without shared ones. What a sandboxed process maps is not told to everyone; this is. */
async function privateMemory(pid: number): Promise<number> {
  const [, resident = 0, shared = 0] = (await text(String(pid), 'statm')).split(' ').map(Number)
  return ((resident - shared) * pageSize) / megabyte
}

/** Empty for a process that has gone meanwhile. */
const text = (pid: string, file: string): Promise<string> => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
