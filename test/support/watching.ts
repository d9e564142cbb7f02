/** A watched workspace on a real disk, printed by nobody: what is a PDF elsewhere is its text here, so no browser is needed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { packagedTemplates } from '../../src/cli/setting.ts'
import type { Renderer } from '../../src/model/render-job.ts'
import { inEnglish, verbatim } from '../../src/model/said.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'
import type { BuildReport } from '../../src/pipeline/request.ts'
import { previewSite } from '../../src/pipeline/site/preview-site.ts'
import { buildWhatCan } from '../../src/watch/build-what-can.ts'
import type { Rebuild } from '../../src/watch/state.ts'
import { openWatch, type WatchOptions } from '../../src/watch/watch.ts'
import { layOutCase } from './case-workspace.ts'
import { drawingRenderer } from './site.ts'

/** Photos are left out: only the real renderer puts them into the page. */
const renderer: Renderer = {
  versions: () => Promise.resolve({}),
  render: job => {
    const text = 'html' in job ? job.html.replace(/<img[^>]*>/g, '') : 'text' in job ? job.text : 'book'
    return Promise.resolve(new TextEncoder().encode(text))
  },
  diagnostics: () => [],
  close: () => Promise.resolve(),
}

const asOf = '2022-08-15T10:00:00.000Z'

export interface Watching {
  readonly root: string
  /** `http://127.0.0.1:…`, without a stroke at the end. */
  readonly address: string
  /** The next one that has not been asked for, which may be over already. */
  rebuild(): Promise<Rebuild>
  /** A text of the workspace is read, changed and written as an editor would that truncates. */
  edit(path: string, change: (text: string) => string): Promise<void>
  page(path: string): Promise<string>
  close(): Promise<void>
}

export async function freshWorkspace(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'khabar-watch-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await layOutCase('_base', root)
  return root
}

/** The first build is over. */
export async function watching(
  change: Partial<WatchOptions> = {},
  around: (run: () => Promise<BuildReport>) => Promise<BuildReport> = run => run(),
  made: 'press' | 'everything' = 'press',
): Promise<Watching> {
  const root = await freshWorkspace()
  const output = openOutput(join(root, 'output'))
  const doors = { workspace: openWorkspace(root, packagedTemplates), output, renderer }
  const rebuilds = queue<Rebuild>()
  let atOnce = 0
  let isBroken: unknown
  const session = await openWatch({
    root,
    output,
    port: undefined,
    async build(onProgress, changed) {
      atOnce += 1
      if (atOnce > 1) throw new Error('two builds at once')
      const asked = {
        selection: { paths: [], ...(made === 'press' && { only: made }) },
        asOf,
        jobs: 2,
        force: false,
        dryRun: false,
        strict: false,
        onProgress,
      } as const
      return around(() => buildWhatCan(doors, asked, changed)).finally(() => {
        atOnce -= 1
      })
    },
    index: async () => {
      const { value } = await previewSite({ ...doors, renderer: { ...drawingRenderer(), ...renderer } }, { asOf })
      return value ?? { message: verbatim('The records are wrong.'), hints: [] }
    },
    telling: { language: 'en', tell: inEnglish },
    onProgress: () => {},
    onRebuild: rebuild => rebuilds.put(rebuild),
    timeOfDay: () => '14:02:11',
    ...change,
  })
  session.broken.catch((thrown: unknown) => {
    isBroken = thrown
    rebuilds.fail(thrown)
  })
  onTestFinished(async () => {
    await session.close()
    if (isBroken) throw isBroken
  })
  session.start()
  await rebuilds.take()
  const address = session.address.replace(/\/$/, '')
  return {
    root,
    address,
    rebuild: () => rebuilds.take(),
    async edit(path, changeText) {
      const text = await readFile(join(root, path), 'utf8')
      await writeFile(join(root, path), changeText(text))
    },
    page: async path => (await fetch(address + path)).text(),
    close: () => session.close(),
  }
}

function queue<T>() {
  const ready: T[] = []
  const asking: { readonly give: (value: T) => void; readonly fail: (reason: unknown) => void }[] = []
  return {
    put(value: T): void {
      const first = asking.shift()
      if (first) first.give(value)
      else ready.push(value)
    },
    fail(reason: unknown): void {
      for (const each of asking) each.fail(reason)
    },
    take(): Promise<T> {
      const first = ready.shift()
      if (first) return Promise.resolve(first)
      return new Promise((give, fail) => {
        asking.push({ give, fail })
      })
    },
  }
}

/** What an open page hears. */
export interface Heard {
  readonly revision: number
  readonly building?: { readonly done: number; readonly total: number }
}

/** Listens as a page does. Its end is the end of the server. */
export async function* listening(address: string): AsyncGenerator<Heard, void, undefined> {
  const { body } = await fetch(`${address}/events`)
  if (!body) throw new Error('no events')
  let text = ''
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    text += part
    const messages = text.split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1]
      if (data) yield JSON.parse(data) as Heard
    }
  }
}
