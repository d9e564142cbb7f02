/**
 * A workspace that is built twice at every step: warm, with all that earlier builds left behind, and clean, from nothing.
 * Whatever was edited in between, nobody may be able to tell the two apart.
 */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { build } from '../../src/pipeline/build.ts'
import { sha256 } from '../../src/pipeline/digest.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import type { BuildOptions, BuildReport } from '../../src/pipeline/request.ts'
import { inWords } from './in-words.ts'
import { countingRenderer, type MemoryOutput, memoryOutput } from './memory.ts'

export const templates = join(import.meta.dirname, '../../templates')

export const everything: BuildOptions = {
  selection: { paths: [] },
  asOf: '2022-12-31T00:00:00Z',
  force: false,
  dryRun: false,
  strict: false,
  jobs: 2,
  onProgress: () => {},
}

export interface Ran {
  readonly report: BuildReport
  /** Paths, sorted. */
  readonly rendered: readonly string[]
  /** Records and templates were decoded, and so computed with: not merely hashed. */
  readonly looked: boolean
}

export interface TwoBuilds {
  readonly root: string
  readonly output: MemoryOutput
  /** As a process of its own would: the memo is read from its folder anew. */
  warm(options?: Partial<BuildOptions>): Promise<Ran>
  /** A warm build, held against a clean one. */
  both(options?: Partial<BuildOptions>): Promise<Ran>
  edit(path: string, from: string | RegExp, to: string): Promise<void>
}

/** @param output of an earlier build, to go on from */
export function twoBuilds(root: string, memoFolder = join(root, '.khabar'), output = memoryOutput()): TwoBuilds {
  const warm = async (options: Partial<BuildOptions> = {}): Promise<Ran> => {
    const renderer = countingRenderer()
    const { workspace, looked } = watched(root)
    const memo = openMemo(memoFolder, 'this code')
    const report = await build({ workspace, output, renderer, memo }, { ...everything, ...options })
    return { report, rendered: renderer.rendered.toSorted(), looked: looked() }
  }
  return {
    root,
    output,
    warm,
    async both(options = {}) {
      const ran = await warm(options)
      const clean = memoryOutput()
      const report = await build(
        { workspace: openWorkspace(root, templates), output: clean, renderer: countingRenderer() },
        { ...everything, ...options },
      )
      expect(ran.report.outcome).toBe(report.outcome)
      expect(toldBy(ran.report.diagnostics)).toEqual(toldBy(report.diagnostics))
      if (report.outcome === 'done') {
        expect(digests(output)).toEqual(digests(clean))
        expect(output.files.get('manifest.json')).toBe(clean.files.get('manifest.json'))
        expect(listed(ran.report)).toEqual(listed(report))
      }
      return ran
    },
    async edit(path, from, to) {
      const text = await readFile(join(root, path), 'utf8')
      expect(text).toMatch(from)
      await writeFile(join(root, path), text.replace(from, to))
    },
  }
}

function watched(root: string) {
  const workspace = openWorkspace(root, templates)
  let isLooked = false
  const read: typeof workspace.read = async () => {
    const inputs = await workspace.read()
    const sources = () => {
      isLooked = true
      return inputs.sources()
    }
    return { ...inputs, sources }
  }
  return { workspace: { ...workspace, read }, looked: () => isLooked }
}

/** Every word and place of what is told; the files themselves are long. */
export const toldBy = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  inWords(diagnostics).map(({ code, severity, message, hints, span }) => [
    code,
    severity,
    message,
    hints,
    span && [span.file.path, span.start, span.end, span.file.text.slice(span.start, span.end)],
  ])

/** Whole texts would be told for pages where they differ. */
const digests = ({ files }: MemoryOutput): object =>
  Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)]))

/** What is there after the build, however it came there. */
const listed = ({ artifacts }: BuildReport): readonly unknown[] =>
  artifacts.filter(each => each.status !== 'removed').map(each => ({ ...each, status: 'there' }))
