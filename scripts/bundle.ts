/**
 * Bundles the command into dist/, as it is packed: its own modules and those libraries that most commands need, so that a
 * command opens a few files and not six hundred. The others stay packages beside it. A map lies beside each file, by which a stack is told as the source has it (src/cli/stack.ts).
 *
 *     node scripts/bundle.ts [FOLDER]
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OutputChunk, type Plugin, rolldown } from 'rolldown'
import { validatorsAhead } from './compiled-ahead.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** They bring binaries, are not always there, or are large and seldom needed. */
const beside = [
  /^sharp$/,
  /^@sparticuz\//,
  /^hyphen\//,
  /^yauzl$/,
  /^exceljs$/,
  /^node-forge$/,
  /^bullmq$/,
  /^ioredis$/,
]

export async function bundle(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const bundled = await rolldown({
    cwd: root,
    input: { bin: join(root, 'src/cli/bin.ts'), 'packing-thread': join(root, 'src/render/xlsx/packing-thread.ts') },
    platform: 'node',
    external: beside,
    plugins: [scriptsOfPages, validatorsAhead, threads],
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message)
    },
  })
  // All beside the first, which npm and action.yml know by its name.
  const { output } = await bundled.write({
    dir: join(folder, 'cli'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
    sourcemapExcludeSources: true,
  })
  await bundled.close()
  const chunks = output.filter(each => each.type === 'chunk')
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licencesOf(chunks))
}

/** A script that a page carries is read as text; here it is put in as such. */
const scriptsOfPages: Plugin = {
  name: 'scripts of pages',
  transform(code, id) {
    const [read, name = ''] = /readFileSync\(new URL\('([^']+\.js)', import\.meta\.url\), 'utf8'\)/.exec(code) ?? []
    if (read === undefined) return undefined
    const text = readFileSync(join(dirname(id), name), 'utf8')
    return { code: code.replace(read, () => JSON.stringify(text)), map: null }
  },
}

/** A thread is run from a file of its own, which here lies beside the others. */
const threads: Plugin = {
  name: 'threads',
  transform(code) {
    const named = code.replace(/(new Worker\(new URL\('\.\/[\w-]+)\.ts'/g, "$1.js'")
    return named === code ? undefined : { code: named, map: null }
  },
}

/** Whoever hands on what others wrote hands on their terms with it. */
function licencesOf(chunks: readonly OutputChunk[]): string {
  const folders = chunks
    .flatMap(({ moduleIds }) => moduleIds)
    .flatMap(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? [])
  return [...new Set(folders)]
    .toSorted()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function licenceOf(folder: string): string {
  const manifest: { name: string; version: string; license: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  return `${manifest.name} ${manifest.version}, ${manifest.license}\n\n${text.trim()}\n`
}

if (import.meta.main) await bundle(process.argv[2] ?? join(root, 'dist'))
