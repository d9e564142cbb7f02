/** A photo's own credit line (IPTC "Credit Line") stands in where the record gives none. */
import { type Dataset, type EntryMap, type Subject, subjectsIn } from '../model/dataset.ts'
import { type SubjectKind, subjectKinds } from '../model/record/kinds.ts'
import type { Photo } from '../model/record/release.ts'

/** Paths below data/ of the photos whose credit the record does not give. */
export function photosWithoutCredit(dataset: Dataset): readonly string[] {
  const photos = subjectsIn(dataset).flatMap(({ data }) => data.release?.photos ?? [])
  return [...new Set(photos.filter(photo => photo.credit === undefined).map(photo => photo.file))]
}

/** @param credits what the files say of themselves, by path: a name, and so the same in every language. */
export function withCredits(dataset: Dataset, credits: ReadonlyMap<string, string>): Dataset {
  if (credits.size === 0) return dataset
  const { languages } = dataset.society.data
  const credited = (photo: Photo): Photo => {
    const credit = photo.credit === undefined ? credits.get(photo.file) : undefined
    return credit === undefined ? photo : { ...photo, credit: Object.fromEntries(languages.map(tag => [tag, credit])) }
  }
  const inOne = <S extends Subject>(subject: S): S => {
    const { release } = subject.data
    if (!release?.photos) return subject
    return { ...subject, data: { ...subject.data, release: { ...release, photos: release.photos.map(credited) } } }
  }
  const inAll = subjectKinds.map((kind): readonly [SubjectKind, EntryMap<SubjectKind>] => [
    kind,
    new Map([...dataset[kind]].map(([id, each]) => [id, inOne(each)])),
  ])
  return { ...dataset, ...Object.fromEntries(inAll) }
}
