/** Compiled pages and workbooks as jobs for the renderer, with their fonts and photos, which are fetched when a job's turn comes. */

import { spanOf, subjectNamed } from '../model/dataset.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { AwaitedAsset, AwaitedJob, Planned } from '../model/render-job.ts'
import { namesIn } from '../press/names.ts'
import { pathBeside } from '../render/beside/surroundings.ts'
import { sha256 } from './fingerprint.ts'
import type { Photos } from './photos.ts'
import type { Page } from './press-works.ts'
import type { Compiled } from './works.ts'

export interface Jobs {
  readonly jobs: readonly AwaitedJob[]
  readonly diagnostics: readonly Diagnostic[]
}

/** @param date dates every artifact in place of its record. */
export async function jobsOf(compiled: Compiled, photos: Photos, date?: string): Promise<Jobs> {
  const fonts = [...compiled.templates.fonts].map(fontOf)
  const digests = await digestsOf(compiled.pages.flatMap(picturesOf), photos)
  const pages: AwaitedJob[] = []
  const diagnostics: Diagnostic[] = []
  for (const page of compiled.pages) {
    const shown = picturesOf(page).map(({ path, src }) => ({ path, src, digest: digests.get(path) }))
    for (const each of shown) if (each.digest === undefined) diagnostics.push(unreadable(each.path, page, compiled))
    const pictures = shown.flatMap(({ path, src, digest }): AwaitedAsset[] =>
      digest === undefined ? [] : [{ path: src, type: 'image/jpeg', digest, fetch: () => photos.bytesOf(path) }],
    )
    pages.push(...jobsOfPage(page, { fonts, pictures }, date))
  }
  const books = compiled.workbooks.map(
    (plan): AwaitedJob => ({ ...placeOf(plan, date), format: 'xlsx', workbook: plan.workbook }),
  )
  const summaries = compiled.summaries.flatMap((plan): AwaitedJob[] =>
    plan.printed ? [{ ...placeOf(plan, date), format: 'pdf', assets: fonts, ...plan.printed }] : [],
  )
  return { jobs: [...pages, ...books, ...summaries], diagnostics }
}

/** The PDF and what stands beside it, which no browser is needed for. */
function jobsOfPage(
  page: Page,
  { fonts, pictures }: { readonly fonts: readonly AwaitedAsset[]; readonly pictures: readonly AwaitedAsset[] },
  date?: string,
): readonly AwaitedJob[] {
  const { beside, html } = page
  const place = placeOf(page, date)
  const at = (ending: string) => ({ ...place, path: pathBeside(place, ending) })
  if (!beside) return []
  const { facts, attachments } = beside
  const assets = [...fonts, ...pictures]
  return [
    { ...place, format: 'pdf', html, names: namesIn(page.model), assets, facts, attachments },
    { ...at('html'), format: 'html', html: beside.html, assets: pictures },
    { ...at('json'), format: 'json', text: beside.json },
    { ...at('txt'), format: 'txt', text: beside.text },
  ]
}

function placeOf(plan: Planned<unknown>, date = plan.date): Omit<Planned<unknown>, 'model'> {
  return { path: plan.path, language: plan.language, date, records: plan.records }
}

/** `src` as the page asks for it; `path` below data/. */
function picturesOf({ model }: Page): readonly { readonly path: string; readonly src: string }[] {
  const { logo } = model.letterhead
  return logo ? [...model.photos, logo] : model.photos
}

/** A few at a time, since each may be large. */
async function digestsOf(
  pictures: readonly { readonly path: string }[],
  photos: Photos,
): Promise<ReadonlyMap<string, string | undefined>> {
  const digests = new Map<string, string | undefined>()
  const queue = [...new Set(pictures.map(({ path }) => path))]
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
const fontOf = ([path, bytes]: readonly [string, Uint8Array]): AwaitedAsset => ({
  path,
  type: 'font/ttf',
  digest: digestOnce(bytes),
  fetch: async () => bytes,
})

const known = new WeakMap<Uint8Array, string>()
function digestOnce(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? sha256(bytes)
  known.set(bytes, digest)
  return digest
}

function unreadable(path: string, page: Page, { dataset }: Compiled): Diagnostic {
  const [id = ''] = page.records
  const entry = dataset && (subjectNamed(dataset, id) ?? dataset.society)
  const span = entry && spanOf(entry, '/release/photos')
  return errorAt(
    'photo/unreadable',
    span,
    `data/${path} is not a JPEG, PNG or WebP image that can be read.`,
    'Save it again as JPEG, with at most 100 megapixels and 64 MiB.',
  )
}
