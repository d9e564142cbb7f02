/**
 * A spoilt workspace through all that is pure: load -> press, report -> words, sheets and their lint -> line breaks. What
 * comes of it is models, diagnostics or both; anything else is a fault of ours, and told.
 */

import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printConcise } from '../../../src/diagnostics/concise.ts'
import { printHuman } from '../../../src/diagnostics/human.ts'
import { type Diagnostic, hasErrors } from '../../../src/model/diagnostic.ts'
import type { Memo } from '../../../src/model/memo.ts'
import type { RenderJob } from '../../../src/model/render-job.ts'
import { inEnglish } from '../../../src/model/said.ts'
import { pathOf, workItself } from '../../../src/model/work.ts'
import { type Compilation, compile } from '../../../src/pipeline/compile.ts'
import type { Desk } from '../../../src/pipeline/desk.ts'
import { forPaper } from '../../../src/pipeline/paper.ts'
import type { KeyedWork } from '../../../src/pipeline/work.ts'
import type { Inputs } from '../../../src/pipeline/workspace.ts'
import { lintWorkbook } from '../../../src/render/workbook/lint.ts'
import { casesFolder } from '../../../test/support/case-workspace.ts'
import { sourceOf, templates, templateTexts } from '../templates.ts'
import { faultOf } from '../told-rightly.ts'
import { type Base, bases, kindAt, written } from './bases.ts'
import { type Change, changed } from './changes.ts'
import { isMisfit } from './misfits.ts'
import { mistaken, witnesses, witnessTexts } from './witnesses.ts'

export interface Spoilt {
  readonly base: Base
  readonly changes: readonly Change[]
  readonly isJson: boolean
  /** There is an error from the start, in a record that nothing has to do with. */
  readonly isMistaken: boolean
}

export interface Tried {
  readonly outcome: 'loaded' | 'diagnosed'
  /** Must be none. */
  readonly faults: readonly string[]
  /** Time of the processor, which a busy machine does not lengthen. */
  readonly ms: number
}

const asOf = '2022-12-31T00:00:00Z'

export async function tryRecords(spoilt: Spoilt): Promise<Tried> {
  const began = process.threadCpuUsage()
  const texts = textsOf(spoilt)
  const desk = deskOf(spoilt.base, texts)
  const compiled = await compile(desk, { paths: [] }, asOf)
  const worded = await Promise.all(compiled.works.map(inWords))
  const { user, system } = process.threadCpuUsage(began)
  const ms = (user + system) / 1000
  const isLoaded = !hasErrors(compiled.diagnostics)
  const faults = [
    ...toldWrong(compiled.diagnostics, new Map([...templateTexts, ...texts])),
    ...leftUntold(spoilt, compiled, texts),
    ...(isLoaded ? worded.flat() : []),
    ...tooSlow(ms, texts),
  ]
  return { outcome: isLoaded ? 'loaded' : 'diagnosed', faults: [...new Set(faults)], ms }
}

function textsOf({ base, changes, isJson, isMistaken }: Spoilt): ReadonlyMap<string, string> {
  const texts = new Map([...base.texts, ...witnessTexts])
  if (!isMistaken) texts.delete(mistaken)
  for (const [path, value] of changed(base, changes)) {
    if (value === undefined) texts.delete(path)
    else texts.set(path, written(value, isJson))
  }
  return texts
}

/** What is known of the texts as they were: it is found once. */
const known = new Map<Base, Map<string, unknown>>()
const photo = new Uint8Array(readFileSync(join(casesFolder, 'every-field/data/media/2022/meeting.jpg')))
const photoDigest = hash('sha256', photo)

function deskOf(base: Base, texts: ReadonlyMap<string, string>): Desk {
  const files = [...texts].map(([path, text]) => sourceOf(path, text))
  const inputs: Inputs = {
    digest: '',
    templatesDigest: () => 'as packaged, without fonts',
    media: new Map([...base.media].map(([path, kind]) => [path, { path, digest: photoDigest, kind }])),
    textAt: () => undefined,
    sources: () => ({ files, media: base.media, diagnostics: [] }),
    templates: () => ({ texts: templates, shipped: templates, fonts: new Map(), diagnostics: [] }),
  }
  return { workspace: { read: async () => inputs, readMedia: async () => photo }, inputs, memo: memoOf(base) }
}

