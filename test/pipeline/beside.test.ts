/** What stands beside a PDF is an artifact of its own: made, kept, held back and taken away like the others. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RenderJob } from '../../src/model/render-job.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import type { Selection } from '../../src/pipeline/select.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { countingRenderer, memoryOutput } from '../support/memory.ts'

const templates = join(import.meta.dirname, '../../templates')
const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-beside-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function run(output = memoryOutput(), selection: Partial<Selection> = {}) {
  const jobs: RenderJob[] = []
  const renderer = countingRenderer(job => void jobs.push(job))
  const workspace = openWorkspace(root, templates)
  const asOf = '2022-12-31T00:00:00Z'
  const options = { asOf, force: false, dryRun: false, strict: false, jobs: 1, onProgress: () => {} }
  const report = await build({ workspace, output, renderer }, { ...options, selection: { paths: [], ...selection } })
  return { output, jobs, report, rendered: renderer.rendered.toSorted() }
}

const beside = (language: string) =>
  ['html', 'json', 'pdf', 'txt'].map(ending => `2022-08-15-icrc.${language}.${ending}`)
const namesIn = (paths: Iterable<string>) =>
  [...paths]
    .filter(path => path.includes('icrc.') && path.startsWith('press/'))
    .map(path => path.slice(11))
    .toSorted()

test('four artifacts a language, all of them press', async () => {
  const { report, output } = await run(undefined, { only: 'press', languages: ['ru'], paths: [meeting] })
  expect(report.artifacts.map(each => each.path.slice(11))).toEqual(beside('ru'))
  expect(new Set(report.artifacts.map(each => each.records.join()))).toHaveLength(1)
  expect(output.files.get('press/2022/2022-08-15-icrc.ru.html')).toContain(
    'hreflang="en" href="2022-08-15-icrc.en.html"',
  )
})

test('a PDF carries the facts of its release, and a change of them makes it stale', async () => {
  const { jobs } = await run()
  const pdf = jobs.find(job => job.path === 'press/2022/2022-08-15-icrc.en.pdf')
  if (!pdf || !('attachments' in pdf)) throw new Error('no PDF')
  expect(pdf.attachments.map(({ name, mime }) => [name, mime])).toEqual([
    ['record.yaml', 'application/yaml'],
    ['record.json', 'application/json'],
  ])
  expect(pdf.facts).toMatchObject({ title: 'The Society received partners' })
})

test('where only the words of the text change, nothing is printed', async () => {
  const { output } = await run()
  await mkdir(join(root, 'templates/press'), { recursive: true })
  const text = await readFile(join(templates, 'press/text.hbs'), 'utf8')
  await writeFile(join(root, 'templates/press/text.hbs'), text.replace('{{headline}}', '* {{headline}} *'))
  const { rendered } = await run(output)
  expect(rendered.length).toBeGreaterThan(0)
  expect(rendered.filter(path => !path.endsWith('.txt'))).toEqual([])
})

test('a template in error stops the build at its line', async () => {
  await mkdir(join(root, 'templates/press'), { recursive: true })
  await writeFile(join(root, 'templates/press/page.hbs'), '\n{{headlin}}')
  const { report } = await run()
  expect(report.outcome).toBe('refused')
  expect(report.diagnostics.filter(each => each.code === 'template/unknown-name')).toHaveLength(1)
})

test('drafts and embargoed releases are taken away whole, and a record takes all with it', async () => {
  const { output } = await run()
  expect(namesIn(output.files.keys())).toEqual([...beside('en'), ...beside('ru')])
  const approved = await readFile(join(root, meeting), 'utf8')
  await writeFile(join(root, meeting), approved.replace('status: approved', 'status: draft'))
  await run(output, { releaseAsOf: '2023-01-01T00:00:00Z' })
  expect(namesIn(output.files.keys())).toEqual([])
  await run(output)
  await rm(join(root, meeting))
  const { report } = await run(output)
  expect(namesIn(report.artifacts.filter(each => each.status === 'removed').map(each => each.path))).toHaveLength(8)
  expect(namesIn(output.files.keys())).toEqual([])
})
