/** What a release must have before journalists, and those it names, can be well served by it. */

import { type Subject, spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import type { Photo, Release, releaseParts } from '../model/record/release.ts'
import { type Said, said } from '../model/said.ts'
import type { Text } from '../model/text.ts'
import { regionsElsewhere } from './dateline.ts'
import { placeOf, type Written } from './editorial-texts.ts'
import { isPast } from './embargo.ts'
import { type Surrounding, toldOf } from './telling.ts'

/** A release under review: `release` is the subject's, and not withheld. */
export interface Reviewed {
  readonly dataset: Surrounding
  readonly subject: Subject
  readonly release: Release
}

/** @param asOf the moment against which an embargo is held; none: it is not */
export function checkReleaseBlock(reviewed: Reviewed, asOf: string | undefined): readonly Diagnostic[] {
  const { release } = reviewed
  return [
    ...headlines(reviewed).flatMap(checkHeadline),
    ...checkQuotes(reviewed),
    ...checkContact(reviewed),
    ...checkBoilerplate(reviewed),
    ...checkDateline(reviewed),
    ...checkEmbargo(reviewed, asOf),
    ...(release.photos ?? []).flatMap((photo, index) => checkPhoto(reviewed, photo, `/release/photos/${index}`)),
    ...checkRoles(reviewed),
  ]
}

/** What search engines asked of the headline of a `NewsArticle` (schema.org) until 2023; longer ones are cut in lists. */
export const headlineLimit = 110

function headlines({ dataset, subject, release }: Reviewed): readonly Written[] {
  const at = { of: subject, pointer: '/release/headline' }
  const [language = ''] = dataset.society.data.languages
  if (typeof release.headline === 'string') return [{ ...at, language, text: release.headline }]
  return Object.entries(release.headline).map(([tag, text]) => ({
    ...at,
    pointer: `${at.pointer}/${tag}`,
    language: tag,
    text,
  }))
}

/** «2022 г.» ends with the stop of an abbreviation, which stays. */
const abbreviated = /(?:^|[\s\u00a0])(?:гг?|й|y|p|др|пр)\.$/u

function checkHeadline(written: Written): readonly Diagnostic[] {
  const text = written.text.trim()
  const found: Diagnostic[] = []
  const { length } = Array.from(text)
  if (length > headlineLimit) {
    const message = said('This headline has {length} characters, more than {headlineLimit}.', { length, headlineLimit })
    const hint = said(
      '{headlineLimit} is what search engines took for the headline of a news article; lists and phones cut what is longer.',
      { headlineLimit },
    )
    const more = said('Move part of it to “subheadline”.')
    found.push(warningAt('editorial/long-headline', spanOf(written.of, written.pointer), message, hint, more))
  }
  if (/(?<!\.)\.$/.test(text) && !abbreviated.test(text)) {
    const lastWord = /\S+$/.exec(text)?.[0] ?? text
    const span = placeOf(written, lastWord)
    const stop = { ...span, start: Math.max(span.start, span.end - 1) }
    found.push(
      warningAt('editorial/headline-stop', stop, said('This headline ends with a full stop.'), said('Take it off.')),
    )
  }
  return found
}

type Part = (typeof releaseParts)[number]

const goesWithout = ({ release }: Reviewed, what: Part) => release.without?.includes(what) ?? false
/** News items and notes are short: they need neither words of somebody nor the paragraph about the society. */
const isFullRelease = ({ release }: Reviewed) => (release.variant ?? 'press-release') === 'press-release'
const acceptance = (what: (typeof releaseParts)[number]) =>
  said('Where it is meant to have none, say so: `without: [{what}]` in the release.', { what })

function checkQuotes(reviewed: Reviewed): readonly Diagnostic[] {
  const { subject, release } = reviewed
  if (goesWithout(reviewed, 'quote') || (release.quotes ?? []).length > 0 || !isFullRelease(reviewed)) return []
  const message = said('The release of “{id}” quotes nobody.', { id: subject.id })
  const hint = said('Add to “quotes” what somebody said and agreed to see in print.')
  return [warningAt('editorial/no-quote', spanOf(subject, '/release', 'key'), message, hint, acceptance('quote'))]
}

function checkContact(reviewed: Reviewed): readonly Diagnostic[] {
  const { dataset, subject, release } = reviewed
  const { press_contact: press } = dataset.society.data
  const contact = release.contact ?? press
  if (goesWithout(reviewed, 'contact') || contact?.phone !== undefined || contact?.email !== undefined) return []
  const hint = said('Add “press_contact” with “phone” or “email” to data/society.yaml, or “contact” to the release.')
  if (!contact) {
    const message = said('The release of “{id}” names nobody whom a journalist could ask.', { id: subject.id })
    return [warningAt('editorial/no-contact', spanOf(subject, '/release', 'key'), message, hint, acceptance('contact'))]
  }
  const span = release.contact
    ? spanOf(subject, '/release/contact', 'key')
    : spanOf(dataset.society, '/press_contact', 'key')
  return [
    warningAt(
      'editorial/no-contact',
      span,
      said('This contact has neither phone nor e-mail.'),
      hint,
      acceptance('contact'),
    ),
  ]
}

function checkBoilerplate(reviewed: Reviewed): readonly Diagnostic[] {
  const { dataset, subject } = reviewed
  if (goesWithout(reviewed, 'boilerplate') || dataset.society.data.boilerplate !== undefined) return []
  if (!isFullRelease(reviewed)) return []
  const message = said('The release of “{id}” does not say who the society is.', { id: subject.id })
  const hint = said('Add “boilerplate” to data/society.yaml: the paragraph that closes each release.')
  return [
    warningAt('editorial/no-boilerplate', spanOf(subject, '/release', 'key'), message, hint, acceptance('boilerplate')),
  ]
}

/** Whoever was in Fergana does not report from the capital. */
function checkDateline({ dataset, subject, release }: Reviewed): readonly Diagnostic[] {
  const regions = regionsElsewhere(subject, dataset)
  if (release.dateline !== undefined || regions.length === 0) return []
  const named = regions.map(id => said('“{id}”', { id }))
  const [only] = regions
  const dated = regions.length > 1 ? said('the seat of the society') : said('the region “{only}”', { only: only ?? '' })
  const message = said('What is told happened in {named}, no town is given, and the release is dated from {dated}.', {
    named,
    dated,
  })
  const hint = said('Add “dateline” to the release: the town that it is dated from.')
  return [warningAt('editorial/no-dateline', spanOf(subject, '/release', 'key'), message, hint)]
}

function checkEmbargo({ subject, release }: Reviewed, asOf: string | undefined): readonly Diagnostic[] {
  const { embargo_until: until } = release
  if (until === undefined || asOf === undefined || !isPast(until, asOf)) return []
  const message = said('The embargo ended at {until}, and the page still says “not before”.', { until })
  const hint = said('Take “embargo_until” out: the release may be published.')
  return [warningAt('editorial/embargo-past', spanOf(subject, '/release/embargo_until'), message, hint)]
}

/** A stand-in shows nobody and was taken by nobody. */
function checkPhoto({ subject }: Reviewed, photo: Photo, pointer: string): readonly Diagnostic[] {
  if (photo.consent === 'no') {
    const message = said('The people on this photo did not agree to be shown, so it may not be published.')
    const hint = said('Take the photo out of the release, or choose another.')
    return [errorAt('editorial/photo-refused', spanOf(subject, `${pointer}/consent`), message, hint)]
  }
  if (photo.placeholder) return []
  const found: Diagnostic[] = []
  const file = spanOf(subject, `${pointer}/file`)
  if (photo.credit === undefined) {
    const hint = said('Add “credit”: “Name / Society”.')
    found.push(warningAt('editorial/photo-credit', file, said('This photo does not say who took it.'), hint))
  }
  if (photo.consent === undefined) {
    const hint = said('Add “consent: yes” where they agreed, or “not-needed” where nobody can be recognised.')
    found.push(
      warningAt('editorial/photo-consent', file, said('It is not said whether the people on this photo agreed.'), hint),
    )
  } else if (photo.minors && photo.consent !== 'yes') {
    const hint = said('Ask their parents or guardians, and write “consent: yes” when they have agreed.')
    const message = said('Children are shown, and nobody is said to have agreed for them.')
    found.push(warningAt('editorial/photo-consent', spanOf(subject, `${pointer}/minors`), message, hint))
  }
  return found
}

function checkRoles({ dataset, subject, release }: Reviewed): readonly Diagnostic[] {
  const roleOf = (each: { readonly role?: Text | undefined; readonly person?: string | undefined }) =>
    each.role ?? (each.person === undefined ? undefined : dataset.person.get(each.person)?.data.role)
  const participants = toldOf(subject).participants ?? []
  const tell = (pointer: string, message: Said) =>
    warningAt(
      'editorial/no-role',
      spanOf(subject, pointer),
      message,
      said('Add “role”: the job title, or on whose behalf they came.'),
    )
  return [
    ...participants.flatMap((each, index) =>
      roleOf(each)
        ? []
        : [
            tell(
              `/participants/${index}`,
              said('A participant is named without a role: readers cannot tell who it is.'),
            ),
          ],
    ),
    ...(release.quotes ?? []).flatMap((each, index) =>
      roleOf(each)
        ? []
        : [tell(`/release/quotes/${index}`, said('Somebody is quoted without a role: readers cannot tell who it is.'))],
    ),
  ]
}
