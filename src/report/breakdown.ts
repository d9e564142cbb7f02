/**
 * People reached, divided as far as the activities divided them: by region, and by age and sex. A division may be
 * partial; its remainder is kept as a row of its own and never spread over the others.
 */
import type { Dataset } from '../model/dataset.ts'
import { type Activity, ageBands, type People } from '../model/record/activity.ts'
import type { Ledger, ReportedActivity } from './ledger.ts'

/** Not tied to a region; reached in several regions and not divided among them. */
export const noRegion = '—'
export const notDivided = '…'

export interface RegionShare {
  readonly activity: string
  readonly area: string
  readonly counted: boolean
  /** Id of a region, `noRegion` or `notDivided`. */
  readonly region: string
  /** `null`: it took place here, and how many it reached here is not known. */
  readonly people: number | null
}

export type AgeBand = (typeof ageBands)[number]

export interface AgeShare {
  readonly activity: string
  readonly area: string
  readonly counted: boolean
  readonly age: AgeBand
  readonly people: number | null
  readonly female: number | null
  readonly male: number | null
  readonly other: number | null
}

export function regionShares(dataset: Dataset, { activities }: Ledger): readonly RegionShare[] {
  return activities.flatMap(activity => {
    const of = { activity: activity.entry.id, area: activity.entry.data.area, counted: activity.counted }
    return sharesOf(activity.entry.data, id => regionOf(dataset, id)).map(share => ({ ...of, ...share }))
  })
}

type Share = Pick<RegionShare, 'region' | 'people'>

function sharesOf({ places = [], reached }: Activity, regionFor: (id: string) => string | undefined): readonly Share[] {
  const total = reached?.total ?? null
  const parts = Object.entries(reached?.by_place ?? {})
  const named = [...places, ...parts.map(([place]) => place)].flatMap(id => regionFor(id) ?? [])
  const regions = [...new Set(named)]
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
      const band = activity.entry.data.reached?.by_age?.[age]
      return band ? [ageShare(activity, age, band)] : []
    }),
  )
}

function ageShare({ entry, counted }: ReportedActivity, age: AgeBand, band: Pick<People, 'total' | Sex>): AgeShare {
  const { female = null, male = null, other = null } = band
  const split = [female, male, other].flatMap(each => each ?? [])
  const people = band.total ?? (split.length === 0 ? null : split.reduce((sum, each) => sum + each, 0))
  return { activity: entry.id, area: entry.data.area, counted, age, people, female, male, other }
}

type Sex = 'female' | 'male' | 'other'
