/** Columns of people by sex and age that every sheet of people has, live over a register of activities and one of ages. */
import { ageBands } from '../../model/record/activity.ts'
import { formula } from '../../model/workbook.ts'
import type { AgeShare } from '../breakdown.ts'
import { words } from '../cells.ts'
import { columnOf, type Of } from '../column.ts'
import type { Countable } from '../declared.ts'
import { remainderOf } from '../figures.ts'
import type { AgeBand } from '../head-count.ts'
import { among, here } from '../measures.ts'
import type { Named } from '../report.ts'
import { remainder } from '../within-row.ts'

/** The whole area, each band that anyone reported, and those whose age nobody reported. */
export interface OfPeople {
  readonly area: string
  readonly part: 'whole' | AgeBand | 'rest'
}

export function peopleRows(areas: readonly string[], all: readonly AgeShare[]): readonly OfPeople[] {
  const shares = all.filter(({ counted }) => counted === 1)
  return areas.flatMap(area => {
    const bands = ageBands.filter(age => shares.some(share => share.area === area && share.age === age))
    const parts = ['whole' as const, ...bands, ...(bands.length > 0 ? ['rest' as const] : [])]
    return parts.map(part => ({ area, part }))
  })
}

const ages = { whole: 'report.people.all_ages', rest: 'report.people.no_age' } as const

type Sexes = 'female' | 'male' | 'other'
type Activities<S, R> = Countable<
  S,
  R,
  'area' | 'counted' | 'people_reached' | Sexes | 'not_disaggregated' | 'with_disability'
>
type Ages<S, R> = Countable<S, R, 'area' | 'counted' | 'age' | 'people' | Sexes>

export function peopleColumns<S extends Named, A, B>(activities: Activities<S, A>, byAge: Ages<S, B>) {
  const whole = among(activities, { area: here('area'), counted: 1 })
  const ofAge = among(byAge, { area: here('area'), age: here('age'), counted: 1 })
  const ofAnyAge = among(byAge, { area: here('area'), counted: 1 })

  /** What stands in the row of the whole area, and in that of a band. */
  const parted = <N extends string>(ofArea: Of<S, unknown, N>, ofBand?: Of<S, unknown, N>) =>
    columnOf('count', (row: OfPeople, report: S, own: Parameters<Of<S, unknown, N>>[2]) => {
      if (row.part === 'whole') return ofArea(row, report, own)
      return row.part === 'rest' ? null : ofBand?.(row, report, own)
    })

  const restOf: Of<S, unknown, 'area'> = (row, report, own) => {
    const all = whole.sum('people_reached')(row, report, own)
    const known = ofAnyAge.sum('people')(row, report, own)
    const expression = `IF(${all.expression}="","",${all.expression}-N(${known.expression}))`
    return formula(expression, remainderOf(all.figure, [known.figure]))
  }

  return {
    area_name: columnOf('text', ({ area }: OfPeople, { names }: S) => names.area(area)),
    area: columnOf('code', ({ area }: OfPeople) => area),
    age: columnOf('text', ({ part }: OfPeople) =>
      words(part === 'whole' || part === 'rest' ? ages[part] : `report.ages.${part}`),
    ),
    people: columnOf('count', (row: OfPeople, report: S, own: Parameters<Of<S, unknown, 'area' | 'age'>>[2]) => {
      if (row.part === 'rest') return restOf(row, report, own)
      return (row.part === 'whole' ? whole.sum('people_reached') : ofAge.sum('people'))(row, report, own)
    }),
    female: parted(whole.sum('female'), ofAge.sum('female')),
    male: parted(whole.sum('male'), ofAge.sum('male')),
    other: parted(whole.sum('other'), ofAge.sum('other')),
    not_disaggregated: parted(whole.sum('not_disaggregated'), remainder('people', 'female', 'male', 'other')),
    with_disability: parted(whole.sum('with_disability')),
  } as const
}
