/** The rules of ARCHITECTURE.md, held by a test: arrows, one library one room, purity, cycles, sizes. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Source {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[]
}

const root = join(import.meta.dirname, '..')
const sources: readonly Source[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .toSorted()
  .map(path => read(`src/${path.replaceAll('\\', '/')}`))

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const statement = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm
  const dynamic = /\bimport\('([^']+)'\)/g
  const imports = [
    ...[...text.matchAll(statement)].map(match => ({ from: match[2] ?? '', typeOnly: match[1] !== undefined })),
    ...[...text.matchAll(dynamic)].map(match => ({ from: match[1] ?? '', typeOnly: true })),
  ]
  return { path, room: path.split('/')[1] ?? '', text, imports }
}

const target = (source: Source, from: string): string =>
  normalize(join(dirname(source.path), from)).replaceAll('\\', '/')
const roomOf = (path: string): string => path.split('/')[1] ?? ''

/** As ARCHITECTURE.md draws it. `cli` and `watch` may use one file of `render` each. */
const mayImport: { readonly [room: string]: readonly string[] } = {
  model: [],
  disk: ['model'],
  load: ['model'],
  language: ['model'],
  diagnostics: ['model'],
  author: ['model', 'load', 'language'],
  conform: [],
  render: ['model', 'disk', 'conform'],
  press: ['model', 'language'],
  report: ['model', 'language'],
  exchange: ['model'],
  site: ['model', 'language'],
  sign: ['model', 'disk'],
  queue: ['model'],
  compare: ['model'],
  explain: ['model'],
  pipeline: ['model', 'disk', 'load', 'press', 'report', 'render', 'exchange', 'conform', 'site', 'compare', 'explain'],
  watch: ['model', 'disk', 'pipeline', 'diagnostics'],
  cli: ['model', 'disk', 'author', 'pipeline', 'diagnostics', 'watch', 'compare', 'explain'],
}
/** What other rooms see of `render`, `sign` and `queue`: who makes bytes, in which formats there is what, who signs, who makes them elsewhere. */
const seen: { readonly [room: string]: readonly string[] } = {
  cli: [
    'src/render/renderer.ts',
    'src/sign/signer.ts',
    'src/queue/address.ts',
    'src/queue/queue-renderer.ts',
    'src/queue/worker.ts',
  ],
  watch: ['src/render/formats.ts'],
}

const libraries: { readonly [room: string]: readonly string[] } = {
  model: ['typebox', 'dinero.js'],
  disk: [],
  load: ['yaml', 'ajv', 'ajv-formats'],
  language: ['hyphen'],
  diagnostics: [],
  author: ['iso-3166'],
  press: [],
  report: [],
  compare: [],
  explain: [],
  exchange: ['typebox'],
  'exchange/tables': ['exceljs', 'fflate', 'csv-parse'],
  'exchange/amend': ['yaml'],
  render: ['sharp'],
  'render/words': ['handlebars', 'markdown-it', 'typebox'],
  'render/browser': ['puppeteer-core', '@puppeteer/browsers', '@sparticuz/chromium'],
  'render/beside': ['markdown-it', 'sharp', 'typebox', 'yaml'],
  conform: ['saxes'],
  'render/finish': ['@cantoo/pdf-lib'],
  'render/workbook': [],
  'render/xlsx': ['exceljs', 'fflate'],
  site: [],
  sign: ['node-forge'],
  queue: ['bullmq', 'ioredis'],
  pipeline: [],
  watch: [],
  cli: ['commander', '@clack/prompts'],
}

/** Rooms whose every file is pure (to hash, to unpack and to compare texts is), and the folders of `render` that must be too: they decide what is fingerprinted. */
const pureRooms = [
  'model',
  'conform',
  'load',
  'language',
  'press',
  'report',
  'exchange',
  'author',
  'diagnostics',
  'site',
  'compare',
  'explain',
]
const pureFolders = ['words', 'workbook'].map(name => `src/render/${name}/`)
const impure =
  /\bfrom '(node:(?!(?:crypto|zlib|util)')|(\.\.\/)+disk\/)|\bprocess\.|\bconsole\.|Date\.now|new Date\(\)|Math\.random|performance\.now|random(UUID|Bytes|Int)/

