/**
 * What a record says of another day than its own: it was begun as a copy, and not all of it was changed. Told only where no
 * doubt is left: a day in full, in a field that tells of the day itself. A text that tells of its own day may tell others.
 */

import { daysToldIn } from '../language/days-told.ts'
import { tongueOf } from '../language/tongue.ts'
import { fieldOfEntry } from '../model/beside.ts'
import { daysOf, type Entry, type Subject, spanOf } from '../model/dataset.ts'
import { dayAfter } from '../model/day.ts'
import { besides, type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { LanguagePacks } from '../model/language-pack.ts'
import { type DatedKind, kinds } from '../model/record/kinds.ts'
import { type Said, said, type Value } from '../model/said.ts'
import type { Span } from '../model/source.ts'
import { fieldOf, placeOf, prose, type WrittenField } from './editorial-texts.ts'
import { toldOf } from './telling.ts'

/** Fields that tell of the day: others may well tell of what was, or is to come. */
const ofTheDay = /^\/(?:title|release\/(?:headline|subheadline|lead)|release\/photos\/\d+\/(?:caption|alt))(?:\/|$)/

/** @param field of the subject */
export function checkTexts(subject: Subject, field: WrittenField, packs: LanguagePacks): readonly Diagnostic[] {
  return field.flatMap(written => {
    if (!ofTheDay.test(written.pointer)) return []
    const told = daysToldIn(prose(written.text), tongueOf(written.language, packs))
    const [other] = told
    if (!other || told.some(({ day }) => isOwn(day, subject, written.pointer))) return []
    const message = said('This text tells of {day}, and the record is of {subject}.', {
      day: other.day,
      subject: shown(subject),
    })
    return [otherDay(subject, placeOf(written, other.typed), message, fieldOf(written))]
  })
}

/** A photo may show how things were made ready, and what came of them. */
const daysAround = 31

/** A photo and the text from which the facts are taken have days of their own, which the record's must fit. */
export function checkDays(subject: Subject): readonly Diagnostic[] {
  const { first, last } = daysOf(subject)
  const { basis, release } = toldOf(subject)
  const found: Diagnostic[] = []
  if (basis && basis.published < first) {
    const message = said('The facts are taken from a text of {published}, and the record is of {subject}.', {
      published: basis.published,
      subject: shown(subject),
    })
    found.push(otherDay(subject, spanOf(subject, '/basis/published'), message, 'basis/published'))
  }
  for (const [index, { taken_on: taken }] of (release?.photos ?? []).entries()) {
    if (taken === undefined || (dayAfter(first, -daysAround) <= taken && taken <= dayAfter(last, daysAround))) continue
    const message = said('This photo was taken on {taken}, and the record is of {subject}.', {
      taken,
      subject: shown(subject),
    })
    const field = `release/photos/${index}/taken_on`
    found.push(otherDay(subject, spanOf(subject, `/${field}`), message, field))
  }
  return found
}

/** One of its days, the day of its issue or correction, or of the photo of which the text tells. */
function isOwn(day: string, subject: Subject, pointer: string): boolean {
  const { first, last } = daysOf(subject)
  if (first <= day && day <= last) return true
  const { release } = subject.data
  const [, photo] = /^\/release\/photos\/(\d+)\//.exec(pointer) ?? []
  const taken = photo === undefined ? undefined : release?.photos?.[Number(photo)]?.taken_on
  return [release?.issued_on, release?.corrected?.on, taken].includes(day)
}

function shown(entry: Entry<DatedKind>): Value {
  const { first, last } = daysOf(entry)
  return first === last ? first : said('{first} to {last}', { first, last })
}

function otherDay(subject: Subject, span: Span, message: Said, field: string): Diagnostic {
  const hint = said('Correct what was left of another record, or the day.')
  const more = said(
    'Where it is meant, say so: `accepts: [{ remark: editorial/other-day, in: {field} }]` in the record.',
    { field },
  )
  const told = warningAt('editorial/other-day', span, message, hint, more)
  return besides(told, ...fieldOfEntry(subject, `/${kinds[subject.kind].days.first}`, daysOf(subject).first))
}
