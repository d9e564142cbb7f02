/** data/agreements/<id>.yaml: what a partner and the society agreed, for a year or several, and how it went. */
import { type Static, Type } from 'typebox'
import { ownCodePattern } from '../own-codes.ts'
import { text } from '../text.ts'
import { ageBands } from './activity.ts'
import {
  accepts,
  amount,
  anArea,
  byYear,
  choice,
  count,
  currency,
  day,
  firstMonth,
  id,
  line,
  moment,
  month,
  ofTheDay,
  record,
} from './fields.ts'

export const rateRules = ['fixed', 'day', 'month', 'average'] as const
export const reportPeriods = ['year', 'half-year', 'quarter', 'final'] as const

const rate = record('A rate used in the report; shown beside every converted sum.', {
  from: currency,
  to: currency,
  rate: Type.Number({
    exclusiveMinimum: 0,
    description: 'How many units of `to` one unit of `from` is worth, in the direction in which it was published.',
  }),
  date: Type.Optional(day('Day of the rate; or `month`.')),
  month: Type.Optional(month('Month of the rate; or `date`.')),
  source: text('Who published it.'),
})

const budgetRevision = record('A change of a budget line.', {
  date: day('When it was agreed.'),
  amount: Type.Optional(amount('The new amount for the whole life of the agreement.')),
  by_year: Type.Optional(byYear(amount('The new amount for the year.'), 'New amounts of years; the others stay.')),
  reason: text('Why.'),
})

const budgetLine = record('A line of the budget.', {
  line: id('Id of the line, used by activities.'),
  area: id('Area of cooperation.', anArea),
  name: text('Name of the line.'),
  amount: amount('For the whole life of the agreement, as first agreed, in its currency.'),
  by_year: Type.Optional(
    ofTheDay(byYear(amount('For the year.'), 'Of an agreement over several years, what falls to each.')),
  ),
  revisions: Type.Optional(
    ofTheDay(
      Type.Array(budgetRevision, { minItems: 1, description: 'Changes agreed since, in the order of their days.' }),
    ),
  ),
  explanation: Type.Optional(ofTheDay(text('Why expenditure lies outside the threshold.'))),
})

const instalment = record('Money received from the partner.', {
  date: day('When it was received.'),
  amount: amount('How much.'),
  currency: Type.Optional(currency),
  note: Type.Optional(text('For what, or under which number.')),
})

const target = (description: string) => Type.Optional(Type.Number({ minimum: 0, description }))
const targets = {
  total: target('For the year.'),
  q1: target('First quarter.'),
  q2: target('Second quarter.'),
  q3: target('Third quarter.'),
  q4: target('Fourth quarter.'),
}

/** `null` or absent is not agreed or not reported, which is not zero. */
const yearlyTarget = record("Target of the year, whole and by quarter of the agreement's own year.", targets)

const targetRevision = record('A change of a target.', {
  date: day('When it was agreed.'),
  year: Type.Optional(
    Type.Integer({
      minimum: 1990,
      maximum: 2100,
      description: 'Calendar year in which the reporting year begins. Default: the first.',
    }),
  ),
  ...targets,
  reason: text('Why.'),
})

export const indicatorLevels = ['goal', 'outcome', 'output'] as const
export const indicatorUnits = [
  'people',
  'events',
  'items',
  'structures',
  'cases',
  'messages',
  'calls',
  'percent',
  'volunteers',
  'documents',
  'households',
  'days',
  'km',
  'money',
  'yes-no',
] as const
export const rollUpRules = ['sum', 'max', 'average', 'latest'] as const

