/**
 * A command that signs, for keys that never leave their token: what is to be signed on its standard input, the signature on
 * its standard output. It has so long, and no longer; nobody waits for a token that was pulled out.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { EnvironmentFault, reasonOf } from '../model/fault.ts'
import { said, verbatim } from '../model/said.ts'

export interface SigningCommand {
  /** @returns what it wrote to its standard output */
  readonly run: (input: Uint8Array) => Promise<Buffer>
  readonly close: () => void
}

/** No signature is longer. */
const longest = 64 * 1024

export function signingCommand(command: string, limitSeconds: number): SigningCommand {
  const running = new Set<ChildProcess>()
  const close = (): void => running.forEach(end)
  const run = async (input: Uint8Array): Promise<Buffer> => {
    // In a group of its own, so that all that a shell has started can be ended.
    const child = spawn(command, { shell: true, detached: process.platform !== 'win32', stdio: 'pipe' })
    running.add(child)
    try {
      return await answered(child, input, limitSeconds)
    } finally {
      end(child)
      running.delete(child)
    }
  }
  return { run, close }
}

async function answered(child: ChildProcess, input: Uint8Array, limitSeconds: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const timer = setTimeout(() => reject(tooSlow(limitSeconds)), limitSeconds * 1000)
  const written: Buffer[] = []
  let length = 0
  let complaint = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    written.push(chunk)
    length += chunk.length
    if (length > longest)
      reject(new EnvironmentFault(said('The signing command gives more than any signature has.'), how))
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-4000)
  })
  child.on('error', thrown => reject(notStarted(thrown)))
  child.on('close', (code, signal) => {
    if (code === 0) resolve(Buffer.concat(written))
    else reject(failed(code ?? signal ?? '', complaint))
  })
  // One that needs no more of it may close its input early; what it answers is looked at all the same.
  child.stdin?.on('error', () => undefined).end(input)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
}

const how = said(
  'It takes on standard input what is to be signed, and gives the signature alone, as “openssl dgst -sha256 -sign KEY” does.',
)

function tooSlow(seconds: number): EnvironmentFault {
  return new EnvironmentFault(
    said('The signing command gave no signature within {seconds} s, and was ended.', { seconds }),
    said('Look whether it waits for a PIN or for its token; --sign-timeout gives it longer.'),
  )
}

const notStarted = (thrown: Error): EnvironmentFault =>
  new EnvironmentFault(said('The signing command could not be started: {reason}.', { reason: reasonOf(thrown) }))

/** @param complaint what it wrote to standard error: the end is what tells. */
function failed(code: number | string, complaint: string): EnvironmentFault {
  const told = complaint.trim().split('\n').slice(-3).join(' / ')
  if (told === '')
    return new EnvironmentFault(said('The signing command failed ({code}) and says nothing.', { code }), how)
  return new EnvironmentFault(said('The signing command failed ({code}): {told}', { code, told: verbatim(told) }), how)
}

function end(child: ChildProcess): void {
  const { pid } = child
  try {
    if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}
