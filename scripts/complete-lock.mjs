/**
 * Run after every change of dependencies: puts back into package-lock.json the optional packages of other platforms that
 * npm leaves out where a registry does not serve them. Without them `npm ci` calls the lockfile out of step.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
const { '': root, ...packages } = lock.packages

for (const [parent, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isKnown = Object.keys(packages).some(key => key.endsWith(`node_modules/${name}`))
    const os = /android|darwin|freebsd|linux|openharmony|win32/.exec(name)?.[0]
    if (isKnown || !os || !/^\d+\.\d+\.\d+$/.test(version)) continue
    const cpu = /arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64/.exec(name.slice(name.indexOf(os) + os.length))?.[0]
    const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined
    packages[`node_modules/${name}`] = {
      version,
      ...(cpu && { cpu: [cpu] }),
      ...(entry.dev && { dev: true }),
      ...(libc && { libc: [libc] }),
      license: entry.license,
      optional: true,
      os: [os],
    }
    console.log(`added ${name}@${version}, of ${parent}`)
  }
}

const unhashed = Object.entries(packages).filter(([, { integrity }]) => !integrity)
const hashed = unhashed.length > 0 ? asked(unhashed.map(([key]) => nameIn(key))) : {}
for (const [key, entry] of unhashed) {
  const found = hashed[key]
  if (found?.integrity && found.version === entry.version)
    packages[key] = { version: entry.version, integrity: found.integrity, ...entry }
  else console.log(`no hash for ${nameIn(key)}@${entry.version}: the registry does not serve it`)
}

const byName = Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(path, `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(byName) } }, null, 2)}\n`)

/** npm hashes what it finds by itself: without a lockfile it looks for every platform's. Nothing is installed. */
function asked(names) {
  const parents = Object.entries(packages).filter(([, { optionalDependencies = {} }]) =>
    names.some(name => name in optionalDependencies),
  )
  const folder = mkdtempSync(join(tmpdir(), 'khabar-lock-'))
  try {
    const dependencies = Object.fromEntries(parents.map(([key, { version }]) => [nameIn(key), version]))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'asked', version: '0.0.0', dependencies }))
    copyFileSync(fileURLToPath(new URL('../.npmrc', import.meta.url)), join(folder, '.npmrc'))
    const words = ['install', '--package-lock-only', '--ignore-scripts', '--loglevel=error']
    spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
    return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function nameIn(key) {
  return key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