const indicator = record('A row of the indicator tracking table.', {
  code: Type.String({
    pattern: '^[A-Z0-9][A-Z0-9.-]{0,19}$',
    description: 'Code, stable across years of the programme: EPR-1.',
  }),
  level: choice(indicatorLevels, 'Level in the logical framework.'),
  area: id('Area of cooperation.', anArea),
  name: text('What is measured.'),
  definition: Type.Optional(text('What counts and what does not.')),
  unit: Type.String({
    pattern: ownCodePattern,
    examples: [...indicatorUnits],
    description: `Unit: ${indicatorUnits.join(', ')}; or a code of your own (letters a-z, digits, hyphens) with \`unit_name\`, or one that templates/wording names.`,
  }),
  unit_name: Type.Optional(text('Words for a unit of your own.')),
  direction: Type.Optional(
    choice(['rising', 'falling'], 'falling: less is better, such as days of waiting. Default: rising.'),
  ),
  may_exceed_100: Type.Optional(Type.Boolean({ description: 'true: this percentage may be above 100.' })),
  replaces: Type.Optional(ofTheDay(line('Code that it had in the earlier agreement of this programme.'))),
  fdrs_code: Type.Optional(line('FDRS indicator.')),
  parent: Type.Optional(line('Code of the indicator of which this one is a part; it may not exceed it.')),
  baseline: Type.Optional(
    ofTheDay(
      record('Where it stood before.', {
        value: Type.Number({ minimum: 0, description: 'Value.' }),
        date: day('As of.'),
      }),
    ),
  ),
  life_target: Type.Optional(
    ofTheDay(Type.Number({ minimum: 0, description: 'Target for the life of the programme.' })),
  ),
  target: Type.Optional(ofTheDay(yearlyTarget)),
  target_by_year: Type.Optional(ofTheDay(byYear(yearlyTarget, 'Targets of an agreement over several years.'))),
  target_revisions: Type.Optional(
    ofTheDay(
      Type.Array(targetRevision, { minItems: 1, description: 'Changes agreed since, in the order of their days.' }),
    ),
  ),
  target_by_sex: Type.Optional(
    ofTheDay(
      record('Target of the first year by sex, where one was agreed.', {
        male: target('Men and boys.'),
        female: target('Women and girls.'),
        other: target('Other.'),
      }),
    ),
  ),
  target_by_age: Type.Optional(
    ofTheDay(
      Type.Unsafe<{ readonly [band in (typeof ageBands)[number]]?: number }>({
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          ageBands.map(band => [band, Type.Number({ minimum: 0, description: 'The band.' })]),
        ),
        description: 'Target of the first year by age band, where one was agreed.',
      }),
    ),
  ),
  roll_up: record('What may be added, and how (UNICEF PRP rules).', {
    months: Type.Optional(
      choice(rollUpRules, 'Across the months of a quarter, where a place tells several. Default: as across quarters.'),
    ),
    periods: choice(rollUpRules, 'Across quarters.'),
    places: choice(['sum', 'max', 'average'], 'Across places.'),
  }),
  unique_people: Type.Optional(
    Type.Boolean({ description: 'true: no one is counted twice, so the value is people reached.' }),
  ),
  verification: Type.Optional(text('Means of verification.')),
  responsible: Type.Optional(text('Who answers for it: a unit, not a person.')),
  deviation: Type.Optional(ofTheDay(text('Why it lies outside the threshold.'))),
})

const narrative = record('What went otherwise than planned, by area.', {
  area: id('Area of cooperation.', anArea),
  deviations: Type.Optional(text('Deviations from the plan.')),
  challenges: Type.Optional(text('Challenges.')),
  lessons: Type.Optional(text('Lessons learnt.')),
  plans: Type.Optional(text('Plans for the year to come.')),
})

export const agreement = record('A partner and what was agreed with it.', {
  partner: id('A record under data/organizations.', { to: 'organization' }),
  year: ofTheDay(
    Type.Integer({
      minimum: 1990,
      maximum: 2100,
      description: 'Calendar year in which its first reporting year begins.',
    }),
  ),
  programme: id('Programme; the same across years, so that years can be compared.'),
  number: Type.Optional(ofTheDay(line('Number of the agreement.'))),
  title: ofTheDay(text('Title of the agreement.')),
  start: day('First day.'),
  end: day('Last day.'),
  first_month: Type.Optional(
    firstMonth(
      'First month of its reporting years, 1 to 12. Default: that of the society, else the month in which an agreement over whole years begins, else January.',
    ),
  ),
  reports: Type.Optional(
    Type.Array(choice(reportPeriods, 'A kind of report.'), {
      minItems: 1,
      uniqueItems: true,
      description:
        'Which reports are made: of each year, half-year or quarter, and of the whole life. Default: [year].',
    }),
  ),
  currency,
  rates: Type.Optional(ofTheDay(Type.Array(rate, { description: 'Rates into the currency of the agreement.' }))),
  rate_rule: Type.Optional(
    choice(
      rateRules,
      'Which rate a sum takes: the only one of its currency, the last on or before its day, that of its month, or the average of the reporting year. Default: fixed.',
    ),
  ),
  data_cutoff: day('Until when facts were reported: an activity is completed or not as of this day.'),
  reported_at: Type.Optional(moment('When the report was closed.')),
  counting_method: Type.Optional(text('How people were counted.')),
  deviation_threshold: Type.Optional(count('Percent of the target within which no comment is due. Default: 10.')),
  budget_threshold: Type.Optional(
    count('Percent of a budget line within which no explanation is due. Default: `deviation_threshold`, else 10.'),
  ),
  opening_balance: Type.Optional(
    amount('Money of the partner in hand on the first day, in the currency of the agreement.'),
  ),
  instalments: Type.Optional(
    ofTheDay(
      Type.Array(instalment, {
        minItems: 1,
        description: 'Money received from the partner, instalment by instalment.',
      }),
    ),
  ),
  budget: Type.Array(budgetLine, { minItems: 1, description: 'Lines of the budget.' }),
  indicators: Type.Array(indicator, { description: 'Rows of the indicator tracking table.' }),
  narrative: Type.Optional(
    ofTheDay(Type.Array(narrative, { description: 'Deviations, challenges, lessons and plans, by area.' })),
  ),
  accepts: Type.Optional(accepts),
})

export type Agreement = Static<typeof agreement>
export type Indicator = Static<typeof indicator>
export type Rate = Static<typeof rate>
export type BudgetLine = Agreement['budget'][number]
