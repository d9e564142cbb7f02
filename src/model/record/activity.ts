/** data/activities/<year>/<id>.yaml: one activity, or a list of them each with its `id` (IFRC GO project, 3W). */
import { type Static, Type } from 'typebox'
import { text } from '../text.ts'
import { goTags } from './area.ts'
import {
  accepts,
  amount,
  anAgreement,
  anArea,
  aRegion,
  aSide,
  choice,
  count,
  currency,
  day,
  id,
  ids,
  line,
  money,
  ofTheDay,
  period,
  record,
  refers,
  signedAmount,
} from './fields.ts'
import { release } from './release.ts'

/** Age bands of GO's emergency activities. */
export const ageBands = ['0_1', '2_5', '6_12', '13_17', '18_59', '60_plus', 'unknown'] as const

const sexes = {
  male: Type.Optional(count('Men and boys.')),
  female: Type.Optional(count('Women and girls.')),
  other: Type.Optional(count('Other.')),
}
const band = record('An age band.', { ...sexes, total: Type.Optional(count('Where the sexes are not known.')) })

const figures = {
  total: Type.Optional(count('All of them. Leave out what was not reported: blank is not zero.')),
  ...sexes,
  by_age: Type.Optional(
    Type.Unsafe<{ readonly [band in (typeof ageBands)[number]]?: Static<typeof band> }>({
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(ageBands.map(name => [name, band])),
      description: 'By age band, and by sex within it.',
    }),
  ),
  with_disability: Type.Optional(count('People with a disability, among the total.')),
}

const peopleInPeriod = record('People in one period.', {
  period: period('When.'),
  ...figures,
})

/** A split may be partial: the remainder is shown as not disaggregated, never rescaled. */
const people = record('People, each counted once in this activity.', {
  ...figures,
  by_period: Type.Optional(
    Type.Array(peopleInPeriod, {
      minItems: 1,
      description: 'By period, where the activity goes on over several: a person stands in one of them only.',
    }),
  ),
  by_place: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z0-9-]{1,80}$' }), count('People reached there.'), {
      [refers]: aRegion,
      additionalProperties: false,
      description: 'By region, where it is known. Need not sum to the total.',
    }),
  ),
  method: Type.Optional(choice(['registration', 'headcount', 'estimate', 'partner-report'], 'How they were counted.')),
  source: Type.Optional(text('Where the number comes from: "attendance lists". Goes to the report.')),
})

export const costCategories = [
  'staff',
  'travel',
  'supplies',
  'services',
  'equipment',
  'transfers',
  'training',
  'overheads',
  'other',
] as const

const spending = record('Money spent, or given back.', {
  amount: signedAmount('How much. Below zero for a refund or a correction, which needs a `reason`.'),
  currency,
  date: Type.Optional(day('Day of the posting.')),
  period: Type.Optional(
    period('Period of the expenditure, where no day is given. Default: the last day of the activity.'),
  ),
  voucher: Type.Optional(line('Number of the voucher.')),
  category: Type.Optional(choice(costCategories, 'Kind of cost.')),
  reason: Type.Optional(text('Why the amount is below zero.')),
})

const commitment = record('Money ordered and not yet paid.', {
  amount: amount('How much.'),
  currency,
  date: Type.Optional(day('Day of the order. Default: the last day of the activity.')),
  note: Type.Optional(text('What was ordered.')),
})

const funding = record('A share of an agreement in this activity.', {
  agreement: id('A record under data/agreements.', anAgreement),
  line: Type.Optional(id('Line of its budget.')),
  budget: Type.Optional(money('Planned.')),
  spent: Type.Optional(
    Type.Array(spending, { description: 'Spent, posting by posting. Leave out what is not yet reported.' }),
  ),
  committed: Type.Optional(
    Type.Array(commitment, { minItems: 1, description: 'Ordered and not yet paid; what was paid goes to `spent`.' }),
  ),
})

