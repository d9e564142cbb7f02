/** Which artifacts a build is asked for, and whose mistakes stop it. */

import {
  allIn,
  type Dataset,
  type Entry,
  recordNamed,
  type Subject,
  subjectNamed,
  subjectsIn,
} from '../model/dataset.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { suggest } from '../model/nearest.ts'
import type { Activity } from '../model/record/activity.ts'
import { kindNames } from '../model/record/kinds.ts'
import type { Meeting } from '../model/record/meeting.ts'
import { allOf, anyOf, said } from '../model/said.ts'
import { allPartners, type Work } from '../model/work.ts'
import { isPast } from '../press/embargo.ts'
import { isTemplate } from './workspace.ts'

export interface Selection {
  /** Files or folders from the root, '/'-separated. Empty: everything. */
  readonly paths: readonly string[]
  /** `workbook`: reports without their summaries on paper, which need a browser. */
  readonly only?: 'press' | 'report' | 'workbook'
  readonly year?: number
  /** Id of an organization. */
  readonly partner?: string
  readonly languages?: readonly string[]
  /** Leaves drafts, withheld and embargoed releases out, as of this moment (ISO 8601, UTC). */
  readonly releaseAsOf?: string
}

/** A selection that asks for less than everything removes nothing that it does not ask for. */
export function isPartial({ paths, only, year, partner, languages }: Selection): boolean {
  return paths.length > 0 || [only, year, partner, languages].some(each => each !== undefined)
}

/** Told where nothing else is wrong: a typo must not pass for a build that had nothing to do. */
export function nothingSelected(selection: Selection, { society, organization }: Dataset): readonly Diagnostic[] {
  const { paths, year, partner, languages } = selection
  const filters = [
    ...(paths.length > 0 ? [said('rests on {paths}', { paths: anyOf(paths) })] : []),
    ...(year === undefined ? [] : [said('is of {year}', { year })]),
    ...(partner === undefined ? [] : [said('is of “{partner}”', { partner })]),
    ...(languages ? [said('is in {languages}', { languages: anyOf(languages) })] : []),
  ]
  if (filters.length === 0) return []
  const published = society.data.languages
  const message = said('Nothing is selected: no artifact {filters}.', { filters: allOf(filters) })
  const isPublished = languages?.some(each => published.includes(each)) ?? true
  const hints = [
    ...(partner === undefined || organization.has(partner) ? [] : suggest(partner, [...organization.keys()])),
    ...(isPublished ? [] : [said('The society publishes in {published}.', { published: published.join(', ') })]),
    said('khabar build --dry-run names all that there is.'),
  ]
  return [errorAt('build/not-selected', undefined, message, ...hints)]
}

/**
 * Ids of the records whose releases a build can be asked for, where that is known before any is told: releases by path
 * alone. A release rests on its own record and on what all share, never on another that has one.
 */
export function subjectsToTell(
  { paths, only }: Selection,
  dataset: Dataset,
  leftOut: readonly { readonly path: string }[],
): ReadonlySet<string> | undefined {
  if (only !== 'press' || paths.length === 0) return undefined
  const isNamed = (file: string): boolean => paths.some(path => isWithin(file, path))
  const subjects = subjectsIn(dataset)
  const own = new Set<Entry>(subjects)
  const shared = allIn(dataset).filter(entry => !own.has(entry))
  if ([...leftOut.map(({ path }) => path), ...shared.map(fileOf)].some(isNamed)) return undefined
  const asked = subjects.filter(subject => [fileOf(subject), ...photosOf(subject)].some(isNamed))
  return new Set(asked.map(({ id }) => id))
}

