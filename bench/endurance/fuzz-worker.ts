/** Loads spoilt workspaces in a thread of its own, so that one that never ends can be stopped from outside. */

import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { load } from '../../src/load/load.ts'
import { loadTemplates } from '../../src/load/templates.ts'
import { codes, type Diagnostic, hasErrors } from '../../src/model/diagnostic.ts'
import type { Media } from '../../src/model/media.ts'
import type { Memo } from '../../src/model/memo.ts'
import { inEnglish } from '../../src/model/said.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { compile } from '../../src/pipeline/compile.ts'
import type { Desk } from '../../src/pipeline/desk.ts'
import { type Inputs, isTemplate } from '../../src/pipeline/workspace.ts'
import { chanceOf } from './chance.ts'
import type { FuzzAnswer } from './fuzz.ts'
import { mutated } from './mutate.ts'

const { root } = workerData as { readonly root: string }

const paths = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
const texts = (all: readonly string[]): readonly SourceFile[] =>
  all.map(path => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, digest: hash('sha256', text) }
  })

const below = paths('data')
const media: Media = new Map(
  below.filter(path => path.startsWith('data/media/')).map(path => [path.slice('data/'.length), 'picture']),
)
const records = texts(below.filter(path => path.endsWith('.yaml')))
const templates = texts(paths('templates').filter(path => /\.(hbs|css|yaml)$/.test(path)))
const spoilable = [...records, ...templates.filter(({ path }) => path.endsWith('.yaml'))]

/** What is known of the texts as they are: of the hundred that stay the same, none is read a second time. */
const known = new Map<string, unknown>()
let isWarm = false
const memo: Memo = {
  recall: (kind, key) => known.get(`${kind} ${key}`),
  keep: (kind, key, value) => {
    if (!isWarm) known.set(`${kind} ${key}`, value)
  },
}

/** Fonts and photos take time and have nothing to do with YAML. */
function deskWith(spoilt: SourceFile): Desk {
  const put = (files: readonly SourceFile[]) => files.map(file => (file.path === spoilt.path ? spoilt : file))
  const inputs: Inputs = {
    digest: '',
    templatesDigest: () =>
      isTemplate(spoilt.path) ? hash('sha256', `${spoilt.path}\n${spoilt.text}`) : 'as packaged, without fonts',
    media: new Map([...media].map(([path, kind]) => [path, { path, digest: '', kind }])),
    textAt: () => undefined,
    sources: () => ({ files: put(records), media, diagnostics: [] }),
    templates: () => ({ texts: put(templates), shipped: templates, fonts: new Map(), diagnostics: [] }),
  }
  const workspace = { read: async () => inputs, readMedia: async () => new Uint8Array() }
  return { workspace, inputs, memo }
}

async function diagnose(spoilt: SourceFile, goesFurther: boolean): Promise<readonly Diagnostic[]> {
  if (goesFurther)
    return (await compile(deskWith(spoilt), { paths: [spoilt.path] }, '2022-12-31T00:00:00Z')).diagnostics
  if (spoilt.path.startsWith('templates/')) return loadTemplates([spoilt], new Map(), templates).diagnostics
  return load(
    records.map(file => (file.path === spoilt.path ? spoilt : file)),
    media,
    { memo },
  ).diagnostics
}

const [untouched] = records
if (untouched) await diagnose(untouched, true)
isWarm = true
parentPort?.postMessage('ready')

/** What is wrong with a diagnostic itself. */
function fault({ code, message, hints, span }: Diagnostic): string | undefined {
  if (!Object.hasOwn(codes, code)) return `unknown code ${code}`
  if ([message, ...hints].some(each => inEnglish(each) === '')) return `${code} says nothing`
  if (!span) return undefined
  const { start, end, file } = span
  const isInside =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= file.text.length
  return isInside ? undefined : `${code}: ${start}-${end} lies outside ${file.path} (${file.text.length})`
}

parentPort?.on('message', async (seed: number) => {
  const chance = chanceOf(seed)
  const base = chance.pick(spoilable)
  const { text, by } = mutated(base.text, seed)
  const began = performance.now()
  const answer = { seed, path: base.path, by }
  const answered = (rest: Pick<FuzzAnswer, 'outcome' | 'why'>): void =>
    parentPort?.postMessage({ ...answer, ...rest, ms: performance.now() - began } satisfies FuzzAnswer)
  try {
    const spoilt = { path: base.path, text }
    const first = await diagnose(spoilt, false)
    // What loads must also be told and drawn: one in eight is taken through all that is pure.
    const told = hasErrors(first) || seed % 8 !== 0 ? first : await diagnose(spoilt, true)
    const wrong = told.map(fault).find(Boolean)
    if (wrong) answered({ outcome: 'broke', why: wrong })
    else answered({ outcome: hasErrors(told) ? 'diagnosed' : 'loaded' })
  } catch (thrown) {
    answered({ outcome: 'broke', why: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) })
  }
})