const result = record('What this activity adds to an indicator.', {
  indicator: line('Code of an indicator of one of its agreements.'),
  agreement: Type.Optional(id('Which agreement, where it has several with this code.', anAgreement)),
  value: Type.Optional(
    Type.Number({ minimum: 0, description: 'Value, in the unit of the indicator. A percentage may do without.' }),
  ),
  numerator: Type.Optional(
    Type.Number({ minimum: 0, description: 'Of a percentage: how many of the `denominator` fit.' }),
  ),
  denominator: Type.Optional(
    Type.Number({ minimum: 0, description: 'Of a percentage: how many there were. It weights the percentage.' }),
  ),
  date: Type.Optional(day('Day of the value.')),
  period: Type.Optional(period('Period of the value, where no day is given. Default: the last day of the activity.')),
  place: Type.Optional(id('Region, where the value is of one region.', aRegion)),
})

export const activityTypes = [
  'training',
  'awareness',
  'distribution',
  'service',
  'simulation',
  'equipment',
  'assessment',
  'meeting',
  'publication',
  'support',
] as const
export const partnerRoles = ['funding', 'technical', 'joint', 'in-kind'] as const

/** Systems whose ids an import keeps. */
export const systems = ['go', 'kobo'] as const

export const activity = record('An activity of a programme.', {
  name: ofTheDay(text('Name of the activity.')),
  area: id('Area of cooperation.', anArea),
  type: choice(activityTypes, 'What kind of activity.'),
  start: day('First day; its year is the folder.'),
  end: day('Last day.'),
  cancelled: Type.Optional(
    ofTheDay(
      record('It did not take place: it stays in the register and counts nowhere.', {
        on: day('When it was cancelled.'),
        reason: text('Why.'),
      }),
    ),
  ),
  places: Type.Optional(ids('Regions, records under data/places. None: not tied to a region.', aRegion)),
  branches: Type.Optional(ids('Branches that carried it out.', { to: 'place', type: 'branch' })),
  implementers: Type.Optional(ids('Who carried it out. Default: the society.', aSide)),
  reporting_partner: Type.Optional(
    id('Under whom IFRC GO holds it, where several pay for it: one of these partners, or the society.', aSide),
  ),
  partner_role: Type.Optional(choice(partnerRoles, 'What the partner gave.')),
  description: Type.Optional(ofTheDay(text('What was done, in Markdown.'))),
  target: Type.Optional(ofTheDay(people)),
  reached: Type.Optional(ofTheDay(people)),
  not_reported: Type.Optional(
    ofTheDay(text('Why no one could say how many people were reached (GO: "no data on people reached").')),
  ),
  volunteers: Type.Optional(ofTheDay(count('Volunteers who took part.'))),
  staff: Type.Optional(ofTheDay(count('Staff who took part.'))),
  funding: Type.Optional(ofTheDay(Type.Array(funding, { minItems: 1, description: 'Agreements that paid for it.' }))),
  results: Type.Optional(ofTheDay(Type.Array(result, { minItems: 1, description: 'What it adds to indicators.' }))),
  evidence: Type.Optional(
    ofTheDay(Type.Array(text('Document that proves it.'), { minItems: 1, description: 'Documents that prove it.' })),
  ),
  operation_type: Type.Optional(choice(['programme', 'emergency'], 'GO operation type. Default: programme.')),
  programme_type: Type.Optional(
    choice(
      ['bilateral', 'multilateral', 'domestic'],
      'GO programme type. Default: bilateral for the ICRC, multilateral for the IFRC.',
    ),
  ),
  secondary_sectors: Type.Optional(
    Type.Array(choice(goTags, 'GO tag.'), { uniqueItems: true, description: 'Further sectors and tags in IFRC GO.' }),
  ),
  visibility: Type.Optional(choice(['public', 'movement', 'ifrc', 'ns'], 'GO visibility. Default: public.')),
  release: Type.Optional(release),
  external_ids: Type.Optional(
    ofTheDay(
      Type.Unsafe<{ readonly [system in (typeof systems)[number]]?: string }>({
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: Object.fromEntries(systems.map(name => [name, line('Its id there, in quotes: "12345".')])),
        description: 'What other systems call it: by this an import finds it again.',
      }),
    ),
  ),
  internal_note: Type.Optional(ofTheDay(line('For colleagues. Never published.'))),
  accepts: Type.Optional(accepts),
})

export type Activity = Static<typeof activity>
export type People = Static<typeof people>
export type Funding = Static<typeof funding>
export type Result = Static<typeof result>
