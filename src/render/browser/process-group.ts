/** Ends a browser with all its children, and waits until they are gone: what was killed lives on for a moment. */
import { readdir, readFile } from 'node:fs/promises'
import { pause } from './time-limit.ts'

/** @param leader whose number the group keeps for as long as one of it lives */
export async function endGroup(leader: number): Promise<void> {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    return
  }
  for (let waited = 0; waited < longest && (await isAlive(leader)); waited += step) await pause(step)
}

/** Milliseconds. */
const step = 10
const longest = 2_000

/** Where the system tells, as Linux does in /proc. One that is dead and not cleared away is not alive. */
async function isAlive(leader: number): Promise<boolean> {
  const names = await readdir('/proc').catch(() => [])
  const processes = names.filter(name => /^\d+$/.test(name))
  const stats = await Promise.all(processes.map(name => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')))
  return stats.some(stat => isOfGroup(stat, leader))
}

/** `pid (name) state parent group …`; the name may hold anything. */
function isOfGroup(stat: string, leader: number): boolean {
  const [state = 'X', , group] = stat.replace(/^.*\) /s, '').split(' ')
  return Number(group) === leader && !/[ZX]/.test(state)
}