describe('the architecture', () => {
  test('every room is one that the plan knows', () => {
    expect([...new Set(sources.map(source => source.room))].toSorted()).toEqual(Object.keys(mayImport).toSorted())
  })

  test('sheets of a report do not import each other: what several count over is a register', () => {
    const isSheet = (path: string) => /^src\/report\/(consolidated\/)?sheets\//.test(path)
    const sheets = sources.filter(({ path }) => isSheet(path))
    const imported = sheets.flatMap(sheet => sheet.imports.map(({ from }) => target(sheet, from)).filter(isSheet))
    expect(sheets.length).toBeGreaterThan(10)
    expect(imported).toEqual([])
  })

  test.for(sources)('$path imports only the rooms that its room may', source => {
    const local = source.imports.filter(each => each.from.startsWith('.')).map(each => target(source, each.from))
    const allowed = [source.room, ...(mayImport[source.room] ?? [])]
    const strays = local.filter(path => !allowed.includes(roomOf(path)) && !seen[source.room]?.includes(path))
    expect(strays).toEqual([])
  })

  test.for(sources)('$path uses only the libraries of its room', source => {
    const used = source.imports.filter(each => !/^(\.|node:)/.test(each.from)).map(each => packageOf(each.from))
    const allowed = libraries[dirname(source.path).slice('src/'.length)] ?? libraries[source.room] ?? []
    expect(used.filter(name => !allowed.includes(name) && !(name === 'typebox' && isTypeOnly(source, name)))).toEqual(
      [],
    )
  })

  test('records are loaded in one place, with the languages and the words of the workspace', () => {
    const loading = sources.filter(source =>
      /^import \{[^}]*(?<!type )\bload\b[^}]*\} from '[^']*load\/load\.ts'/m.test(source.text),
    )
    expect(loading.map(({ path }) => path)).toEqual(['src/pipeline/loaded.ts'])
  })

  test.for(sources.filter(isPure))('$path is pure', source => {
    const lines = source.text.split('\n').filter(line => impure.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
    expect(lines).toEqual([])
  })

  test('only cli touches process and console', () => {
    const others = sources.filter(source => source.room !== 'cli')
    expect(
      others
        .filter(source => /\bconsole\.|\bprocess\.(env|argv|exit|stdout|stderr|cwd)/.test(source.text))
        .map(each => each.path),
    ).toEqual([])
  })

  test('nothing is imported in a circle, be it a type', () => {
    const edges = new Map(
      sources.map(source => [
        source.path,
        source.imports.filter(each => each.from.startsWith('.')).map(each => target(source, each.from)),
      ]),
    )
    expect(circle(edges)).toEqual([])
  })

  test.for(sources)('$path says what it is for, in at most 300 lines', source => {
    expect(source.text.replace(/^#!.*\n/, '').trimStart()).toMatch(/^\/\*\*\s*\S/)
    expect(source.text.split('\n').length).toBeLessThanOrEqual(301)
  })

  test('names tell something', () => {
    expect(
      sources
        .filter(({ path }) => /(^|[/.-])(utils?|helpers?|common|misc|manager|service|index)[.-]/.test(path))
        .map(each => each.path),
    ).toEqual([])
  })
})

function isPure(source: Source): boolean {
  return pureRooms.includes(source.room) || pureFolders.some(folder => source.path.startsWith(folder))
}

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
const isTypeOnly = (source: Source, name: string): boolean =>
  source.imports.filter(each => packageOf(each.from) === name).every(each => each.typeOnly)

function circle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return []
    for (const next of edges.get(path) ?? []) {
      const found = visit(next, [...trail, path])
      if (found.length > 0) return found
    }
    done.add(path)
    return []
  }
  for (const path of edges.keys()) {
    const found = visit(path, [])
    if (found.length > 0) return found
  }
  return []
}
