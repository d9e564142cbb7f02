/** A record as it is told in one language: what each field says there, and what is missing. */

import { type NameIn, nameIn } from '../language/names.ts'
import { type Tongue, tongueOf } from '../language/tongue.ts'
import { typeset } from '../language/typography.ts'
import { type Dataset, type Entry, type Subject, spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt, type Severity, warningAt } from '../model/diagnostic.ts'
import type { Activity } from '../model/record/activity.ts'
import { factsOf, type KindWith } from '../model/record/kinds.ts'
import type { Meeting } from '../model/record/meeting.ts'
import type { Release } from '../model/record/release.ts'
import { said } from '../model/said.ts'
import { type Language, type Text, textIn } from '../model/text.ts'
import { isRequired } from './required.ts'

/** What a release is made from besides its own record, and nothing else: a memo of releases rests on it. */
export type Surrounding = Pick<Dataset, 'society' | 'organization' | 'person' | 'place' | 'packs'>
/** What a page tells of a record that has it, whatever its kind. */
type Tellable = Partial<
  Pick<Meeting, 'participants' | 'host' | 'background' | 'topics' | 'plans' | 'closing' | 'basis' | 'place'> &
    Pick<Activity, 'places'>
> & { readonly release?: Release }
export const toldOf = ({ data }: Subject): Tellable => data

/** One whose lead is worded from its facts: who met, and where. */
export type Worded = { readonly [K in WordedKind]: Entry<K> }[WordedKind]
type WordedKind = KindWith<{ readonly lead: 'worded' }>
export const isWorded = (subject: Subject): subject is Worded => factsOf(subject.kind).lead === 'worded'

export type Organization = Entry<'society'> | Entry<'organization'>

/** Made for one release and gone with it; what is wrong is collected as the fields are read. */
export interface Telling {
  readonly dataset: Surrounding
  readonly subject: Subject
  readonly release: Release
  readonly language: Language
  readonly mainLanguage: Language
  readonly diagnostics: Diagnostic[]
  /** Ids of the records that were read. */
  readonly records: Set<string>
}

/** How its language says it. */
export const tongueIn = ({ language, dataset }: Pick<Telling, 'language' | 'dataset'>): Tongue =>
  tongueOf(language, dataset.packs)

/** Where a text stands, for what is said when it lacks the language. */
export interface Field {
  readonly of: Entry
  readonly pointer: string
  /** A text without which the release would say something wrong is an error. Default: a warning. */
  readonly lack?: Severity | 'allowed'
}

/** One line, typeset. Nothing where it was not written; a diagnostic where it was, but not in this language. */
export function say(telling: Telling, written: Text | undefined, field: Field): string | undefined {
  return sayMarkdown(telling, written, field)
    ?.trim()
    .replace(/\s*\n\s*/g, ' ')
}

/** Markdown, typeset, its lines kept. */
export function sayMarkdown(telling: Telling, written: Text | undefined, field: Field): string | undefined {
  if (written === undefined) return undefined
  const own = textIn(written, telling.language, telling.mainLanguage)
  if (own !== undefined) return typeset(own, tongueIn(telling)).trim()
  if (field.lack !== 'allowed') telling.diagnostics.push(lacking(telling, field))
  return undefined
}

export function organizationOf(dataset: Surrounding, id: string): Organization | undefined {
  return id === 'society' ? dataset.society : dataset.organization.get(id)
}

/** The names of an organization; without one in this language the release cannot be right. */
export function organizationName(telling: Telling, id: string): NameIn | undefined {
  const organization = organizationOf(telling.dataset, id)
  if (!organization) return undefined
  telling.records.add(id)
  const name = nameIn(organization.data, tongueIn(telling), telling.mainLanguage)
  if (!name) telling.diagnostics.push(lacking(telling, { of: organization, pointer: '/name', lack: 'error' }))
  return name
}

function lacking(telling: Telling, { of, pointer, lack }: Field): Diagnostic {
  const { language, mainLanguage } = telling
  const report = lack === 'error' ? errorAt : warningAt
  const consequence =
    lack === 'error'
      ? said('and a release needs it there')
      : said('so the releases in {language} do without it', { language })
  const what = isRequired(of.kind, pointer) ? '' : said(', or take the whole field out')
  return report(
    'record/missing-language',
    spanOf(of, pointer, 'key'),
    said('“{fieldName}” has no text in {language}, {consequence}.', {
      fieldName: fieldName(pointer),
      language,
      consequence,
    }),
    // A text without languages has no line that another could stand below.
    isByLanguage(of, pointer)
      ? said('Add a line `{language}: …` to it{what}.', { language, what })
      : said('Write a line for each language below it, `{mainLanguage}: …` and `{language}: …`{what}.', {
          mainLanguage,
          language,
          what,
        }),
  )
}

function isByLanguage({ data }: Entry, pointer: string): boolean {
  const [, ...names] = pointer.split('/')
  return typeof names.reduce<unknown>((value, name) => Reflect.get(Object(value), name), data) !== 'string'
}

/** `/release/photos/0/alt` as an author names it: `photos 1: alt`. */
function fieldName(pointer: string): string {
  const [, ...parts] = pointer.split('/')
  const shown = parts[0] === 'release' ? parts.slice(1) : parts
  return shown.map(part => (/^\d+$/.test(part) ? `${Number(part) + 1}:` : part)).join(' ')
}
