/**
 * Random small workspaces: agreements of any beginning, length, currency and rule, activities that several of them pay
 * for, and all that makes figures hard. By the rules of the loader, so that whatever differs is a figure.
 *
 * What the rules leave open is not drawn, so that no difference is one of reading: rates of one pair in one direction,
 * those of an average within the agreement and the cut-off; where places and periods are joined by different rules, one
 * value a place, activity and quarter; under `latest` no place that says two things on one day, and always a place.
 */
import { type Arbitrary, gen } from 'fast-check'
import { type Draw, drawing } from './drawn.ts'
import { activitiesOf } from './drawn-activities.ts'
import { agreementsOf } from './drawn-agreements.ts'
import type { Meeting, Workspace } from './reference/records.ts'

/** `calendar`: as the first release knew it, one calendar year closed before the cut-off and none of the fields since. */
export type Kind = 'any' | 'calendar'

export const workspaces = (kind: Kind = 'any'): Arbitrary<Workspace> => gen().map(g => workspaceOf(drawing(g), kind))

function workspaceOf(draw: Draw, kind: Kind): Workspace {
  const society = kind === 'any' && draw.chance(15) ? { first_month: draw.int(1, 12) } : {}
  const agreements = agreementsOf(draw, society, kind)
  const activities = activitiesOf(draw, { society, agreements }, kind)
  return { society, agreements, activities, meetings: meetingsOf(draw, agreements) }
}

function meetingsOf(draw: Draw, agreements: Workspace['agreements']): Workspace['meetings'] {
  const drawn = draw.times(0, 2, index => {
    const [id, { partner, start, end }] = draw.pick(Object.entries(agreements))
    const meeting: Meeting & { [field: string]: unknown } = {
      title: 'Meeting',
      date: draw.day(start, end),
      kind: 'working',
      host: 'society',
      partners: [partner],
      venue: 'in Tashkent',
      ...draw.maybe(30, () => ({ agreements: [id] })),
    }
    return [`m${index + 1}`, meeting] as const
  })
  return Object.fromEntries(drawn)
}
