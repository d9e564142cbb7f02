/** Releases to measure with: so many of a seeded workspace, each with its own text and photo, the languages in turn. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noMemo } from '../src/model/memo.ts'
import type { PrintJob, RenderJob } from '../src/model/render-job.ts'
import { compile } from '../src/pipeline/compile.ts'
import { openWorkspace } from '../src/pipeline/disk/disk.ts'
import { jobsOf } from '../src/pipeline/jobs.ts'
import { openPhotos } from '../src/pipeline/photos.ts'
import { fetched } from '../src/pipeline/render-all.ts'
import { writeCorpus } from './corpus.ts'

export type Release = RenderJob & PrintJob

const templates = join(import.meta.dirname, '../templates')

export async function releasesOf(root: string): Promise<readonly Release[]> {
  const workspace = openWorkspace(root, templates)
  const desk = { workspace, inputs: await workspace.read(), memo: noMemo }
  const compiled = await compile(desk, { paths: [], only: 'press' }, '2022-12-31T00:00:00Z')
  const making = { fonts: compiled.templates.fonts, photos: openPhotos(desk, { force: false }), date: undefined }
  const { jobs } = await jobsOf(compiled.works, making, noMemo)
  const releases: Release[] = []
  for (const { made, format } of jobs) {
    const whole: RenderJob | undefined = made && format === 'pdf' ? await fetched(made) : undefined
    if (whole && isPrinted(whole)) releases.push(whole)
  }
  return releases
}

const isPrinted = (job: RenderJob): job is Release => 'attachments' in job

/** In a workspace that is gone afterwards. */
export async function withCorpus<T>(
  size: { readonly meetings: number; readonly seed: number },
  work: (root: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'khabar-bench-'))
  try {
    await writeCorpus(root, { ...size, activities: 0, photos: size.meetings })
    return await work(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Of each meeting one release: of the first the first language, of the second the second, and so on. */
export function oneOfEach(releases: readonly Release[]): readonly Release[] {
  const meetings = Map.groupBy(releases, release => release.records[0])
  return [...meetings.values()].flatMap((each, index) => each[index % each.length] ?? [])
}
