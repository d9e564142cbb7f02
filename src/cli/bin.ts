#!/usr/bin/env node
/**
 * The installed command. Khabar runs on Node 22.18 or newer; where the machine's is older, the Node that came with the
 * package (an optional dependency, by platform) takes over. Plain enough to start on any Node.
 */
import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'
import { takeForShortLived } from './short-lived.ts'
import { versionOf } from './version.ts'

const [word, ...others] = process.argv.slice(2)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if ((word === '--version' || word === '-V') && others.length === 0) {
  // Asked by scripts at each turn, and answered before anything is loaded.
  process.stdout.write(`${versionOf()}\n`)
} else if (major > 22 || (major === 22 && minor >= 18)) {
  takeForShortLived()
  // What was compiled once need not be again: a third of a second of each command.
  module.enableCompileCache()
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const own = ownNode()
  if (own) runWith(own)
  else {
    process.stderr.write(
      `Khabar needs Node 22.18 or newer; this is ${process.versions.node}. Install it from your system or nodejs.org.\n`,
    )
    process.exitCode = 2
  }
}

/** A signal reaches the one who can clean up; its exit code becomes ours. */
function runWith(node: string): void {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', code => {
    process.exitCode = code ?? 1
  })
}

function ownNode(): string | undefined {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`)
    return manifest.replace(/package\.json$/, platform === 'win' ? 'bin/node.exe' : 'bin/node')
  } catch {
    return undefined
  }
}
