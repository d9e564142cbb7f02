/**
 * Installs what is missing, and nothing when nothing is: the first step of `npm start` and `npm test`.
 * Runs on whatever Node the machine has, before anything is installed; so plain JavaScript, and no dependency.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.khabar-setup')
const wanted = [
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex'),
  process.platform,
  process.arch,
].join(' ')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stderr.write('Khabar: installing what is missing (once; it takes a minute)…\n')
  await install()
  writeFileSync(stamp, wanted)
  process.stderr.write('Khabar: installed.\n')
}
requireNode()

async function install() {
  const npm = process.env.npm_execpath
  const command = npm ? [process.execPath, npm] : ['npm']
  const words = [...command.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error']
  const installing = spawn(command[0], words, { cwd: root, stdio: ['ignore', 2, 2] })
  const stillThere = setInterval(tellWhatItWaitsFor(), 15_000)
  const status = await new Promise(ended => installing.on('close', ended).on('error', () => ended(undefined)))
  clearInterval(stillThere)
  if (status !== 0)
    fail('npm ci failed. Is the package registry within reach, and is there room on the disk? See above.')
}

/** npm itself says nothing while it waits. */
function tellWhatItWaitsFor() {
  const unpacked = () => (existsSync(modules) ? readdirSync(modules).length : 0)
  let before = unpacked()
  return () => {
    const now = unpacked()
    const what =
      now !== before
        ? `unpacking, ${now} packages so far`
        : 'waiting for the package registry. Is there a network? Behind a proxy, npm must know it (npm ping tells). Ctrl-C loses nothing'
    process.stderr.write(`Khabar: still ${what}.\n`)
    before = now
  }
}

/** Node 24 comes with the lockfile where it is published as a package; elsewhere the machine must have a new enough one. */
function requireNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  if (existsSync(join(root, 'node_modules', `node-${platform}-${process.arch}`))) return
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  fail(`Khabar needs Node 22.18 or newer; this is ${process.versions.node}. Install it from your system or nodejs.org.`)
}

function fail(message) {
  process.stderr.write(`Khabar: ${message}\n`)
  process.exit(2)
}
