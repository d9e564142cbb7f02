/** data/agreements/<id>.yaml: what a partner and the society agreed for one year, and how it went. */
import { type Static, Type } from 'typebox'
import { text } from '../text.ts'
import { amount, anArea, choice, count, currency, day, id, line, moment, record } from './fields.ts'

const rate = record('A rate used in the report; shown beside every converted sum.', {
  from: currency,
  to: currency,
  rate: Type.Number({ exclusiveMinimum: 0, description: 'How many units of `to` one unit of `from` is worth.' }),
  date: day('Day of the rate.'),
  source: text('Who published it.'),
})

const budgetLine = record('A line of the budget.', {
  line: id('Id of the line, used by activities.'),
  area: id('Area of cooperation.', anArea),
  name: text('Name of the line.'),
  amount: amount('In the currency of the agreement.'),
})

/** `null` or absent is not agreed or not reported, which is not zero. */
const yearlyTarget = record('Target of the year, whole and by quarter.', {
  total: Type.Optional(Type.Number({ minimum: 0, description: 'For the year.' })),
  q1: Type.Optional(Type.Number({ minimum: 0, description: 'First quarter.' })),
  q2: Type.Optional(Type.Number({ minimum: 0, description: 'Second quarter.' })),
  q3: Type.Optional(Type.Number({ minimum: 0, description: 'Third quarter.' })),
  q4: Type.Optional(Type.Number({ minimum: 0, description: 'Fourth quarter.' })),
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
  unit: choice(indicatorUnits, 'Unit.'),
  fdrs_code: Type.Optional(line('FDRS indicator.')),
  parent: Type.Optional(line('Code of the indicator of which this one is a part; it may not exceed it.')),
  baseline: Type.Optional(
    record('Where it stood before.', {
      value: Type.Number({ minimum: 0, description: 'Value.' }),
      date: day('As of.'),
    }),
  ),
  life_target: Type.Optional(Type.Number({ minimum: 0, description: 'Target for the life of the programme.' })),
  target: Type.Optional(yearlyTarget),
  roll_up: record('What may be added, and how (UNICEF PRP rules).', {
    periods: choice(rollUpRules, 'Across quarters.'),
    places: choice(['sum', 'max', 'average'], 'Across places.'),
  }),
  unique_people: Type.Optional(
    Type.Boolean({ description: 'true: no one is counted twice, so the value is people reached.' }),
  ),
  verification: Type.Optional(text('Means of verification.')),
  responsible: Type.Optional(text('Who answers for it: a unit, not a person.')),
  deviation: Type.Optional(text('Why it lies outside the threshold.')),
})

const narrative = record('What went otherwise than planned, by area.', {
  area: id('Area of cooperation.', anArea),
  deviations: Type.Optional(text('Deviations from the plan.')),
  challenges: Type.Optional(text('Challenges.')),
  lessons: Type.Optional(text('Lessons learnt.')),
  plans: Type.Optional(text('Plans for the year to come.')),
})

export const agreement = record('A partner and a year.', {
  partner: id('A record under data/organizations.', { to: 'organization' }),
  year: Type.Integer({ minimum: 1990, maximum: 2100, description: 'Year of the agreement.' }),
  programme: id('Programme; the same across years, so that years can be compared.'),
  number: Type.Optional(line('Number of the agreement.')),
  title: text('Title of the agreement.'),
  start: day('First day.'),
  end: day('Last day.'),
  currency,
  rates: Type.Optional(Type.Array(rate, { description: 'Rates into the currency of the agreement.' })),
  data_cutoff: day('Until when facts were reported: an activity is completed or not as of this day.'),
  reported_at: Type.Optional(moment('When the report was closed.')),
  counting_method: Type.Optional(text('How people were counted.')),
  deviation_threshold: Type.Optional(count('Percent of the target within which no comment is due. Default: 10.')),
  budget: Type.Array(budgetLine, { minItems: 1, description: 'Lines of the budget.' }),
  indicators: Type.Array(indicator, { description: 'Rows of the indicator tracking table.' }),
  narrative: Type.Optional(
    Type.Array(narrative, { description: 'Deviations, challenges, lessons and plans, by area.' }),
  ),
})

export type Agreement = Static<typeof agreement>
export type Indicator = Static<typeof indicator>
export type Rate = Static<typeof rate>
