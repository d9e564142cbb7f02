/** The kinds of record: where each lies, which schema it has, which type it is. */
import type { TSchema } from 'typebox'
import { type Activity, activity } from './activity.ts'
import { type Agreement, agreement } from './agreement.ts'
import { type Area, area } from './area.ts'
import { type Meeting, meeting } from './meeting.ts'
import { type Organization, organization } from './organization.ts'
import { type Person, person } from './person.ts'
import { type Place, place } from './place.ts'
import { type Society, society } from './society.ts'

export interface RecordTypes {
  readonly society: Society
  readonly organization: Organization
  readonly person: Person
  readonly area: Area
  readonly place: Place
  readonly agreement: Agreement
  readonly meeting: Meeting
  readonly activity: Activity
}
export type Kind = keyof RecordTypes

/** `folder` lies below data/; `byYear`: records lie in `<folder>/<year>/`. */
export interface KindPlace {
  readonly folder: string
  readonly byYear: boolean
  readonly schema: TSchema
}

export const kinds: { readonly [K in Kind]: KindPlace } = {
  society: { folder: '', byYear: false, schema: society },
  organization: { folder: 'organizations', byYear: false, schema: organization },
  person: { folder: 'people', byYear: false, schema: person },
  area: { folder: 'areas', byYear: false, schema: area },
  place: { folder: 'places', byYear: false, schema: place },
  agreement: { folder: 'agreements', byYear: false, schema: agreement },
  meeting: { folder: 'meetings', byYear: true, schema: meeting },
  activity: { folder: 'activities', byYear: true, schema: activity },
}
export const kindNames = [
  'society',
  'organization',
  'person',
  'area',
  'place',
  'agreement',
  'meeting',
  'activity',
] as const satisfies readonly Kind[]
