/** People as a record counts them, with the totals that follow from their parts: nothing reported is `null`, not zero. */
import { ageBands, type People } from '../model/record/activity.ts'

export type AgeBand = (typeof ageBands)[number]
export const sexes = ['female', 'male', 'other'] as const
type Sex = (typeof sexes)[number]
type Reported = number | null

export interface AgeCount extends Readonly<Record<Sex, Reported>> {
  readonly total: Reported
}

export interface HeadCount extends AgeCount {
  readonly with_disability: Reported
  readonly by_age: { readonly [band in AgeBand]?: AgeCount }
  readonly by_place: { readonly [place: string]: number }
}

/** Of the parts that are known; `null` where none is. */
export function sumKnown(parts: readonly (Reported | undefined)[]): Reported {
  let sum: Reported = null
  for (const part of parts) if (part !== null && part !== undefined) sum = (sum ?? 0) + part
  return sum
}

type Written = Pick<People, 'total' | Sex | 'by_age' | 'with_disability'> & {
  readonly by_place?: People['by_place'] | undefined
}

/** Without a total, the sexes make it; without these, the ages (as GO's own form adds them up). */
export function headCountOf(written: Written): HeadCount {
  const by_age = ageCountsOf(written)
  const bands = Object.values(by_age)
  const bySex = sumKnown(sexes.map(sex => written[sex]))
  // Where the whole names a sex, those of the ages may be of a part only.
  const ofSex = (sex: Sex) => (bySex === null ? sumKnown(bands.map(band => band[sex])) : (written[sex] ?? null))
  const [female, male, other] = [ofSex('female'), ofSex('male'), ofSex('other')]
  const byAge = sumKnown(bands.map(band => band.total))
  return {
    total: written.total ?? larger(bySex, byAge),
    female,
    male,
    other,
    with_disability: written.with_disability ?? null,
    by_age,
    by_place: written.by_place ?? nowhere,
  }
}

/** Most tell no place and no age: of these all share what says so. */
const nowhere: HeadCount['by_place'] = {}
const ofNoAge: HeadCount['by_age'] = {}

/** Either may be partial: whoever has an age or a sex is a person. */
function larger(one: Reported, other: Reported): Reported {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

function ageCountsOf({ by_age }: Written): HeadCount['by_age'] {
  if (!by_age) return ofNoAge
  return Object.fromEntries(
    ageBands.flatMap(age => {
      const band = by_age[age]
      if (!band) return []
      const { female = null, male = null, other = null } = band
      return [[age, { female, male, other, total: band.total ?? sumKnown([female, male, other]) }] as const]
    }),
  )
}

/** Parts of a year, or of an activity: each person is in one of them. Nobody reported: `null`. */
export function joinedCount(all: readonly HeadCount[]): HeadCount | null {
  const [only = null] = all
  if (all.length <= 1) return only
  const ageCount = (age: AgeBand): AgeCount => {
    const of = (what: keyof AgeCount) => sumKnown(all.map(({ by_age }) => by_age[age]?.[what]))
    return { total: of('total'), female: of('female'), male: of('male'), other: of('other') }
  }
  const of = (what: keyof AgeCount | 'with_disability') => sumKnown(all.map(count => count[what]))
  const ages = ageBands.filter(age => all.some(({ by_age }) => by_age[age]))
  const places = new Set(all.flatMap(({ by_place }) => Object.keys(by_place)))
  return {
    total: of('total'),
    female: of('female'),
    male: of('male'),
    other: of('other'),
    with_disability: of('with_disability'),
    by_age: Object.fromEntries(ages.map(age => [age, ageCount(age)])),
    by_place: Object.fromEntries(
      [...places].map(place => [place, sumKnown(all.map(({ by_place }) => by_place[place])) ?? 0]),
    ),
  }
}
