/** Public works with what the index tells of them: a release off its own .json, a report off its summary. */
import type { Outcome } from '../../model/diagnostic.ts'
import { stemOf } from '../../model/work.ts'
import { formatOf } from '../../render/formats.ts'
import { pictureOf } from '../../site/addresses.ts'
import type { PublishedReport } from '../../site/page-model.ts'
import type { Published, PublishedFile, PublishedRelease } from '../../site/published.ts'
import { type Released, releasedIn } from '../../site/released.ts'
import type { Desk } from '../desk.ts'
import type { ManifestEntry } from '../manifest.ts'
import { stepsWith } from '../memo/steps.ts'
import type { OutputFolder } from '../workspace.ts'
import type { PublicWorks } from './public-works.ts'
import { reportCards } from './report-cards.ts'
import type { SiteDoors } from './request.ts'

export interface PublishedWorks {
  readonly releases: readonly PublishedRelease[]
  readonly reports: readonly PublishedReport[]
}

export async function publishedOf(
  { compiled, files }: PublicWorks,
  { inputs, memo }: Desk,
  { output, renderer }: SiteDoors,
): Promise<Outcome<PublishedWorks>> {
  const { works, templates } = compiled
  const dataset = compiled.loaded.value
  if (!dataset) return { value: { releases: [], reports: [] }, diagnostics: [] }
  const byWork = Map.groupBy(files, ({ work }) => (work ? stemOf(work) : ''))
  const all = works.map((work): Published & { work: typeof work } => ({
    work,
    files: (byWork.get(stemOf(work)) ?? []).flatMap(fileOf),
  }))
  const press = all.filter(({ work }) => work.kind === 'press')
  const releases: PublishedRelease[] = []
  for (const each of press) {
    const told = await toldOf(each, output)
    if (told) releases.push({ ...each, told, picture: { path: pictureOf(each.work), ...renderer.pictureSize } })
  }
  const reports = all.filter(({ work }) => work.kind === 'report')
  const read = [...inputs.sources().files, ...inputs.templates().texts, ...inputs.templates().shipped]
  const cards = reportCards(
    reports.map(({ work }) => work),
    { dataset, templates, steps: stepsWith(memo, read) },
  )
  const carded = reports.flatMap(each => {
    const card = cards.value[stemOf(each.work)]
    return card ? [{ ...each, card }] : []
  })
  return { value: { releases, reports: carded }, diagnostics: cards.diagnostics }
}

function fileOf({ path, sha256: hash, bytes, format }: ManifestEntry): readonly PublishedFile[] {
  if (format === undefined) return []
  return [{ format, path, sha256: hash, bytes, mediaType: formatOf(format).mediaType }]
}

async function toldOf({ files }: Published, output: OutputFolder): Promise<Released | undefined> {
  const path = files.find(({ format }) => format === 'json')?.path
  const bytes = path === undefined ? undefined : await output.read(path)
  return bytes && releasedIn(new TextDecoder().decode(bytes))
}
