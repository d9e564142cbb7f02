/**
 * People reached, divided as far as the activities divided them: by region, and by age and sex. A division may be
 * partial; its remainder is kept as a row of its own and never spread over the others.
 */
import type { Dataset } from '../model/dataset.ts'
import { ageBands } from '../model/record/activity.ts'
import type { AgeBand, AgeCount } from './head-count.ts'
import type { CountedAs, Ledger, ReportedActivity } from './ledger.ts'

/** Not tied to a region; reached in several regions and not divided among them. */
export const noRegion = '—'
export const notDivided = '…'

interface OfActivity {
  readonly activity: string
  readonly area: string
  readonly counted: CountedAs
}

export interface RegionShare extends OfActivity {
  /** Id of a region, `noRegion` or `notDivided`. */
  readonly region: string
  /** `null`: it took place here, and how many it reached here is not known. */
  readonly people: number | null
}

export interface AgeShare extends OfActivity {
  readonly age: AgeBand
  readonly people: number | null
  readonly female: number | null
  readonly male: number | null
  readonly other: number | null
}

const ofActivity = ({ entry, counted }: ReportedActivity): OfActivity => ({
  activity: entry.id,
  area: entry.data.area,
  counted,
})

export function regionShares(dataset: Dataset, { activities }: Pick<Ledger, 'activities'>): readonly RegionShare[] {
  return activities.flatMap(activity =>
    sharesOf(activity, id => regionOf(dataset, id)).map(share => ({ ...ofActivity(activity), ...share })),
  )
}

type Share = Pick<RegionShare, 'region' | 'people'>

function sharesOf({ entry: { data }, reached }: ReportedActivity, regionFor: RegionFor): readonly Share[] {
  const total = reached?.total ?? null
  const parts = Object.entries(reached?.by_place ?? {})
  const regions = regionsNamed(data.places, Object.keys(reached?.by_place ?? {}), regionFor)
  const [only] = regions
  if (only === undefined) return [{ region: noRegion, people: total }]
  if (regions.length === 1 && parts.length === 0) return [{ region: only, people: total }]
  const divided = parts.reduce((sum, [, people]) => sum + people, 0)
  const rest = total === null ? 0 : total - divided
  return [
    ...regions.map(region => ({ region, people: sumOf(parts.filter(([id]) => regionFor(id) === region)) })),
    ...(rest > 0 ? [{ region: notDivided, people: rest }] : []),
  ]
}

type RegionFor = (id: string) => string | undefined

/** Where it took place, and where it reached anyone. */
const regionsNamed = (places: readonly string[] = [], reached: readonly string[], regionFor: RegionFor) => [
  ...new Set([...places, ...reached].flatMap(id => regionFor(id) ?? [])),
]

/** The one region whose money its money is; nobody says how much of it went to each of several. */
export function regionOfMoney(dataset: Dataset, activity: string): string {
  const data = dataset.activity.get(activity)?.data
  const reached = Object.keys(data?.reached?.by_place ?? {})
  const [only, ...others] = regionsNamed(data?.places, reached, id => regionOf(dataset, id))
  return others.length > 0 ? notDivided : (only ?? noRegion)
}

const sumOf = (parts: readonly (readonly [string, number])[]): number | null =>
  parts.length === 0 ? null : parts.reduce((sum, [, people]) => sum + people, 0)

/** A branch stands for the region in which it works, if there is one. */
function regionOf(dataset: Dataset, id: string): string | undefined {
  const place = dataset.place.get(id)?.data
  return place?.type === 'branch' ? place.region : id
}

export function ageShares({ activities }: Pick<Ledger, 'activities'>): readonly AgeShare[] {
  return activities.flatMap(activity =>
    ageBands.flatMap(age => {
      const band = activity.reached?.by_age[age]
      return band ? [ageShare(activity, age, band)] : []
    }),
  )
}

function ageShare(activity: ReportedActivity, age: AgeBand, { total, female, male, other }: AgeCount): AgeShare {
  return { ...ofActivity(activity), age, people: total, female, male, other }
}
