/** What is public and lies in the output folder: releases by record, in each of their languages, and reports. */
import { compare } from '../model/diagnostic.ts'
import type { Language } from '../model/text.ts'
import type { Format, WorkName } from '../model/work.ts'
import type { Released } from './released.ts'

/** A file below the output folder, as the manifest lists it. */
export interface PublishedFile {
  readonly format: Format
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
}

export interface Published {
  readonly work: WorkName
  readonly files: readonly PublishedFile[]
}

export interface PublishedRelease extends Published {
  readonly told: Released
  /** Of the first page of its PDF. */
  readonly picture: Picture | undefined
}

export interface Picture {
  readonly path: string
  readonly width: number
  readonly height: number
}

/** Of each record the release in this language, or else in the first in which there is one; latest first. */
export function inOneLanguage(
  releases: readonly PublishedRelease[],
  language: Language,
  languages: readonly Language[],
): readonly PublishedRelease[] {
  const order = [language, ...languages]
  const byRecord = Map.groupBy(releases, ({ work }) => work.id)
  const chosen = [...byRecord.values()].flatMap(
    all => order.flatMap(each => all.filter(({ work }) => work.language === each))[0] ?? [],
  )
  return latestFirst(chosen)
}

export const latestFirst = (releases: readonly PublishedRelease[]): readonly PublishedRelease[] =>
  releases.toSorted(
    (a, b) =>
      Date.parse(b.told.published) - Date.parse(a.told.published) ||
      compare(b.told.day, a.told.day) ||
      compare(a.work.id, b.work.id),
  )

export const fileIn = ({ files }: Published, format: Format): PublishedFile | undefined =>
  files.find(each => each.format === format)

/** What is read first: the web page, where the work has one. */
export const firstFileOf = (published: Published): PublishedFile | undefined =>
  fileIn(published, 'html') ?? fileIn(published, 'pdf') ?? published.files[0]
