/**
 * What is public at a moment, and lies in the output folder as its records say today.
 *
 * The clock decides what it decides for `build --release`: whether an embargo has ended, and so which releases are selected.
 * It is in no byte: between two ends of embargoes the index is the same, whenever it is made.
 */
import { hasErrors, inOrder, type Outcome } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { Language } from '../../model/text.ts'
import { type Compilation, compile } from '../compile.ts'
import type { Desk } from '../desk.ts'
import { compareWith, withFingerprints } from '../freshness.ts'
import { type DueJob, jobsOf } from '../jobs.ts'
import type { Making } from '../make-jobs.ts'
import { type ManifestEntry, readManifest } from '../manifest.ts'
import { openPhotos } from '../photos.ts'
import { toolsFor } from '../tools.ts'
import type { SiteDoors, SiteOptions } from './request.ts'

export interface PublicWorks {
  readonly compiled: Compilation
  readonly making: Making
  /** Of each public work every artifact. */
  readonly files: readonly ManifestEntry[]
  /** What else the manifest lists: paths. */
  readonly unlisted: readonly string[]
}

/** Nothing where the records or templates have errors, which are told. */
export async function publicWorks(
  desk: Desk,
  { output, renderer, memo }: SiteDoors,
  { asOf, languages, date }: SiteOptions,
): Promise<Outcome<PublicWorks | undefined>> {
  const selection = { paths: [], releaseAsOf: asOf, ...(languages && { languages }) }
  const compiled = await compile(desk, selection, asOf)
  if (hasErrors(compiled.relevant)) return { value: undefined, diagnostics: compiled.relevant }
  const photos = openPhotos(desk, { folder: memo?.photos, force: false })
  const making = { fonts: compiled.templates.fonts, photos, date }
  const { jobs, diagnostics } = await jobsOf(compiled.works, making, desk.memo)
  const told = inOrder([...compiled.relevant, ...diagnostics])
  if (hasErrors(told)) return { value: undefined, diagnostics: told }

  const { artifacts } = await readManifest(output)
  const tools = await toolsFor(
    jobs.map(({ format }) => format),
    renderer,
  )
  const comparing = { output, memo: desk.memo, force: false, keepsSigned: tools }
  const { fresh, due } = await compareWith(artifacts, withFingerprints(jobs, tools), comparing)
  if (due.length > 0) throw behind(due, languages)
  const listed = new Set(fresh.map(({ path }) => path))
  const unlisted = artifacts.map(({ path }) => path).filter(path => !listed.has(path))
  return { value: { compiled, making, files: fresh, unlisted }, diagnostics: told }
}

/** An index of what is not there, or is no longer true, would be worse than none. */
function behind(due: readonly DueJob[], languages: readonly Language[] | undefined): EnvironmentFault {
  const [first] = due
  const rest = due.length > 1 ? said(' and {count} more', { count: due.length - 1 }) : ''
  return new EnvironmentFault(
    said('The output folder is behind the records: {path}{rest} must be built first.', {
      path: first?.path ?? '',
      rest,
    }),
    languages
      ? said('Run khabar build --release --lang {languages}, then khabar site again.', {
          languages: languages.join(','),
        })
      : said('Run khabar build --release, then khabar site again; --lang makes an index of some languages alone.'),
  )
}
