/**
 * The kinds of record, and all that is particular to each. A new kind is its schema, a row here, and its words: which
 * records its fields name stands in the schema, and what no row can say is a check in `load/link.ts`.
 */

import type { Static, TObject } from 'typebox'
import { type Said, said } from '../said.ts'
import { activity } from './activity.ts'
import { agreement } from './agreement.ts'
import { area } from './area.ts'
import type { accepts } from './fields.ts'
import { meeting } from './meeting.ts'
import { organization } from './organization.ts'
import { person } from './person.ts'
import { place } from './place.ts'
import { society } from './society.ts'

export interface KindFacts {
  readonly schema: TObject
  /** Below data/. None: there is one record, a file of its own whose name is the kind and the id. */
  readonly folder?: string
  /** Records lie in `<folder>/<year>/`, the year of their first day. */
  readonly byYear?: true
  /** Fields of the first and the last day; where the last was not written, the first is. */
  readonly days?: { readonly first: string; readonly last: string }
  /** A file may hold a list of records, each with its `id`. */
  readonly listed?: true
  /** There may be a release about it: its lead is worded from `host`, `partners`, `venue` and `kind`, or must be written. */
  readonly lead?: 'worded' | 'written'
  /** Fields in which no two records agree: the last is the one to correct, or the one before it. */
  readonly oncePer?: readonly [string, string, ...string[]]
  /** Fields of whose values an id is made, of a record that is begun: the first row that gives something. */
  readonly idOf?: readonly (readonly [string, ...string[]])[]
  /** Ids that are taken, and by what. */
  readonly reserved?: { readonly [id: string]: Said }
}

export const kinds = {
  society: { schema: society },
  organization: {
    folder: 'organizations',
    schema: organization,
    idOf: [['short_name'], ['name']],
    reserved: { society: said('the publishing society') },
  },
  person: { folder: 'people', schema: person, idOf: [['name']] },
  area: { folder: 'areas', schema: area, idOf: [['short_name'], ['name']] },
  place: { folder: 'places', schema: place, idOf: [['iso_code'], ['name']] },
  agreement: {
    folder: 'agreements',
    schema: agreement,
    idOf: [['partner', 'start']],
    days: { first: 'start', last: 'end' },
    oncePer: ['partner', 'programme', 'year'],
  },
  meeting: {
    folder: 'meetings',
    schema: meeting,
    byYear: true,
    idOf: [['date', 'partners']],
    days: { first: 'date', last: 'end_date' },
    lead: 'worded',
  },
  activity: {
    folder: 'activities',
    schema: activity,
    byYear: true,
    idOf: [
      ['start', 'name'],
      ['start', 'area'],
    ],
    days: { first: 'start', last: 'end' },
    listed: true,
    lead: 'written',
  },
} as const satisfies { readonly [kind: string]: KindFacts }

type Kinds = typeof kinds
export type Kind = keyof Kinds

/** Any kind may have it in its schema. */
type Accepting = { readonly accepts?: Static<typeof accepts> }
export type RecordTypes = { readonly [K in Kind]: Static<Kinds[K]['schema']> & Accepting }

/** Kinds whose row says this of them. */
export type KindWith<Facts> = { [K in Kind]: Kinds[K] extends Facts ? K : never }[Kind]
export type FolderKind = KindWith<{ readonly folder: string }>
export type DatedKind = KindWith<{ readonly days: object }>
/** Kinds that a release can be about. */
export type SubjectKind = KindWith<{ readonly lead: string }>

export const factsOf = (kind: Kind): KindFacts => kinds[kind]

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name)
const isSubjectKind = (kind: Kind): kind is SubjectKind => factsOf(kind).lead !== undefined

export const kindNames: readonly Kind[] = Object.keys(kinds).filter(isKind)
export const subjectKinds: readonly SubjectKind[] = kindNames.filter(isSubjectKind)

/** A release is named after its record alone, so all that have one share a space of ids; every other kind has its own. */
export const idSpaceOf = (kind: Kind): string => (isSubjectKind(kind) ? 'release' : kind)
