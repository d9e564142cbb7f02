/**
 * Every field of every record reaches an artifact, or is listed below: as private or internal, with the reason, or as not
 * shown yet. All records of a workspace that fills every field (test/cases/every-field) are made into words. A text or a
 * number is replaced by a mark and looked for; any other value is changed, and must change a word somewhere.
 */

import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { valuesAt } from '../support/leaves.ts'
import { entriesOf, type Field, fields, isText, otherThan, withFields } from '../support/record-fields.ts'
import { releaseTemplates } from '../support/sample-release.ts'
import { packs } from '../support/tongues.ts'
import { wordsOf } from '../support/words.ts'

const unspoken = 'a case that no packaged phrase asks for'
const never = '“never published”'
const told = 'decides what is told of mistakes'

/** What no artifact shows, on purpose. An entry that is not needed fails. */
const hidden: readonly (readonly [fields: RegExp, why: string])[] = [
  [/^(society|organization)\.forms\.\*\.(dative|prepositional)$/, unspoken],
  [/^(person|meeting\.participants\.\*|release\.quotes\.\*)\.(forms|role_forms)\./, unspoken],
  [/^(society|organization)\.forms\.\*\.definite$/, 'for French and Spanish, in which this workspace does not publish'],
  [/\.gender$/, never],
  [/(^|\.)internal_note$/, never],
  [/^release\.photos\.\*\.(consent|minors)$/, never],
  [/^release\.(without|awaiting_review)\.\*$/, told],
  [/\.accepts\.\*\.(remark|in)$/, told],
  [/^activity\.external_ids\./, 'finds the record that an import changes'],
  [/^agreement\.(deviation|budget)_threshold$/, told],
  [/^agreement\.indicators\.\*\.(parent|may_exceed_100)$/, told],
  [/^agreement\.year$/, told],
  [/^society\.site$/, 'in the feeds and the sitemap of the index (test/site/listed.test.ts)'],
  [/^agreement\.programme$/, 'finds the agreement of the year before'],
  [/^meeting\.commitments\.\*\.id$/, 'a name for other records to use'],
]

/** What is collected and shown nowhere yet. A field that is shown goes from here. */
const notShownYet = [
  'society.default_region',
  'society.report_contact.hours',
  'organization.go_code',
  'organization.website',
  'area.description',
  'place.region',
  'agreement.reported_at',
  'agreement.indicators.*.fdrs_code',
  'meeting.topics.items.*.area',
  'meeting.basis.title',
  'release.photos.*.taken_on',
  'activity.branches.*',
  'activity.partner_role',
  'activity.target.method',
  'activity.target.source',
]

const { sources, media } = await loadable('every-field')
const { value, diagnostics } = load(sources, media, { packs })
if (!value || diagnostics.length > 0)
  throw new Error(
    inWords(diagnostics)
      .map(each => each.message)
      .join('\n'),
  )
const dataset: Dataset = value
const templates = releaseTemplates()

/** Without the digests of records on the sheet of sources: they change with every field. */
const withoutDigests = (text: string): string => text.replace(/\b[0-9a-f]{64}\b/g, '')

function inEnglish(of: Dataset): Dataset {
  return { ...of, society: { ...of.society, data: { ...of.society.data, languages: ['en'] } } }
}

const isListed = (field: Field): boolean =>
  hidden.some(([names]) => names.test(field.name)) || notShownYet.includes(field.name)

const english = inEnglish(dataset)
const before = new Map([...wordsOf(english, templates)].map(([path, words]) => [path, withoutDigests(words)]))

function changesAnything(these: readonly Field[]): boolean {
  const other = withFields(english, these, (was, field) => otherThan(was, field, dataset))
  for (const [path, words] of wordsOf(other, templates)) if (before.get(path) !== withoutDigests(words)) return true
  return false
}

/** Texts and numbers that nothing but a reader depends on. */
const dependedOn = [
  'society.time_zone',
  'agreement.year',
  'agreement.indicators.*.parent',
  'activity.results.*.indicator',
]
const isNumber = ({ shape: { type } }: Field): boolean => type === 'integer' || type === 'number'
const isPlain = ({ shape: { type, enum: choice, pattern, format } }: Field): boolean =>
  type === 'string' && [choice, pattern, format].every(each => each === undefined)
const isMarked = (field: Field): boolean =>
  (isText(field.shape) || isNumber(field) || isPlain(field)) && !dependedOn.includes(field.name)

const numberOf = (field: Field): number => 1_000_003 + 17 * fields.indexOf(field)
function markOf(field: Field): unknown {
  const mark = `q${fields.indexOf(field)}q`
  return isNumber(field) ? numberOf(field) : isText(field.shape) ? { en: mark, ru: mark } : mark
}

/** Fields that are seen by their marks, in all languages and all of them at once. */
const seen = (): ReadonlySet<Field> => {
  const marked = withFields(dataset, fields.filter(isMarked), (_, field) => markOf(field))
  const words = [...wordsOf(marked, templates)].map(each => each[1]).join()
  const marks = new Set(words.match(/q\d+q|\d+/g))
  const markIn = (field: Field): string => (isNumber(field) ? `${numberOf(field)}` : `q${fields.indexOf(field)}q`)
  return new Set(fields.filter(field => isMarked(field) && marks.has(markIn(field))))
}

test('each field is filled', () => {
  const empty = fields.filter(
    ({ of, path }) =>
      !entriesOf(dataset).some(
        ({ kind, data }) => of.includes(kind) && valuesAt(data, path).some(each => each !== undefined),
      ),
  )
  expect(empty.map(({ name }) => name)).toEqual([])
})

test('each field that is not listed is shown', () => {
  const marked = seen()
  const rest = fields.filter(field => !isListed(field) && !marked.has(field))
  expect(rest.filter(field => !changesAnything([field])).map(({ name }) => name)).toEqual([])
})

test('no field is listed that is shown', () => {
  const listed = fields.filter(isListed)
  const marked = seen()
  expect(listed.filter(field => marked.has(field)).map(({ name }) => name)).toEqual([])
  if (changesAnything(listed))
    expect(listed.filter(field => changesAnything([field])).map(({ name }) => name)).toEqual([])
})

test('each entry of the lists is a field', () => {
  const names = fields.map(({ name }) => name)
  expect(notShownYet.filter(name => !names.includes(name))).toEqual([])
  expect(hidden.filter(([of]) => !names.some(name => of.test(name))).map(([of]) => String(of))).toEqual([])
})
