/** A photo's own credit line (IPTC "Credit Line") stands in where the record gives none. */
import type { Dataset, Entry, EntryMap } from '../model/dataset.ts'
import type { Photo } from '../model/record/release.ts'

type Subject = 'meeting' | 'activity'

/** Paths below data/ of the photos whose credit the record does not give. */
export function photosWithoutCredit({ meeting, activity }: Dataset): readonly string[] {
  const photos = [...meeting.values(), ...activity.values()].flatMap(each => each.data.release?.photos ?? [])
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
  const inAll = <K extends Subject>(entries: EntryMap<K>): EntryMap<K> =>
    new Map([...entries].map(([id, entry]) => [id, inOne(entry)]))
  const inOne = <K extends Subject>(entry: Entry<K>): Entry<K> => {
    const { release } = entry.data
    if (!release?.photos) return entry
    return { ...entry, data: { ...entry.data, release: { ...release, photos: release.photos.map(credited) } } }
  }
  return { ...dataset, meeting: inAll(dataset.meeting), activity: inAll(dataset.activity) }
}
