/** Pictures of first pages: drawn where the PDF is another than the one that was drawn, several at a time. */
import { noMemo } from '../../model/memo.ts'
import { stemOf } from '../../model/work.ts'
import { pictureOf } from '../../site/addresses.ts'
import { sha256 } from '../digest.ts'
import { thereOf } from '../disk/artifacts.ts'
import { makeJobs } from '../make-jobs.ts'
import type { ManifestEntry } from '../manifest.ts'
import { forPaper } from '../paper.ts'
import { fetched } from '../render-all.ts'
import type { KeyedWork } from '../work.ts'
import type { PublicWorks } from './public-works.ts'
import type { SiteDoors, SiteOptions } from './request.ts'
import type { SiteEntry } from './site-list.ts'

export interface Pictures {
  readonly fresh: readonly SiteEntry[]
  readonly due: readonly DuePicture[]
}

export interface DuePicture {
  readonly path: string
  readonly work: KeyedWork
  readonly fingerprint: string
}

/** The PDF says by its fingerprint what it was printed from, and by which browser. */
export async function picturesOf(
  { compiled, files }: Pick<PublicWorks, 'compiled' | 'files'>,
  before: readonly SiteEntry[],
  { output, renderer, memo }: SiteDoors,
): Promise<Pictures> {
  const tools = JSON.stringify(renderer.pictureTools())
  const pdfs = new Map(files.filter(({ format }) => format === 'pdf').map(file => [file.path, file]))
  const wanted = compiled.works.flatMap((work): readonly DuePicture[] => {
    const pdf = work.kind === 'press' ? pdfs.get(`${stemOf(work)}.pdf`) : undefined
    return pdf ? [{ path: pictureOf(work), work, fingerprint: sha256(`${tools} ${pdf.fingerprint}`) }] : []
  })
  const byPath = new Map(wanted.map(each => [each.path, each]))
  const same = before.filter(old => byPath.get(old.path)?.fingerprint === old.fingerprint)
  const there = await thereOf(same.map(asEntry), output, memo ?? noMemo)
  return {
    fresh: same.filter(({ path }) => there.has(path)),
    due: wanted.filter(({ path }) => !there.has(path)),
  }
}

const asEntry = (entry: SiteEntry): ManifestEntry => ({ ...entry, records: [] })

/** Written as they are drawn: all of them at once would be more than memory should hold. */
export async function drawAll(
  due: readonly DuePicture[],
  { making }: Pick<PublicWorks, 'making'>,
  doors: SiteDoors,
  { jobs, onProgress }: Pick<SiteOptions, 'jobs' | 'onProgress'>,
): Promise<readonly SiteEntry[]> {
  const drawn: SiteEntry[] = []
  const queue = [...due]
  const draw = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { path, work, fingerprint } = next
      const bytes = await doors.renderer.picture(await printJobOf(work, making))
      await doors.output.write(path, bytes)
      drawn.push({ path, sha256: sha256(bytes), bytes: bytes.length, fingerprint })
      onProgress(drawn.length, due.length, path)
    }
  }
  const stop = (thrown: unknown): never => {
    queue.length = 0
    throw thrown
  }
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, () => draw().catch(stop)))
  return drawn
}

async function printJobOf(work: KeyedWork, making: PublicWorks['making']) {
  const { jobs } = await makeJobs([work], making)
  const printed = jobs.get(work)?.find(({ format }) => format === 'pdf')
  const job = printed && (await forPaper(await fetched(printed)))
  if (!job || !('attachments' in job)) throw new Error(`${stemOf(work)} is not printed`)
  return job
}