export function isSelected(work: Work, selection: Selection, dataset: Dataset): boolean {
  const { paths, only, year, partner, languages } = selection
  if (only && work.kind !== (only === 'press' ? 'press' : 'report')) return false
  if (year !== undefined && work.year !== year) return false
  if (languages && !languages.includes(work.language)) return false
  if (partner !== undefined && !concerns(work, partner, dataset)) return false
  if (paths.length > 0 && !filesOf(work, dataset).some(file => paths.some(path => isWithin(file, path)))) return false
  return selection.releaseAsOf === undefined || isPublic(work, selection.releaseAsOf, dataset)
}

/**
 * The mistakes that stop this build. Everything that is asked for whole stops at any mistake. A path needs its own files
 * and those its artifacts rest on; a report rests on all that could have been part of it.
 */
export function relevant(
  diagnostics: readonly Diagnostic[],
  selection: Selection,
  works: readonly Work[],
  loaded: { readonly value: Dataset | undefined; readonly leftOut: readonly { readonly path: string }[] },
): readonly Diagnostic[] {
  const { value: dataset, leftOut } = loaded
  if (!dataset || !isPartial(selection) || works.length === 0) return diagnostics
  const isNamed = (path: string): boolean => selection.paths.some(each => isWithin(path, each))
  if (leftOut.some(each => isNamed(each.path))) return diagnostics
  const files = new Set(works.flatMap(work => filesOf(work, dataset)))
  const broad = selection.paths.length === 0 || works.some(work => work.kind === 'report')
  return diagnostics.filter(({ span }) => {
    const path = span?.file.path
    if (path === undefined || files.has(path) || isTemplate(path)) return true
    return (broad && !isOtherYear(path, works)) || isNamed(path)
  })
}

function isOtherYear(path: string, works: readonly Work[]): boolean {
  const year = /^data\/[^/]+\/(\d{4})\//.exec(path)?.[1]
  return year !== undefined && !works.some(work => work.year === Number(year))
}

/** The records that a work rests on, and the photos of its release. */
function filesOf(work: Work, dataset: Dataset): readonly string[] {
  const subject = work.kind === 'press' ? subjectNamed(dataset, work.id) : undefined
  const records = work.records.flatMap(id => recordsOf(id, dataset).map(fileOf))
  return [...records, ...(subject ? photosOf(subject) : [])]
}

const fileOf = ({ origin }: Entry): string => origin.file.path
const photosOf = ({ data }: Subject): readonly string[] =>
  (data.release?.photos ?? []).map(({ file }) => `data/${file}`)

/** Ids are unique within a kind only; a name that two kinds share counts for both. */
function recordsOf(id: string, dataset: Dataset): readonly Entry[] {
  return kindNames.flatMap(kind => recordNamed(dataset, kind, id) ?? [])
}

function concerns(work: Work, partner: string, dataset: Dataset): boolean {
  const isOf = (id: string): boolean => dataset.agreement.get(id)?.data.partner === partner
  // A partner is sent what is its own: the report over all partners shows the money of the others too.
  if (work.kind === 'report' && work.id === allPartners) return false
  if (work.kind === 'report') return work.records.some(isOf)
  return work.records.some(id => {
    const { partners, funding }: Partnership = subjectNamed(dataset, id)?.data ?? {}
    return partners?.includes(partner) || funding?.some(share => isOf(share.agreement))
  })
}

/** Whose a record with a release is, in whichever of the two ways its kind says it. */
type Partnership = Partial<Pick<Meeting, 'partners' | 'release'> & Pick<Activity, 'funding'>>

/** Only releases can be held back; reports are always fit to publish. */
export function isPublic(work: Work, asOf: string, dataset: Dataset): boolean {
  if (work.kind !== 'press') return true
  const release = work.records.map(id => subjectNamed(dataset, id)).find(Boolean)?.data.release
  if (release?.status !== 'approved') return false
  return release.embargo_until === undefined || isPast(release.embargo_until, asOf)
}

/** `path` names the file itself or a folder above it. */
export function isWithin(file: string, path: string): boolean {
  return file === path || file.startsWith(path.endsWith('/') ? path : `${path}/`) || path === '' || path === '.'
}
