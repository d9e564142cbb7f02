/** Works in words as jobs for their renderers, with fonts and photos, which are fetched when a job's turn comes. */

import { type Diagnostic, distinct, errorAt } from '../model/diagnostic.ts'
import type { AwaitedAsset, AwaitedJob, Content } from '../model/render-job.ts'
import { said } from '../model/said.ts'
import type { Font, TemplateSet } from '../model/templates.ts'
import { pathOf, workItself } from '../model/work.ts'
import { sha256 } from './digest.ts'
import type { Photos } from './photos.ts'
import type { KeyedWork } from './work.ts'

export interface Making {
  readonly fonts: TemplateSet['fonts']
  readonly photos: Photos
  /** Day that dates every artifact, in place of its record's. */
  readonly date: string | undefined
}

export interface MadeJobs {
  readonly jobs: ReadonlyMap<KeyedWork, readonly AwaitedJob[]>
  readonly diagnostics: readonly Diagnostic[]
}

export async function makeJobs(works: readonly KeyedWork[], { fonts, photos, date }: Making): Promise<MadeJobs> {
  const { digests, diagnostics } = await lookAtPhotos(works, photos)
  const ours = [...fonts.values()].map(fontOf)
  const jobs = works.map(work => {
    const shown = work.pictures.flatMap(({ path, src }): readonly AwaitedAsset[] => {
      const digest = digests.get(path)
      return typeof digest === 'string'
        ? [{ path: src, type: 'image/jpeg', digest, fetch: () => photos.bytesOf(path) }]
        : []
    })
    const head = { ...workItself(work), ...(date !== undefined && { date }) }
    const made = [...work.write()].map(([format, content]): AwaitedJob => {
      const job = { ...head, format, path: pathOf(work, format) }
      return { ...job, ...withAssets(content, ours, shown) }
    })
    return [work, made] as const
  })
  return { jobs: new Map(jobs), diagnostics }
}

/** What is published of each photo, or why nothing can be, told where its record names it. */
export async function lookAtPhotos(
  works: readonly KeyedWork[],
  photos: Photos,
): Promise<{ readonly digests: ReadonlyMap<string, Digest>; readonly diagnostics: readonly Diagnostic[] }> {
  const pictures = works.flatMap(work => work.pictures)
  const digests = await digestsOf(
    pictures.map(({ path }) => path),
    photos,
  )
  const unreadable = pictures.flatMap(({ path, span }) => {
    const digest = digests.get(path)
    if (digest === undefined || typeof digest === 'string') return []
    return [
      errorAt(
        'photo/unreadable',
        span(),
        said('data/{path} {message}.', { path, message: digest.message }),
        digest.hint,
      ),
    ]
  })
  return { digests, diagnostics: distinct(unreadable) }
}

/** Paper needs our fonts; a web page has those of its reader. */
function withAssets(content: Content, fonts: readonly AwaitedAsset[], pictures: readonly AwaitedAsset[]) {
  if ('attachments' in content) return { ...content, assets: [...fonts, ...pictures] }
  return 'html' in content ? { ...content, assets: pictures } : content
}

type Digest = Awaited<ReturnType<Photos['digestOf']>>

/** A few at a time, since each may be large. */
async function digestsOf(paths: readonly string[], photos: Photos): Promise<ReadonlyMap<string, Digest>> {
  const digests = new Map<string, Digest>()
  const queue = [...new Set(paths)]
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift())
      digests.set(path, await photos.digestOf(path))
  }
  await Promise.all(Array.from({ length: photosAtOnce }, work))
  return digests
}

/** Four do their work beside Node, which has so many threads for it. */
const photosAtOnce = 4

/** Fonts stay in memory: every page needs them. */
const fontOf = ({ path, type, bytes }: Font): AwaitedAsset => ({
  path,
  type,
  digest: digestOnce(bytes),
  fetch: async () => bytes,
})

const known = new WeakMap<Uint8Array, string>()
function digestOnce(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? sha256(bytes)
  known.set(bytes, digest)
  return digest
}
