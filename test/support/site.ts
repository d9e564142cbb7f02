/** An index in memory: the workspace of a case on disk, an output folder in memory, a renderer that draws words. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FirstPages } from '../../src/model/render-job.ts'
import { inEnglish } from '../../src/model/said.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { makeSite } from '../../src/pipeline/site/make-site.ts'
import type { SiteOptions, SiteReport } from '../../src/pipeline/site/request.ts'
import { layOutCase } from './case-workspace.ts'
import { type CountingRenderer, countingRenderer, type MemoryOutput, memoryOutput } from './memory.ts'

const templates = join(import.meta.dirname, '../../templates')

export const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'

export interface DrawingRenderer extends CountingRenderer, FirstPages {
  /** How many pictures were drawn. */
  readonly drawn: () => number
}

/** @param fails whether the picture of this number, from 1, cannot be drawn */
export function drawingRenderer(fails: (drawn: number) => boolean = () => false): DrawingRenderer {
  let drawn = 0
  return {
    ...countingRenderer(),
    drawn: () => drawn,
    pictureSize: { width: 320, height: 452 },
    pictureTools: () => ({ picture: '1' }),
    picture: async ({ html }) => {
      drawn += 1
      if (fails(drawn)) throw new Error('no picture')
      return new TextEncoder().encode(`a picture of ${html.length}`)
    },
  }
}

export interface SiteTrial {
  readonly root: string
  readonly output: MemoryOutput
  /** @param release leaves out what is not public */
  build(options?: { readonly asOf?: string; readonly release?: boolean }): Promise<void>
  site(options?: Partial<SiteOptions>, renderer?: DrawingRenderer): Promise<SiteReport>
  edit(path: string, change: (text: string) => string): Promise<void>
  /** Another meeting, like that of the case, on another day. */
  add(id: string, change?: (text: string) => string): Promise<void>
  /** The files of the index, by path. */
  files(): ReadonlyMap<string, string>
  close(): Promise<void>
}

export const now = '2022-12-31T00:00:00Z'

/** What the build of a case has left, for all trials of it: each begins where it is built. */
const built = new Map<string, ReadonlyMap<string, string>>()

export async function siteTrial(name = '_base'): Promise<SiteTrial> {
  const trial = await emptyTrial(name)
  const before = built.get(name)
  if (before) for (const [path, text] of before) trial.output.files.set(path, text)
  else await trial.build()
  built.set(name, new Map(trial.output.files))
  return trial
}

async function emptyTrial(name: string): Promise<SiteTrial> {
  const root = await mkdtemp(join(tmpdir(), 'khabar-site-'))
  await layOutCase(name, root)
  const output = memoryOutput()
  const workspace = () => openWorkspace(root, templates)
  const memo = () => openMemo(join(root, '.khabar'), 'this code')
  const common = { jobs: 1, onProgress: () => {} }
  const text = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
  return {
    root,
    output,
    async build({ asOf = now, release = true } = {}) {
      const selection = { paths: [], ...(release && { releaseAsOf: asOf }) }
      const options = { ...common, selection, asOf, force: false, dryRun: false, strict: false }
      const report = await build(
        { workspace: workspace(), output, renderer: countingRenderer(), memo: memo() },
        options,
      )
      if (report.outcome !== 'done') throw new Error(report.diagnostics.map(each => inEnglish(each.message)).join('\n'))
    },
    site: (options = {}, renderer = drawingRenderer()) =>
      makeSite({ workspace: workspace(), output, renderer, memo: memo() }, { ...common, asOf: now, ...options }),
    async edit(path, change) {
      const before = await text(path)
      const after = change(before)
      if (after === before) throw new Error(`${path} is as it was`)
      await writeFile(join(root, path), after)
    },
    async add(id, change = same => same) {
      const like = (await text(meeting)).replace(/date: \S+/, `date: ${id.slice(0, 10)}`)
      await writeFile(join(root, `data/meetings/2022/${id}.yaml`), change(like))
    },
    files() {
      const list = JSON.parse(output.files.get('site.json') ?? '{"files":[]}') as { files: { path: string }[] }
      return new Map(list.files.map(({ path }) => [path, output.files.get(path) ?? '']))
    },
    close: () => rm(root, { recursive: true, force: true }),
  }
}
