/** All releases of the repository's workspace: fit to publish to our checker, whole to a reader, the same bytes each time. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import { pathOf, type WorkOf } from '../../src/model/work.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { judge } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'
import { checkPdf } from '../support/pdf-checker/check-pdf.ts'
import { missingInOrder, tool } from '../support/release-texts.ts'
import { releases } from '../support/releases.ts'
import { tortureWorkspace } from '../torture/workspace.ts'

const repository = join(import.meta.dirname, '../..')
let out = ''
let torture = ''
let plans: readonly WorkOf<ReleaseModel>[] = []
const built = (release: WorkOf<ReleaseModel>): string => join(out, 'first', pathOf(release, 'pdf'))

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'khabar-releases-'))
  torture = await tortureWorkspace()
  const { files, media } = (await openWorkspace(repository, join(repository, 'templates')).read()).sources()
  const dataset = load(files, media).value
  if (!dataset) throw new Error('the repository’s workspace does not load')
  plans = releases(dataset).value
  const ran = await khabar(['build', '--root', repository, '--only', 'press', '--out', join(out, 'first')])
  expect(ran.code).toBe(0)
})
afterAll(() => Promise.all([out, torture].map(folder => rm(folder, { recursive: true, force: true }))))

test('there are seven, in four languages', () => {
  expect(plans).toHaveLength(28)
})

test('each is PDF/UA-1 and PDF/A-3a to our checker', async () => {
  for (const plan of plans) {
    const bytes = new Uint8Array(await readFile(built(plan)))
    const { language } = plan
    const attachments = ['record.json', 'record.yaml']
    expect(await checkPdf(bytes, { language, attachments }), built(plan)).toEqual([])
  }
})

test('each is clean to qpdf', ctx => {
  const qpdf = judge('qpdf', ctx)
  for (const plan of plans) {
    expect(tool(qpdf, '--check', built(plan))).toContain('No syntax or stream encoding errors')
  }
})

test('each holds every text of its record, in reading order', ctx => {
  judge('pdftotext', ctx)
  for (const plan of plans) expect(missingInOrder(plan.model, built(plan), 'layout'), built(plan)).toEqual([])
})

test('41 PDFs and what stands beside them, five builds: any number at a time, any time zone and locale, the same bytes', async () => {
  const build = async (
    root: string,
    folder: string,
    jobs: number,
    env: Readonly<Record<string, string>>,
  ): Promise<string> => {
    const words = ['build', '--root', root, '--only', 'press', '--out', join(out, folder), '--jobs', String(jobs)]
    expect((await khabar(words, { env })).code).toBe(0)
    return readFile(join(out, folder, 'manifest.json'), 'utf8')
  }
  const ways = [
    [1, { TZ: 'Asia/Tokyo', LANG: 'C' }],
    [2, { TZ: 'America/Los_Angeles', LANG: 'ru_RU.UTF-8' }],
    [3, { TZ: 'UTC', LANG: 'uz_UZ.UTF-8' }],
    [4, { TZ: 'Pacific/Auckland', LANG: 'en_US.UTF-8' }],
    [2, { TZ: 'Asia/Tashkent', LANG: 'tr_TR.UTF-8' }],
  ] as const
  const small = join(out, 'small')
  await layOutCase('_base', small)
  let documents = 0
  for (const [number, root] of [repository, torture, small].entries()) {
    const manifests: string[] = []
    for (const [at, [jobs, env]] of ways.entries()) {
      manifests.push(await build(root, `${number}-${at}`, jobs, env))
    }
    expect(new Set(manifests).size).toBe(1)
    documents += manifests[0]?.match(/\.pdf"/g)?.length ?? 0
  }
  expect(documents).toBeGreaterThanOrEqual(40)
}, 240_000)
