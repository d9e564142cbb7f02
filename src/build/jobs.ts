/** Compiled pages and workbooks as jobs for the renderer, with the bytes of fonts and photos. */

import { spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { Asset, Planned, RenderJob } from '../model/render-job.ts'
import { namesIn } from '../press/names.ts'
import { pathBeside } from '../render/beside/surroundings.ts'
import { preparePhoto, UnreadablePhoto } from '../render/photo.ts'
import type { Page } from './press-works.ts'
import type { Compiled } from './works.ts'
import type { Workspace } from './workspace.ts'

export interface Jobs {
  readonly jobs: readonly RenderJob[]
  readonly diagnostics: readonly Diagnostic[]
}

/** @param date dates every artifact in place of its record. */
export async function jobsOf(compiled: Compiled, workspace: Workspace, date?: string): Promise<Jobs> {
  const fonts = [...compiled.templates.fonts].map(([path, bytes]): Asset => ({ path, type: 'font/ttf', bytes }))
  const photos = await readPhotos(compiled.pages.flatMap(picturesOf), workspace)
  const pages: RenderJob[] = []
  const diagnostics: Diagnostic[] = []
  for (const page of compiled.pages) {
    const shown = picturesOf(page).map(({ path, src }) => ({ path, src, bytes: photos.get(path) }))
    for (const each of shown) if (!each.bytes) diagnostics.push(unreadable(each.path, page, compiled))
    const pictures = shown.flatMap(({ src, bytes }): Asset[] =>
      bytes ? [{ path: src, type: 'image/jpeg', bytes }] : [],
    )
    pages.push(...jobsOfPage(page, { fonts, pictures }, date))
  }
  const books = compiled.workbooks.map(
    (plan): RenderJob => ({ ...placeOf(plan, date), format: 'xlsx', workbook: plan.workbook }),
  )
  const summaries = compiled.summaries.flatMap((plan): RenderJob[] =>
    plan.printed ? [{ ...placeOf(plan, date), format: 'pdf', assets: fonts, ...plan.printed }] : [],
  )
  return { jobs: [...pages, ...books, ...summaries], diagnostics }
}

/** The PDF and what stands beside it, which no browser is needed for. */
function jobsOfPage(
  page: Page,
  { fonts, pictures }: { readonly fonts: readonly Asset[]; readonly pictures: readonly Asset[] },
  date?: string,
): readonly RenderJob[] {
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

/** Each photo is read and scaled once, and shared by the languages; a few at a time, since each may be large. */
async function readPhotos(
  pictures: readonly { readonly path: string }[],
  workspace: Workspace,
): Promise<ReadonlyMap<string, Uint8Array | undefined>> {
  const photos = new Map<string, Uint8Array | undefined>()
  const queue = [...new Set(pictures.map(({ path }) => path))]
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift())
      photos.set(path, await readPhoto(path, workspace))
  }
  await Promise.all(Array.from({ length: photosAtOnce }, work))
  return photos
}

/** Four do their work beside Node, which has so many threads for it. */
const photosAtOnce = 4

async function readPhoto(path: string, workspace: Workspace): Promise<Uint8Array | undefined> {
  try {
    return (await preparePhoto(await workspace.readMedia(path))).jpeg
  } catch (error) {
    if (error instanceof UnreadablePhoto) return undefined
    throw error
  }
}

function unreadable(path: string, page: Page, { dataset }: Compiled): Diagnostic {
  const [id = ''] = page.records
  const entry = dataset?.meeting.get(id) ?? dataset?.activity.get(id) ?? dataset?.society
  const span = entry && spanOf(entry, '/release/photos')
  return errorAt(
    'photo/unreadable',
    span,
    `data/${path} is not a JPEG, PNG or WebP image that can be read.`,
    'Save it again as JPEG, with at most 100 megapixels and 64 MiB.',
  )
}
