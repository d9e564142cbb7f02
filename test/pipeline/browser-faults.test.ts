/** A browser that dies or hangs under one document, in a whole build: that document is told by its record, the others are made. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Renderer } from '../../src/model/render-job.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import type { BuildReport } from '../../src/pipeline/request.ts'
import { type Browser, openBrowser } from '../../src/render/browser/browser.ts'
import { makePdf } from '../../src/render/pdf.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { khabar } from '../support/khabar.ts'
import { countingRenderer, memoryOutput } from '../support/memory.ts'

const templates = join(import.meta.dirname, '../../templates')
const troubled = 'press/2022/2022-08-15-icrc.ru.pdf'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-faults-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

type Trouble = (browser: Browser) => Promise<void>
const kill: Trouble = async browser => {
  process.kill((await browser.diagnose()).pid ?? 0, 'SIGKILL')
}
const hang: Trouble = () => new Promise(() => undefined)

/** Prints with a real browser; `troubles` befall one document, one at each attempt. */
function troubledRenderer(browser: Browser, troubles: readonly Trouble[]): Renderer {
  const left = [...troubles]
  const use: Browser['use'] = work =>
    browser.use(async tab => {
      await left.shift()?.(browser)
      return work(tab)
    })
  return {
    ...countingRenderer(),
    render: job =>
      'attachments' in job
        ? makePdf(job, job.path === troubled ? { use } : browser, 'Khabar')
        : countingRenderer().render(job),
  }
}

async function buildWith(
  troubles: readonly Trouble[],
): Promise<BuildReport & { readonly files: ReadonlyMap<string, string> }> {
  const browser = openBrowser({ sandbox: 'auto', tabs: 2, environment: process.env, timeoutMs: 4_000 })
  await browser.diagnose()
  const output = memoryOutput()
  try {
    const report = await build(
      { workspace: openWorkspace(root, templates), output, renderer: troubledRenderer(browser, troubles) },
      {
        selection: { paths: [], only: 'press' },
        asOf: '2022-12-31T00:00:00Z',
        force: false,
        dryRun: false,
        strict: false,
        jobs: 2,
        onProgress: () => {},
      },
    )
    return { ...report, files: output.files }
  } finally {
    await browser.close()
  }
}

test.for([
  ['dies once', [kill]],
  ['does nothing wrong', []],
] as const)('a browser that %s costs no document', async ([, troubles]) => {
  const { outcome, artifacts, files } = await buildWith(troubles)
  expect(outcome).toBe('done')
  expect(artifacts.length).toBeGreaterThan(4)
  expect(files.get(troubled)).toMatch(/^%PDF-1\.7/)
})

test.for([
  ['dies twice', [kill, kill], /could not be made \(record 2022-08-15-icrc\): The browser broke off twice/],
  ['hangs', [hang], /could not be made \(record 2022-08-15-icrc\): The document was not printed within 4 s/],
] as const)('a browser that %s under one document costs that one alone', async ([, troubles, message]) => {
  const { outcome, artifacts, diagnostics, files } = await buildWith(troubles)
  expect(outcome).toBe('incomplete')
  expect(inWords(diagnostics.filter(each => each.code === 'render/failed'))).toMatchObject([
    { message: expect.stringMatching(message) },
  ])
  expect(files.has(troubled)).toBe(false)
  const others = artifacts.filter(each => each.path.endsWith('.pdf'))
  expect(others.length).toBeGreaterThan(1)
  for (const { path } of others) expect(files.get(path)).toMatch(/^%PDF-1\.7/)
})

test('on the command line: exit code 2, and the others are there', async () => {
  const style = await readFile(join(templates, 'press/release.css'), 'utf8')
  await mkdir(join(root, 'templates/press'), { recursive: true })
  // What a PDF/A may not hold.
  await writeFile(join(root, 'templates/press/release.css'), `${style}\n:lang(en) .lead { opacity: 0.5 }\n`)
  const { code, stdout } = await khabar([
    'build',
    '--root',
    root,
    '--only',
    'press',
    '--out',
    join(root, 'output'),
    '--format',
    'json',
  ])
  const report = JSON.parse(stdout) as {
    artifacts: { path: string; status: string }[]
    diagnostics: { code: string; message: string }[]
  }
  expect(code).toBe(2)
  expect(
    report.diagnostics.filter(each => each.code === 'render/failed').every(each => each.message.includes('.en.pdf')),
  ).toBe(true)
  const made = report.artifacts.filter(each => each.path.endsWith('.pdf')).map(each => each.path)
  expect(made).toContain(troubled)
  expect(made.filter(path => path.endsWith('.en.pdf'))).toEqual([])
})
