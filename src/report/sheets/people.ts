/** People reached by sex, age and disability, area by area: as reported, with what is not divided, never rescaled. */
import { ageBands } from '../../model/record/activity.ts'
import { formula } from '../../model/workbook.ts'
import { areasOf } from '../areas.ts'
import { ageShares } from '../breakdown.ts'
import { words } from '../cells.ts'
import { columnOf, type Of } from '../column.ts'
import { remainderOf } from '../figures.ts'
import type { AgeBand } from '../head-count.ts'
import { among, here } from '../measures.ts'
import { activities } from '../registers/activities.ts'
import { byAge } from '../registers/ages.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'
import { remainder } from '../within-row.ts'

/** The whole area, each band that anyone reported, and those whose age nobody reported. */
interface Row {
  readonly area: string
  readonly part: 'whole' | AgeBand | 'rest'
}

function rowsOf(report: Report): readonly Row[] {
  const shares = ageShares(report.ledger).filter(({ counted }) => counted === 1)
  return areasOf(report).flatMap(area => {
    const bands = ageBands.filter(age => shares.some(share => share.area === area && share.age === age))
    const parts = ['whole' as const, ...bands, ...(bands.length > 0 ? ['rest' as const] : [])]
    return parts.map(part => ({ area, part }))
  })
}

const whole = among(activities, { area: here('area'), counted: 1 })
const ofAge = among(byAge, { area: here('area'), age: here('age'), counted: 1 })
const ofAnyAge = among(byAge, { area: here('area'), counted: 1 })

/** What stands in the row of the whole area, and in that of a band. */
const parted = <N extends string>(ofArea: Of<Report, unknown, N>, ofBand?: Of<Report, unknown, N>) =>
  columnOf('count', (row: Row, report: Report, own: Parameters<Of<Report, unknown, N>>[2]) => {
    if (row.part === 'whole') return ofArea(row, report, own)
    return row.part === 'rest' ? null : ofBand?.(row, report, own)
  })

const restOf: Of<Report, unknown, 'area'> = (row, report, own) => {
  const all = whole.sum('people_reached')(row, report, own)
  const known = ofAnyAge.sum('people')(row, report, own)
  const expression = `IF(${all.expression}="","",${all.expression}-N(${known.expression}))`
  return formula(expression, remainderOf(all.figure, [known.figure]))
}

const ages = { whole: 'report.people.all_ages', rest: 'report.people.no_age' } as const

const bySex = ['female', 'male', 'other', 'not_disaggregated'] as const
const agesOf = (id: string, { names }: Report) =>
  ({
    chart: 'age',
    about: names.area(id),
    type: 'stacked-bar',
    categories: 'age',
    series: bySex,
    rows: ({ area, part }: Row) => area === id && part !== 'whole',
  }) as const

export const people = table({
  sheet: 'people',
  prefix: 'ppl',
  rows: rowsOf,
  strong: ({ part }) => part === 'whole',
  columns: column => ({
    area: column('code', ({ area }) => area),
    area_name: column('text', ({ area }, { names }) => names.area(area)),
    age: column('text', ({ part }) => words(part === 'whole' || part === 'rest' ? ages[part] : `report.ages.${part}`)),
    people: column('count', (row, report, own: Parameters<Of<Report, unknown, 'area' | 'age'>>[2]) => {
      if (row.part === 'rest') return restOf(row, report, own)
      return (row.part === 'whole' ? whole.sum('people_reached') : ofAge.sum('people'))(row, report, own)
    }),
    female: parted(whole.sum('female'), ofAge.sum('female')),
    male: parted(whole.sum('male'), ofAge.sum('male')),
    other: parted(whole.sum('other'), ofAge.sum('other')),
    not_disaggregated: parted(whole.sum('not_disaggregated'), remainder('people', 'female', 'male', 'other')),
    with_disability: parted(whole.sum('with_disability')),
  }),
  below: report => [
    'note',
    [
      {
        chart: 'sex',
        type: 'stacked-bar',
        categories: 'area_name',
        series: bySex,
        rows: ({ part }) => part === 'whole',
      },
      ...areasOf(report).map(id => agesOf(id, report)),
    ],
  ],
})
