/** Whom the targets are for, where that was agreed: by sex, age, disability and region. Parts of targets, never added. */
import type { Contribution } from '../../model/figure.ts'
import { ageBands } from '../../model/record/activity.ts'
import type { Indicator } from '../../model/record/agreement.ts'
import type { Text } from '../../model/text.ts'
import { shown, textOr, words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { asReported } from '../figures.ts'
import { sexes } from '../head-count.ts'
import type { ReportedActivity } from '../ledger.ts'
import { regionName } from '../places.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

interface Share {
  readonly sex?: (typeof sexes)[number]
  readonly age?: (typeof ageBands)[number]
  readonly region?: string
  readonly withDisability?: true
  readonly people: number
}

interface Row extends Share {
  readonly of: 'indicator' | 'activity'
  readonly source: Omit<Contribution, 'value'>
  readonly code: string
  readonly name: Text
  readonly area: string
}

const rowsOf = ({ ledger }: Report): readonly Row[] => [
  // A target by sex and age is agreed for the first reporting year.
  ...(ledger.years[0]?.year === ledger.period.year
    ? ledger.agreement.data.indicators.flatMap((indicator, at) =>
        ofIndicator(indicator, { kind: 'agreement', record: ledger.agreement.id, at: `/indicators/${at}` }),
      )
    : []),
  ...ledger.activities.filter(({ counted }) => counted === 1).flatMap(ofActivity),
]

function ofIndicator(
  { code, name, area, target_by_sex = {}, target_by_age = {} }: Indicator,
  source: Row['source'],
): readonly Row[] {
  const of = { of: 'indicator', source, code, name, area } as const
  return [
    ...sexes.flatMap(sex => shareOf({ sex }, target_by_sex[sex])),
    ...ageBands.flatMap(age => shareOf({ age }, target_by_age[age])),
  ].map(share => ({ ...of, ...share }))
}

function ofActivity({ entry: { id, data }, target }: ReportedActivity): readonly Row[] {
  if (!target) return []
  const source = { record: id, at: '/target' }
  const of = { of: 'activity', source, code: id, name: data.name, area: data.area } as const
  return [
    ...sexes.flatMap(sex => shareOf({ sex }, target[sex])),
    ...ageBands.flatMap(age => {
      const band = target.by_age[age]
      const bySex = sexes.flatMap(sex => shareOf({ age, sex }, band?.[sex]))
      return [...shareOf({ age }, band?.total), ...bySex]
    }),
    ...shareOf({ withDisability: true }, target.with_disability),
    ...Object.entries(target.by_place).flatMap(([region, people]) => shareOf({ region }, people)),
  ].map(share => ({ ...of, ...share }))
}

const shareOf = (share: Omit<Share, 'people'>, people: number | null | undefined): readonly Share[] =>
  people === null || people === undefined ? [] : [{ ...share, people }]

export const targets = register({
  sheet: 'targets',
  prefix: 'tgt',
  isThere: report => rowsOf(report).length > 0,
  rows: rowsOf,
  columns: column => ({
    name: column('text', ({ name }, { names }) => textOr(names.text(name))),
    of: column('text', ({ of }) => words(`report.targets.kinds.${of}`)),
    area_name: column('text', ({ area }, { names }) => names.area(area), { choices: namesOf('areas') }),
    sex: column('text', ({ sex }) => sex && words(`report.sexes.${sex}`)),
    age: column('text', ({ age }) => age && words(`report.ages.${age}`), { choices: namesOf('ages') }),
    disability: column('text', ({ withDisability: is }) => is && words('report.answers.yes')),
    region: column('text', ({ region }, report) => region && regionName(report, region)),
    target: column('count', ({ people, source }) =>
      shown(asReported(people, source), Number.isInteger(people) ? 'count' : 'decimal'),
    ),
    code: column('code', ({ code }) => code),
  }),
})
