/**
 * The summary of an annual report for those who read on paper: its figures written out in one language. The template
 * (templates/report/summary.hbs) may use exactly the names of this schema, and is held against it.
 */
import { type Static, type TProperties, Type } from 'typebox'
import { consolidatedFacts, reportFacts } from './workbook.ts'

const shape = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const text = Type.String()
const maybe = Type.Optional(text)

/** Figures of an area, or of all; what is not reported is a dash. */
const figures = {
  activities: text,
  people_target: text,
  people_reached: text,
  people_percent: text,
  budget: text,
  expenditure: text,
  implementation: text,
}

/** Beside the percentage, which leaves them out: of the targets, those of activities that reported nobody, and the other way. */
const besidePercent = { target_not_reported: maybe, reached_without_target: maybe }

/** Two figures of one area. `share`: of the longest bar, from 0 to 1; absent where nothing was reported. */
const measured = shape({ text, share: Type.Optional(Type.Number()) })
const bar = shape({ label: text, first: measured, second: measured })
/** A bar alone, on the scale of those beside it. `phrase`: the key of its label. */
const single = shape({ phrase: text, first: Type.Optional(measured), second: Type.Optional(measured) })

export const reportPage = Type.Object({
  ...reportFacts.properties,
  language: text,
  colour: text,
  areas: Type.Array(shape({ code: text, name: text, ...figures, ...besidePercent })),
  /** People of different areas are not added. */
  total: shape({ activities: text, budget: text, expenditure: text, implementation: text }),
  /**
   * `quarters`: the budget of the year, then what was spent in each quarter of the period. `years`: people reached in the
   * year before and in this; empty where the two are not compared.
   */
  charts: shape({
    people: Type.Array(bar),
    money: Type.Array(bar),
    quarters: Type.Array(single),
    years: Type.Array(bar),
  }),
  /**
   * `unit` is the key of its words; a unit of the author's own has its name. `progress`: the actual on the track beside its
   * percentage, on which the target stands at `target_at`, both from 0 to 1; absent where there is no percentage.
   */
  indicators: Type.Array(
    shape({
      code: text,
      name: maybe,
      unit: text,
      unit_name: maybe,
      lower_is_better: Type.Boolean(),
      target: text,
      actual: text,
      percent: text,
      progress: Type.Optional(Type.Number()),
      comment: maybe,
    }),
  ),
  target_at: Type.Number(),
  /** What the agreement tells of an area, in this language. */
  narrative: Type.Array(shape({ name: text, deviations: maybe, challenges: maybe, lessons: maybe, plans: maybe })),
})

export type ReportPage = Static<typeof reportPage>
/** The summary of the report over all partners (templates/report/consolidated.hbs). */
export const consolidatedPage = Type.Object({
  ...consolidatedFacts.properties,
  language: text,
  colour: text,
  /** Sums are there where they can be added over agreements, as `currency` is. */
  areas: Type.Array(shape({ code: text, name: text, shared: text, ...figures, ...besidePercent })),
  total: shape({ activities: text, shared: text, budget: text, expenditure: text, implementation: text }),
  charts: shape({ people: Type.Array(bar), money: Type.Array(bar) }),
  /** Each in its own currency. */
  agreements: Type.Array(
    shape({
      id: text,
      partner: text,
      activities: text,
      shared: text,
      currency: text,
      budget: text,
      expenditure: text,
      implementation: text,
    }),
  ),
  /** Those where there were activities, and what is tied to no region or to several. `phrase`: the key of such a row. */
  regions: Type.Array(shape({ name: maybe, phrase: maybe, activities: text, people: text, expenditure: text })),
  /** Of each agreement that has it a row; nothing is added. */
  indicators: Type.Array(
    shape({ code: text, name: maybe, unit: text, of: text, target: text, actual: text, percent: text }),
  ),
})

export type ConsolidatedPage = Static<typeof consolidatedPage>
export type BarModel = Static<typeof bar>
export type SingleBarModel = Static<typeof single>
