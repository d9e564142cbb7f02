/** What a photo says of itself (IPTC "Credit Line" and "Description") stands in where the record does not say it. */
import type { Dataset, EntryMap, Subject } from '../model/dataset.ts'
import type { PhotoWords } from '../model/media.ts'
import { type SubjectKind, subjectKinds } from '../model/record/kinds.ts'
import type { Photo } from '../model/record/release.ts'

/** Paths below data/ of the photos of which their records do not say all. */
export function photosWithoutWords(subjects: readonly Subject[]): readonly string[] {
  const photos = subjects.flatMap(({ data }) => data.release?.photos ?? [])
  const lacking = photos.filter(({ credit, caption }) => credit === undefined || caption === undefined)
  return [...new Set(lacking.map(photo => photo.file))]
}

/** @param words what the files say of themselves, by path */
export function withOwnWords(dataset: Dataset, words: ReadonlyMap<string, PhotoWords>): Dataset {
  if (words.size === 0) return dataset
  const { languages } = dataset.society.data
  const worded = (photo: Photo): Photo => {
    const { credit, caption = {} } = words.get(photo.file) ?? {}
    const own: Partial<Photo> = {
      ...(Object.keys(caption).length > 0 && { caption }),
      ...(credit !== undefined && { credit: Object.fromEntries(languages.map(tag => [tag, credit])) }),
    }
    return { ...own, ...photo }
  }
  const inOne = <S extends Subject>(subject: S): S => {
    const { release } = subject.data
    if (!release?.photos) return subject
    return { ...subject, data: { ...subject.data, release: { ...release, photos: release.photos.map(worded) } } }
  }
  const inAll = subjectKinds.map((kind): readonly [SubjectKind, EntryMap<SubjectKind>] => [
    kind,
    new Map([...dataset[kind]].map(([id, each]) => [id, inOne(each)])),
  ])
  return { ...dataset, ...Object.fromEntries(inAll) }
}
