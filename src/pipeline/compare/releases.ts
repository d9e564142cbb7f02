/** The releases of two sides: their words in every format, and what differs in the plain text word by word. */
import type { ArtifactChange, ReleaseChange } from '../../compare/comparison.ts'
import { wordsChanged } from '../../compare/words.ts'
import { type Dataset, type Subject, subjectNamed } from '../../model/dataset.ts'
import type { ReleaseModel } from '../../model/document.ts'
import type { Content } from '../../model/render-job.ts'
import { type Format, pathOf, stemOf, type WorkOf } from '../../model/work.ts'
import { namesIn } from '../../press/names.ts'
import { releasesOf, subjectsOf } from '../../press/releases.ts'
import { type ReleaseWriter, writeRelease } from '../../render/beside/beside.ts'
import { releaseWriters } from '../../render/formats.ts'
import { contentOf } from '../digest.ts'
import { surroundings } from '../surroundings.ts'
import type { Sides } from './reports.ts'
import { isWordedAlike, type State } from './state.ts'

export interface ReleaseChanges {
  readonly artifacts: readonly ArtifactChange[]
  readonly releases: readonly ReleaseChange[]
}

export async function changedReleases({ before, after }: Sides): Promise<ReleaseChanges> {
  const ids = [...new Set([before, after].flatMap(({ dataset }) => subjectsOf(dataset).map(({ id }) => id)))]
  const [around, now] = [before, after].map(({ dataset }) => sharedIn(dataset))
  const isAlike = around === now
  const pairs = ids.toSorted().map((id): Pair => {
    const [was, is] = [before, after].map(({ dataset }) => releasedAs(id, dataset))
    const isSame = isAlike && was && is && contentOf(was.data) === contentOf(is.data)
    return { was, is, isSame: isSame === true }
  })
  if (before.templates === after.templates && pairs.every(({ isSame }) => isSame))
    return { artifacts: [], releases: [] }
  const writers = await releaseWriters()
  const found = pairs.flatMap(pair => changedRelease(pair, { before, after, writers }))
  return {
    artifacts: found.flatMap(({ artifacts }) => artifacts),
    releases: found.flatMap(({ releases }) => releases),
  }
}

/** What every release may print besides its own record. */
function sharedIn({ society, organization, person, place }: Dataset): string {
  const regions = [...place.values()].map(({ id, data }) => [id, data.name])
  return contentOf(
    [society, ...organization.values(), ...person.values()].map(({ kind, id, data }) => [kind, id, data]),
    regions,
  )
}

function releasedAs(id: string, dataset: Dataset): Subject | undefined {
  const subject = subjectNamed(dataset, id)
  return subject && subjectsOf(dataset).includes(subject) ? subject : undefined
}

interface Pair {
  readonly was: Subject | undefined
  readonly is: Subject | undefined
  /** Nothing that the two are made of differs, but perhaps words of templates. */
  readonly isSame: boolean
}

interface Writing {
  readonly before: State
  readonly after: State
  readonly writers: ReadonlyMap<Format, ReleaseWriter>
}

function changedRelease({ was, is, isSame }: Pair, writing: Writing): readonly ReleaseChanges[] {
  const { before, after } = writing
  const languages = [...new Set([after, before].flatMap(({ dataset }) => dataset.society.data.languages))]
  const asked = isSame ? languages.filter(each => !isWordedAlike([before, after], 'pageWords', each)) : languages
  if (asked.length === 0) return []
  const [old, now] = [toldOf(was, before), toldOf(is, after)]
  return asked.flatMap(language => {
    const [one, other] = [old, now].map(told => told.find(each => each.language === language))
    const isAlike = one && other && contentOf(one) === contentOf(other)
    if (isAlike && isWordedAlike([before, after], 'pageWords', language)) return []
    const named = other ?? one
    if (!named) return []
    const contents = [written(one, old, before, writing), written(other, now, after, writing)] as const
    return [changeOf(named, contents)]
  })
}

type Told = readonly WorkOf<ReleaseModel>[]

const toldOf = (subject: Subject | undefined, { dataset }: State): Told =>
  subject ? releasesOf(subject, dataset).value : []

type Contents = ReadonlyMap<Format, Content>

function written(
  release: WorkOf<ReleaseModel> | undefined,
  told: Told,
  { dataset, templates }: State,
  { writers }: Writing,
): Contents | undefined {
  if (!release) return undefined
  const around = surroundings(
    dataset,
    told.map(({ language }) => language),
  )
  return writeRelease(release, { templates, around, namesIn, writers }).value
}

function changeOf(
  named: WorkOf<ReleaseModel>,
  [old, now]: readonly [Contents | undefined, Contents | undefined],
): ReleaseChanges {
  const formats = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].toSorted()
  const artifacts = formats.flatMap((format): readonly ArtifactChange[] => {
    const path = pathOf(named, format)
    const [was, is] = [old?.get(format), now?.get(format)]
    if (!was || !is) return [{ path, status: was ? 'removed' : 'added' }]
    return contentOf(was) === contentOf(is) ? [] : [{ path, status: 'changed' }]
  })
  const [was, is] = [textOf(old), textOf(now)]
  const releases = was === is ? [] : [{ release: stemOf(named), words: wordsChanged(was, is) }]
  return { artifacts, releases }
}

function textOf(contents: Contents | undefined): string {
  const text = contents?.get('txt')
  return text && 'text' in text ? text.text : ''
}
