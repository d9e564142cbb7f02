/**
 * HOW TO START IT: the ways that may give the sandbox, the best first, and the one without it where that is allowed.
 *
 * Chromium refuses its sandbox to root, and needs user namespaces for it. `unshare` gives it both: a namespace in which
 * it is nobody, and in which there is no network at all.
 */

import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { type Diagnostic, warningAt } from '../../model/diagnostic.ts'
import { inTurn, type Said, said } from '../../model/said.ts'

export type SandboxPolicy = 'require' | 'auto' | 'off'

export interface LaunchPlan {
  readonly sandbox: boolean
  /** The program and arguments that start the browser in turn; empty: started directly. */
  readonly before: readonly string[]
  /** Nothing in it can reach a network, whatever the page does. */
  readonly hasOwnNetwork: boolean
}

const direct: LaunchPlan = { sandbox: true, before: [], hasOwnNetwork: false }
const without: LaunchPlan = { sandbox: false, before: [], hasOwnNetwork: false }

export async function launchPlans(policy: SandboxPolicy): Promise<readonly LaunchPlan[]> {
  if (policy === 'off') return [without]
  const sandboxed = platform() === 'linux' ? await onLinux(userId(), process.getgid?.() ?? userId()) : [direct]
  return policy === 'require' ? sandboxed : [...sandboxed, without]
}

/** By number: a container's user may have no name, and `os.userInfo()` throws then. */
const userId = (): number => process.getuid?.() ?? 0

async function onLinux(uid: number, gid: number): Promise<readonly LaunchPlan[]> {
  const isRoot = uid === 0
  const nobody = 65_534
  const identity = [`--map-user=${isRoot ? nobody : uid}`, `--map-group=${isRoot ? nobody : gid}`]
  const bare = ['unshare', '--user', ...identity]
  const apart = [...bare, '--net']
  const plans: LaunchPlan[] = []
  if (await works(apart)) plans.push({ sandbox: true, before: [...apart, '--'], hasOwnNetwork: true })
  if (!isRoot) plans.push(direct)
  else if (await works(bare)) plans.push({ sandbox: true, before: [...bare, '--'], hasOwnNetwork: false })
  return plans
}

const works = ([program = '', ...options]: readonly string[]): Promise<boolean> =>
  new Promise(resolve => {
    execFile(program, [...options, '--', 'true'], { timeout: 5_000 }, error => resolve(!error)).stdin?.end()
  })

/** Of a renderer process: the kernel's word for it that system calls are filtered. Undefined where it cannot be read. */
export async function isSandboxed(pid: number): Promise<boolean | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined)
  return status === undefined ? undefined : /^Seccomp:\s*2$/m.test(status)
}

/** Why a root or a restricted user has none, in words that help. */
export function whyNoSandbox(reasons: readonly Said[]): Said {
  if (reasons.length > 0) return inTurn(reasons, '; ')
  return userId() === 0
    ? said('the browser refuses it to root, and unshare cannot make a user namespace here')
    : said('this system gives no user namespaces')
}

/** @param givenUp why each plan with a sandbox was */
export function runsWithoutSandbox(policy: SandboxPolicy, givenUp: readonly Said[]): Diagnostic {
  const asked = policy === 'off'
  const reason = asked ? said('as asked for with --sandbox off') : whyNoSandbox(givenUp)
  const hints = [said('JavaScript and the network stay off all the same.')]
  if (!asked) hints.unshift(said('Run as a normal user on a system with user namespaces; “khabar doctor” tells more.'))
  return warningAt(
    'render/sandbox-off',
    undefined,
    said('The browser runs without its sandbox: {reason}.', { reason }),
    ...hints,
  )
}
