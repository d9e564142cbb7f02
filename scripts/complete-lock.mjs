/**
 * Run after every change of dependencies: puts back into package-lock.json the optional packages of other platforms that
 * npm leaves out where a registry does not serve them. Without them `npm ci` calls the lockfile out of step.
 */
import { readFileSync, writeFileSync } from 'node:fs'

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

const byName = Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(path, `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(byName) } }, null, 2)}\n`)
