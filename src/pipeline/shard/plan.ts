/**
 * The plan of a build in parts, from what its jobs are: every machine that reads the same records comes to the same. It is
 * made before anything is: photos of other parts are not prepared, and reports of other parts not written for it.
 */
import { compare } from '../../model/diagnostic.ts'
import { type Format, pathOf, type WorkName } from '../../model/work.ts'
import { contentOf } from '../digest.ts'
import type { BuildOptions } from '../request.ts'
import type { KeyedWork } from '../work.ts'
import { costOf, costOfPhotos } from './cost.ts'
import { divided, type Weighed } from './divide.ts'
import { askedIn, type ShardMark } from './mark.ts'

/** What one build makes: its own part, or all there is. */
export interface Part {
  readonly works: readonly KeyedWork[]
  readonly isOwn: (job: { readonly path: string }) => boolean
  readonly mark?: ShardMark
}

/** An artifact that is to be. */
interface Planned {
  readonly work: KeyedWork
  readonly format: Format
  readonly path: string
}

type Asked = Pick<BuildOptions, 'selection' | 'date' | 'shard'>
type SignerOf = (planned: Planned) => string | undefined

/** @param signerOf the certificate that an artifact will be signed with */
export function partOf(works: readonly KeyedWork[], { selection, date, shard }: Asked, signerOf: SignerOf): Part {
  if (!shard) return { works, isOwn: () => true }
  const all = works.flatMap(work => work.formats.map(format => ({ work, format, path: pathOf(work, format) })))
  const own = (divided(unitsOf(all), shard.of)[shard.part - 1] ?? []).flatMap(({ planned }) => planned)
  const paths = new Set(own.map(({ path }) => path))
  const asked = askedIn(selection)
  return {
    works: works.filter(work => work.formats.some(format => paths.has(pathOf(work, format)))),
    isOwn: ({ path }) => paths.has(path),
    mark: { ...shard, plan: planOf(all, date, signerOf), all: all.length, ...(asked && { asked }) },
  }
}

interface Unit extends Weighed {
  readonly planned: readonly Planned[]
}

/** The languages of a release show the same photos, and are made where these are prepared; each file of a report is by itself. */
export function unitsOf(all: readonly Planned[]): readonly Unit[] {
  const named = Map.groupBy(all, ({ work, path }) => (work.kind === 'press' ? nameOfRecord(work) : path))
  return [...named].map(([name, planned]) => {
    const photos = new Set(planned.flatMap(({ work }) => work.pictures.map(({ path }) => path))).size
    const each = planned.map(({ work, format }) => costOf(work, format, work.pictures.length))
    return { name, planned, cost: each.reduce((sum, cost) => sum + cost, costOfPhotos(photos)) }
  })
}

const nameOfRecord = ({ kind, year, id }: WorkName): string => `${kind}/${year}/${id}`

/** Of each artifact the digest of all that decides what its renderer is handed; which tools there are, each part says itself. */
function planOf(all: readonly Planned[], date: string | undefined, signerOf: SignerOf): string {
  const lines = all.map(planned => [planned.path, planned.work.key, signerOf(planned) ?? null] as const)
  return contentOf(
    date ?? null,
    lines.toSorted(([a], [b]) => compare(a, b)),
  )
}
