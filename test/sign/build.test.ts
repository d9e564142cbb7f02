/** A build that signs: what it signs and what not, when it signs again, and what is left where it cannot. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, type TestContext, test } from 'vitest'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { said } from '../../src/model/said.ts'
import type { Signer } from '../../src/model/signer.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'
import { manifestIn } from '../../src/pipeline/manifest.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import type { BuildOptions, BuildReport } from '../../src/pipeline/request.ts'
import { makeSite } from '../../src/pipeline/site/make-site.ts'
import { verify } from '../../src/pipeline/verify.ts'
import { openSigner } from '../../src/sign/signer.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { countingRenderer } from '../support/memory.ts'
import { drawingRenderer } from '../support/site.ts'
import { everything, templates } from '../support/two-builds.ts'
import { finishedSample } from './finished-sample.ts'
import { Keys } from './keys.ts'

let root: string
let output: string
let pdf: Uint8Array
beforeAll(async () => {
  pdf = await finishedSample()
})
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'khabar-build-signed-'))
  output = join(root, 'output')
  await layOutCase('_base', root)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'

function edit(from: string, to: string): void {
  const text = readFileSync(join(root, meeting), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(root, meeting), text.replace(from, to))
}

/** Prints the same page for whatever it is asked, and counts. */
function printer() {
  const renderer = countingRenderer()
  const render: typeof renderer.render = async job => {
    const words = await renderer.render(job)
    return job.format === 'pdf' ? pdf : words
  }
  return { ...renderer, render }
}

interface Counted extends Signer {
  readonly signed: () => number
}

async function society(context: TestContext, name = 'Society'): Promise<Counted> {
  const keys = new Keys(root, context)
  const pkcs12 = keys.pack(keys.make('p256', name), 'x')
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const signer = await openSigner({ by: { pkcs12, passphrase: 'x' }, at })
  let signed = 0
  const sign: Signer['sign'] = bytes => {
    signed += 1
    return signer.sign(bytes)
  }
  return { ...signer, sign, signed: () => signed }
}

async function run(
  signer?: Signer,
  options: Partial<BuildOptions> = {},
): Promise<BuildReport & { rendered: string[] }> {
  const renderer = printer()
  const doors = { workspace: openWorkspace(root, templates), output: openOutput(output), renderer, signer }
  const memo = openMemo(join(root, '.khabar'), 'this code')
  const report = await build({ ...doors, memo }, { ...everything, ...options })
  return { ...report, rendered: renderer.rendered }
}

/** Below the output folder, sorted. */
const pdfs = (): readonly string[] =>
  readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.pdf'))
    .toSorted()
const signedOnes = (): readonly string[] =>
  pdfs().filter(path => readFileSync(join(output, path), 'latin1').includes('/ETSI.CAdES.detached'))
const listed = () => manifestIn(readFileSync(join(output, 'manifest.json')))?.artifacts ?? []
const faults = async () => (await verify(output)).filter(({ status }) => status !== 'ok')

test('every PDF that may be published, and nothing else; sums and manifest are of what was signed', async context => {
  const signer = await society(context)
  expect((await run(signer)).outcome).toBe('done')
  expect(pdfs().filter(path => path.startsWith('press/')).length).toBeGreaterThan(0)
  expect(pdfs().filter(path => path.startsWith('reports/')).length).toBeGreaterThan(0)
  expect(signedOnes()).toEqual(pdfs())
  expect(signer.signed()).toBe(pdfs().length)
  expect(listed().flatMap(({ path, signedBy }) => (signedBy === signer.certificate ? [path] : []))).toEqual(pdfs())
  expect(await faults()).toEqual([])
  for (const path of pdfs()) expect(readFileSync(join(output, path)).subarray(0, pdf.length)).toEqual(Buffer.from(pdf))
})

test('nothing is signed twice by the same certificate, whatever the time; with nothing new, nothing is made', async context => {
  const signer = await society(context)
  await run(signer)
  const before = readFileSync(join(output, 'SHA256SUMS'), 'utf8')
  const later = { ...signer, at: new Date(Date.now() + 86_400_000).toISOString() }
  expect((await run(later)).rendered).toEqual([])
  rmSync(join(root, '.khabar'), { recursive: true })
  expect((await run(later)).rendered).toEqual([])
  expect(readFileSync(join(output, 'SHA256SUMS'), 'utf8')).toBe(before)
  expect(signer.signed()).toBe(pdfs().length)
})