/** Kept while the workspace is read as it was, and never after. */
function memoOf(base: Base): Memo {
  const found = known.get(base)
  const kept = found ?? new Map<string, unknown>()
  return {
    recall: (kind, key) => kept.get(`${kind} ${key}`),
    keep: (kind, key, value) => {
      if (!found && kind !== 'books') kept.set(`${kind} ${key}`, value)
      known.set(base, kept)
    },
  }
}

/** Each format of a work as its renderer would be handed it. @returns what is wrong with it. */
async function inWords(work: KeyedWork): Promise<readonly string[]> {
  const contents = work.write()
  const faults = work.formats.filter(format => !contents.has(format)).map(format => `${work.id} lacks its ${format}`)
  for (const [format, content] of contents) {
    const path = pathOf(work, format)
    if ('workbook' in content) {
      faults.push(...lintWorkbook(content.workbook).map(({ message }) => `${path}: ${inEnglish(message)}`))
    } else if ('html' in content) {
      const job: RenderJob = { ...workItself(work), format, path, assets: [], ...content }
      const paper = await forPaper(job)
      if (!('html' in paper) || paper.html === '') faults.push(`${path} is empty`)
    } else if (content.text === '') faults.push(`${path} is empty`)
  }
  return faults
}

function toldWrong(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): readonly string[] {
  if (diagnostics.length > 0 && printHuman(diagnostics, { color: false }) === '') return ['nothing is printed']
  if (printConcise(diagnostics).trim().split('\n').length < diagnostics.length) return ['not all is printed']
  return diagnostics.flatMap(each => faultOf(each, texts) ?? [])
}

/** What does not fit its schema is told, and nothing is made of it; what is wrong with others is told all the same. */
function leftUntold(
  { base, changes, isMistaken }: Spoilt,
  { diagnostics, works }: Compilation,
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const wrong = new Set(
    diagnostics.flatMap(({ severity, span }) => (severity === 'error' ? (span?.file.path ?? []) : [])),
  )
  const misfits = [...texts].flatMap(([path, text]) =>
    base.texts.get(path) !== text && isMisfit(path, text) ? [path] : [],
  )
  const touched = changed(base, changes)
  const expected = witnesses.filter(({ isError }) => (isError ? isMistaken : !touched.has('data/society.yaml')))
  const isTold = ({ code, path }: (typeof witnesses)[number]): boolean =>
    diagnostics.some(each => each.code === code && each.span?.file.path === path)
  return [
    ...misfits.filter(path => !wrong.has(path)).map(path => `${path} does not fit its schema, which is not told`),
    ...misfits.filter(path => isMadeOf(path, works)).map(path => `${path} is in error, and something is made of it`),
    ...expected.filter(each => !isTold(each)).map(({ code, path }) => `${code} of ${path} is not told any more`),
  ]
}

function isMadeOf(path: string, works: readonly KeyedWork[]): boolean {
  const id = path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)
  const kind = kindAt(path) === 'agreement' ? 'report' : 'press'
  return works.some(work => work.kind === kind && work.id === id)
}

/** Some seconds for what is always there, and so much for each letter. */
function tooSlow(ms: number, texts: ReadonlyMap<string, string>): readonly string[] {
  const letters = [...texts.values()].reduce((sum, text) => sum + text.length, 0)
  const limit = 6_000 + letters / 10
  return ms > limit ? [`${Math.round(ms)} ms for ${letters} letters, where ${Math.round(limit)} are enough`] : []
}

/** So that what never changes is known before anything is judged by its time. */
export async function warm(): Promise<void> {
  for (const base of new Set(bases)) {
    const { outcome, faults } = await tryRecords({ base, changes: [], isJson: false, isMistaken: false })
    if (outcome !== 'loaded' || faults.length > 0)
      throw new Error(`${base.name} is not as it should be: ${faults.join('\n')}`)
  }
}
