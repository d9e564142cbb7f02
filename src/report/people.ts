/** People reached by sex, age and disability, area by area: as reported, with what is not divided, never rescaled. */
import { ageBands } from '../model/record/activity.ts'
import { formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { areasOf } from './areas.ts'
import { type AgeBand, type AgeShare, ageShares } from './breakdown.ts'
import { columns, recordsOf, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import { type Contribution, differenceOf, peopleOf, sumOf } from './figures.ts'
import { type Condition, countedActivities, reportedSum } from './formulas.ts'
import type { ReportedActivity } from './ledger.ts'

const peopleColumns = columns({
  area: 'code',
  area_name: 'text',
  age: 'text',
  people: 'count',
  female: 'count',
  male: 'count',
  other: 'count',
  not_disaggregated: 'count',
  with_disability: 'count',
})

export function peopleSheet(report: Report): SheetModel {
  return {
    sheet: 'people',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.people.title' },
      { block: 'paragraph', style: 'intro', key: 'report.people.intro' },
      {
        block: 'table',
        name: 'People',
        prefix: 'ppl',
        filter: false,
        columns: peopleColumns,
        rows: areasOf(report).flatMap(area => areaRows(report, area)),
      },
      { block: 'paragraph', style: 'note', key: 'report.people.note' },
    ],
  }
}

/** The whole area, each band that anyone reported, and those whose age nobody reported. */
function areaRows(report: Report, area: string): readonly RowModel[] {
  const counted = report.ledger.activities.filter(each => each.counted && each.entry.data.area === area)
  const shares = ageShares({ activities: counted })
  const bands = ageBands.filter(age => shares.some(share => share.age === age))
  const place = { report, area, shares }
  return [
    wholeRow(place, counted),
    ...bands.map(age => bandRow(place, age)),
    ...(bands.length > 0 ? [restRow(place, counted)] : []),
  ]
}

interface Place {
  readonly report: Report
  readonly area: string
  readonly shares: readonly AgeShare[]
}

const naming = ({ report, area }: Place) => ({ area: value(area), area_name: value(report.names.area(area)) })
const here = (column: string, { area }: Place): Condition => ({ column, equals: '[@area]', value: area })

function wholeRow(place: Place, counted: readonly ReportedActivity[]): RowModel {
  const conditions = [here('act_Area', place), countedActivities]
  const of = (what: 'female' | 'male' | 'other' | 'with_disability') =>
    sumOf(
      counted.map(({ entry }) => ({ record: entry.id, value: entry.data.reached?.[what] ?? null })),
      'people',
    )
  const people = peopleOf(counted, 'reached')
  const figures = { female: of('female'), male: of('male'), other: of('other'), with_disability: of('with_disability') }
  const undivided = sumOf(counted.map(undividedOf), 'people')
  return {
    strong: true,
    records: recordsOf([people, ...Object.values(figures)]),
    cells: {
      ...naming(place),
      age: words('report.people.all_ages'),
      people: formula(reportedSum('act_PeopleReached', conditions), people),
      female: formula(reportedSum('act_Female', conditions), figures.female),
      male: formula(reportedSum('act_Male', conditions), figures.male),
      other: formula(reportedSum('act_Other', conditions), figures.other),
      not_disaggregated: formula(reportedSum('act_NotDisaggregated', conditions), undivided),
      with_disability: formula(reportedSum('act_WithDisability', conditions), figures.with_disability),
    },
  }
}

function undividedOf({ entry }: ReportedActivity): Contribution {
  const { total, female = 0, male = 0, other = 0 } = entry.data.reached ?? {}
  return { record: entry.id, value: total === undefined ? null : total - female - male - other }
}

function bandRow(place: Place, age: AgeBand): RowModel {
  const own = place.shares.filter(share => share.age === age)
  // An age such as “2–5” could be read as a day: it is compared as a text.
  const conditions = [here('age_Area', place), { column: 'age_Age', equals: '[@age]', value: age }, countedAges]
  const of = (what: 'people' | 'female' | 'male' | 'other') =>
    sumOf(
      own.map(share => ({ record: share.activity, value: share[what] })),
      'people',
    )
  const [people, female, male, other] = [of('people'), of('female'), of('male'), of('other')]
  const split = sumOf(
    [female, male, other].map(({ value: sum }) => ({ record: '', value: sum })),
    'people',
  )
  return {
    records: people.records,
    cells: {
      ...naming(place),
      age: words(`report.ages.${age}`),
      people: formula(reportedSum('age_People', conditions), people),
      female: formula(reportedSum('age_Female', conditions), female),
      male: formula(reportedSum('age_Male', conditions), male),
      other: formula(reportedSum('age_Other', conditions), other),
      not_disaggregated: formula(
        'IF([@people]="","",[@people]-N([@female])-N([@male])-N([@other]))',
        differenceOf(people, { ...split, records: people.records }),
      ),
    },
  }
}

const countedAges: Condition = { column: 'age_Counted', equals: '1' }

function restRow(place: Place, counted: readonly ReportedActivity[]): RowModel {
  const people = peopleOf(counted, 'reached')
  const banded = sumOf(
    place.shares.map(share => ({ record: share.activity, value: share.people })),
    'people',
  )
  const all = reportedSum('act_PeopleReached', [here('act_Area', place), countedActivities])
  const known = reportedSum('age_People', [here('age_Area', place), countedAges])
  return {
    records: people.records,
    cells: {
      ...naming(place),
      age: words('report.people.no_age'),
      people: formula(`IF(${all}="","",${all}-N(${known}))`, differenceOf(people, banded)),
    },
  }
}
