/** A Redis or Valkey server of a test's own: on a free port of this machine, with its append-only file in a folder that goes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { onTestFinished, type TestContext } from 'vitest'
import { judge } from '../support/judges.ts'

export interface Server {
  readonly url: string
  readonly client: Redis
  /** As a power cut ends it. */
  kill(): Promise<void>
  /** On the same port, with what its file kept. */
  start(): Promise<void>
}

export async function serverFor(test: TestContext, ...words: readonly string[]): Promise<Server> {
  const program = judge('redis-server', test)
  const folder = mkdtempSync(join(tmpdir(), 'khabar-queue-'))
  const port = await freePort()
  let child: ChildProcess | undefined
  const client = new Redis({ port, lazyConnect: true, maxRetriesPerRequest: null, retryStrategy: () => 50 })
  client.on('error', () => {})
  const kill = async (): Promise<void> => {
    const ended = new Promise(resolve => child?.once('close', resolve))
    child?.kill('SIGKILL')
    await ended
    child = undefined
  }
  const start = async (): Promise<void> => {
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes']
    child = spawn(program, [...own, '--appendfsync', 'always', ...words], { stdio: 'ignore' })
    await client.ping()
  }
  onTestFinished(async () => {
    client.disconnect()
    if (child) await kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await start()
  return { url: `redis://127.0.0.1:${port}`, client, kill, start }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