test('signed after unsigned, another certificate: the PDFs alone are made; without a signer they stay signed', async context => {
  const [signer, other] = [await society(context), await society(context, 'Other')]
  await run()
  expect(signedOnes()).toEqual([])
  const sums = readFileSync(join(output, 'SHA256SUMS'), 'utf8')
  expect(
    (await run(signer, { dryRun: true })).artifacts.filter(({ status }) => status === 'built').map(({ path }) => path),
  ).toEqual(pdfs())
  expect((await run(signer)).rendered.toSorted()).toEqual(pdfs())
  expect(signedOnes()).toEqual(pdfs())
  expect((await run(other)).rendered.toSorted()).toEqual(pdfs())
  expect(new Set(listed().flatMap(({ signedBy }) => signedBy ?? []))).toEqual(new Set([other.certificate]))
  expect((await run()).rendered, 'whoever has no key takes no signature off').toEqual([])
  expect(signedOnes()).toEqual(pdfs())
  expect((await run(undefined, { force: true })).rendered).toEqual(expect.arrayContaining([...pdfs()]))
  expect(readFileSync(join(output, 'SHA256SUMS'), 'utf8'), 'as before anything was signed').toBe(sums)
})

test('a draft is nobody’s word, nor what is under embargo until it ends', async context => {
  const signer = await society(context)
  edit('status: approved', 'status: draft')
  await run(signer)
  const press = () => signedOnes().filter(path => path.includes('2022-08-15-icrc'))
  expect(press()).toEqual([])
  expect(signedOnes().length).toBeGreaterThan(0)
  edit('status: draft', 'status: approved\n  embargo_until: 2022-12-30T12:00:00Z')
  await run(signer, { asOf: '2022-12-30T00:00:00Z' })
  expect(press()).toEqual([])
  expect((await run(signer, { asOf: '2022-12-30T11:59:59Z' })).rendered).toEqual([])
  const { rendered } = await run(signer, { asOf: '2022-12-30T12:00:00Z' })
  expect(rendered.toSorted()).toEqual(pdfs().filter(path => path.includes('2022-08-15-icrc')))
  expect(press()).toEqual(pdfs().filter(path => path.includes('2022-08-15-icrc')))
})

test('where it cannot sign nothing unsigned is left behind, and what was there before stays', async context => {
  const signer = await society(context)
  await run(signer)
  const before = new Map(pdfs().map(path => [path, readFileSync(join(output, path))]))
  // Dates every artifact anew.
  const date = '2022-12-01'
  let left = 1
  const failing: Signer = {
    ...signer,
    sign: bytes => {
      left -= 1
      return left >= 0
        ? signer.sign(bytes)
        : Promise.reject(new EnvironmentFault(said('There is no {path}.', { path: 'token' })))
    },
  }
  await expect(run(failing, { jobs: 1, date })).rejects.toThrow('There is no token.')
  expect(signedOnes()).toEqual([...before.keys()])
  const other = pdfs().filter(
    path => Buffer.compare(readFileSync(join(output, path)), before.get(path) ?? Buffer.of()) !== 0,
  )
  expect(other).toHaveLength(1)
  const again = await run(signer, { date })
  expect(again.outcome).toBe('done')
  expect(again.rendered).not.toContain(other[0])
  expect(await faults()).toEqual([])
})

test('an index is made of what was signed, without anybody’s key', async context => {
  await run(await society(context))
  const doors = { workspace: openWorkspace(root, templates), output: openOutput(output), renderer: drawingRenderer() }
  const made = () => makeSite(doors, { asOf: everything.asOf, jobs: 1, onProgress: () => {} })
  const { artifacts } = await made()
  expect(artifacts.length).toBeGreaterThan(0)
  edit('The Society received partners', 'The Society met partners')
  await expect(made()).rejects.toThrow('The output folder is behind the records')
})
