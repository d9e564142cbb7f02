/**
 * A workspace of stories, built for real: each is told at its line and taken out, or built, and every PDF conforms by our
 * checker. What else may come of a text is a fault.
 */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { checkPdf } from '../../../src/conform/check-pdf.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'
import type { Renderer } from '../../../src/model/render-job.ts'
import { inEnglish } from '../../../src/model/said.ts'
import { build } from '../../../src/pipeline/build.ts'
import { compile } from '../../../src/pipeline/compile.ts'
import { openWorkspace } from '../../../src/pipeline/disk/disk.ts'
import { openOutput } from '../../../src/pipeline/disk/output-folder.ts'
import type { MemoFolder } from '../../../src/pipeline/memo/memo-folder.ts'
import type { BuildReport } from '../../../src/pipeline/request.ts'
import type { Selection } from '../../../src/pipeline/select.ts'
import { layOutCase } from '../../../test/support/case-workspace.ts'
import { countingRenderer } from '../../../test/support/memory.ts'
import { templatesFolder, templateTexts } from '../templates.ts'
import { faultOf } from '../told-rightly.ts'
import { languages, type Stories, storiesOf, storyAt } from './stories.ts'

export interface TriedReleases {
  /** Releases that were built, and those that are told of. */
  readonly built: number
  readonly told: number
  readonly workbooks: number
  /** Must be none. */
  readonly faults: readonly string[]
}

export interface TrialOptions {
  readonly seed: number
  /** Each in three languages. */
  readonly stories: number
  /** Reports too, whose texts are drawn as well: they take longer. */
  readonly isWhole: boolean
  /** Without one nothing is printed: releases end as words, sheets as models. */
  readonly renderer?: Renderer
  /** Looks at the folder of what was built, while it is there. */
  readonly look?: (output: string) => Promise<readonly string[]>
}

const asOf = '2022-12-31T00:00:00Z'

export async function tryReleases(options: TrialOptions): Promise<TriedReleases> {
  const [stories] = fc.sample(storiesOf(options.stories), { seed: options.seed, numRuns: 1 })
  if (!stories) throw new Error('nothing was drawn')
  const root = await mkdtemp(join(tmpdir(), 'khabar-stories-'))
  try {
    await layOutCase('every-field', root)
    return await tryStories(stories, deskAt(root, options), options)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** A workspace on disk, and what is found out about it. */
interface Place {
  readonly root: string
  readonly memo: MemoFolder
  readonly selection: Selection
}

function deskAt(root: string, { isWhole }: TrialOptions): Place {
  const known = new Map<string, unknown>()
  const memo: MemoFolder = {
    recall: (kind, key) => known.get(`${kind} ${key}`),
    keep: (kind, key, value) => known.set(`${kind} ${key}`, value),
    save: async () => {},
  }
  return { root, memo, selection: { paths: [], ...(!isWhole && { only: 'press' }) } }
}

async function tryStories(stories: Stories, place: Place, options: TrialOptions): Promise<TriedReleases> {
  const { left, told, faults } = await withoutErrors(stories, place)
  const { artifacts, outcome, diagnostics } = await buildAll(place, options.renderer ?? countingRenderer())
  const output = join(place.root, 'output')
  const pdfs = artifacts.filter(({ format }) => format === 'pdf').map(({ path }) => path)
  const found = [...faults, ...(outcome === 'done' ? [] : [`the build is ${outcome}`])]
  found.push(...diagnostics.filter(({ code }) => code === 'render/failed').map(({ message }) => inEnglish(message)))
  for (const path of options.renderer ? pdfs : []) found.push(...(await findingsIn(output, path)))
  found.push(...((await options.look?.(output)) ?? []))
  const built = pdfs.filter(path => storyAt(path) !== undefined).length
  const isAll = new Set([...left].flatMap(path => storyAt(path) ?? [])).size * languages.length === built
  return {
    built,
    told: told * languages.length,
    workbooks: artifacts.filter(({ format }) => format === 'xlsx').length,
    faults: (isAll ? found : [...found, 'not all that is left was built']).map(each => `seed ${options.seed}: ${each}`),
  }
}

interface Sifted {
  /** Paths of what is left, in which nothing is wrong. */
  readonly left: readonly string[]
  /** Stories that were taken out. */
  readonly told: number
  readonly faults: readonly string[]
}

/** Takes out what is told, and what rests on it, until nothing is. What all rest on is put back as it was. */
async function withoutErrors({ files, plain }: Stories, place: Place): Promise<Sifted> {
  const left = new Map(files)
  const told = new Set<string>()
  const faults: string[] = []
  for (const [path, text] of left) await write(join(place.root, path), text)
  for (let round = 0; ; round += 1) {
    const diagnostics = await diagnosticsOf(place)
    if (round === 0)
      faults.push(...diagnostics.flatMap(each => faultOf(each, new Map([...left, ...templateTexts])) ?? []))
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    const wrong = new Set(errors.map(({ span }) => span?.file.path ?? ''))
    if (wrong.size === 0 || round === rounds) {
      const still = errors.map(({ message }) => `still told: ${inEnglish(message)}`)
      return { left: [...left.keys()], told: told.size, faults: [...faults, ...still] }
    }
    for (const path of wrong) {
      const story = storyAt(path)
      if (story !== undefined) told.add(story)
    }
    // What is told at no record may be of any that all rest on.
    const all = [...wrong].some(path => !files.has(path))
    const shared = [...plain].filter(([path]) => all || wrong.has(path))
    for (const [path, text] of shared) await write(join(place.root, path), text)
    for (const path of [...left.keys()].filter(each => told.has(storyAt(each) ?? ''))) {
      left.delete(path)
      await rm(join(place.root, path))
    }
  }
}

/** What rests on a record that was put back may be told in its turn. */
const rounds = 5

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

async function diagnosticsOf({ root, memo, selection }: Place): Promise<readonly Diagnostic[]> {
  const workspace = openWorkspace(root, templatesFolder)
  return (await compile({ workspace, inputs: await workspace.read(), memo }, selection, asOf)).diagnostics
}

function buildAll({ root, memo, selection }: Place, renderer: Renderer): Promise<BuildReport> {
  const options = { force: false, dryRun: false, strict: false, jobs: 1, onProgress: () => {}, asOf, selection }
  const workspace = openWorkspace(root, templatesFolder)
  return build({ workspace, output: openOutput(join(root, 'output')), renderer, memo }, options)
}

/** House rules are not what a file claims. */
async function findingsIn(output: string, path: string): Promise<readonly string[]> {
  const findings = await checkPdf(new Uint8Array(await readFile(join(output, path))))
  const claimed = findings.filter(({ rule }) => !rule.startsWith('own '))
  return claimed.map(({ rule, where, message }) => `${path}: ${rule} at ${where}: ${message}`)
}
