/** What a release must have before journalists, and those it names, can be well served by it. */
import { type Subject, spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import type { Photo, Release } from '../model/record/release.ts'
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
    const message = `This headline has ${length} characters, more than ${headlineLimit}.`
    const hint = `${headlineLimit} is what search engines took for the headline of a news article; lists and phones cut what is longer.`
    const more = 'Move part of it to “subheadline”.'
    found.push(warningAt('editorial/long-headline', spanOf(written.of, written.pointer), message, hint, more))
  }
  if (/(?<!\.)\.$/.test(text) && !abbreviated.test(text)) {
    const lastWord = /\S+$/.exec(text)?.[0] ?? text
    const span = placeOf(written, lastWord)
    const stop = { ...span, start: Math.max(span.start, span.end - 1) }
    found.push(warningAt('editorial/headline-stop', stop, 'This headline ends with a full stop.', 'Take it off.'))
  }
  return found
}

type Without = NonNullable<Release['without']>[number]

const goesWithout = ({ release }: Reviewed, what: Without) => release.without?.includes(what) ?? false
/** News items and notes are short: they need neither words of somebody nor the paragraph about the society. */
const isFullRelease = ({ release }: Reviewed) => (release.variant ?? 'press-release') === 'press-release'
const acceptance = (what: Without) => `Where it is meant to have none, say so: \`without: [${what}]\` in the release.`

function checkQuotes(reviewed: Reviewed): readonly Diagnostic[] {
  const { subject, release } = reviewed
  if (goesWithout(reviewed, 'quote') || (release.quotes ?? []).length > 0 || !isFullRelease(reviewed)) return []
  const message = `The release of “${subject.id}” quotes nobody.`
  const hint = 'Add to “quotes” what somebody said and agreed to see in print.'
  return [warningAt('editorial/no-quote', spanOf(subject, '/release', 'key'), message, hint, acceptance('quote'))]
}

function checkContact(reviewed: Reviewed): readonly Diagnostic[] {
  const { dataset, subject, release } = reviewed
  const { press_contact: press } = dataset.society.data
  const contact = release.contact ?? press
  if (goesWithout(reviewed, 'contact') || contact?.phone !== undefined || contact?.email !== undefined) return []
  const hint = 'Add “press_contact” with “phone” or “email” to data/society.yaml, or “contact” to the release.'
  if (!contact) {
    const message = `The release of “${subject.id}” names nobody whom a journalist could ask.`
    return [warningAt('editorial/no-contact', spanOf(subject, '/release', 'key'), message, hint, acceptance('contact'))]
  }
  const span = release.contact
    ? spanOf(subject, '/release/contact', 'key')
    : spanOf(dataset.society, '/press_contact', 'key')
  return [
    warningAt('editorial/no-contact', span, 'This contact has neither phone nor e-mail.', hint, acceptance('contact')),
  ]
}

function checkBoilerplate(reviewed: Reviewed): readonly Diagnostic[] {
  const { dataset, subject } = reviewed
  if (goesWithout(reviewed, 'boilerplate') || dataset.society.data.boilerplate !== undefined) return []
  if (!isFullRelease(reviewed)) return []
  const message = `The release of “${subject.id}” does not say who the society is.`
  const hint = 'Add “boilerplate” to data/society.yaml: the paragraph that closes each release.'
  return [
    warningAt('editorial/no-boilerplate', spanOf(subject, '/release', 'key'), message, hint, acceptance('boilerplate')),
  ]
}

/** Whoever was in Fergana does not report from the capital. */
function checkDateline({ dataset, subject, release }: Reviewed): readonly Diagnostic[] {
  const regions = regionsElsewhere(subject, dataset)
  if (release.dateline !== undefined || regions.length === 0) return []
  const named = regions.map(id => `“${id}”`).join(', ')
  const [only] = regions
  const dated = regions.length > 1 ? 'the seat of the society' : `the region “${only}”`
  const message = `What is told happened in ${named}, no town is given, and the release is dated from ${dated}.`
  const hint = 'Add “dateline” to the release: the town that it is dated from.'
  return [warningAt('editorial/no-dateline', spanOf(subject, '/release', 'key'), message, hint)]
}

function checkEmbargo({ subject, release }: Reviewed, asOf: string | undefined): readonly Diagnostic[] {
  const { embargo_until: until } = release
  if (until === undefined || asOf === undefined || !isPast(until, asOf)) return []
  const message = `The embargo ended at ${until}, and the page still says “not before”.`
  const hint = 'Take “embargo_until” out: the release may be published.'
  return [warningAt('editorial/embargo-past', spanOf(subject, '/release/embargo_until'), message, hint)]
}

/** A stand-in shows nobody and was taken by nobody. */
function checkPhoto({ subject }: Reviewed, photo: Photo, pointer: string): readonly Diagnostic[] {
  if (photo.consent === 'no') {
    const message = 'The people on this photo did not agree to be shown, so it may not be published.'
    const hint = 'Take the photo out of the release, or choose another.'
    return [errorAt('editorial/photo-refused', spanOf(subject, `${pointer}/consent`), message, hint)]
  }
  if (photo.placeholder) return []
  const found: Diagnostic[] = []
  const file = spanOf(subject, `${pointer}/file`)
  if (photo.credit === undefined) {
    const hint = 'Add “credit”: “Name / Society”.'
    found.push(warningAt('editorial/photo-credit', file, 'This photo does not say who took it.', hint))
  }
  if (photo.consent === undefined) {
    const hint = 'Add “consent: yes” where they agreed, or “not-needed” where nobody can be recognised.'
    found.push(
      warningAt('editorial/photo-consent', file, 'It is not said whether the people on this photo agreed.', hint),
    )
  } else if (photo.minors && photo.consent !== 'yes') {
    const hint = 'Ask their parents or guardians, and write “consent: yes” when they have agreed.'
    const message = 'Children are shown, and nobody is said to have agreed for them.'
    found.push(warningAt('editorial/photo-consent', spanOf(subject, `${pointer}/minors`), message, hint))
  }
  return found
}

function checkRoles({ dataset, subject, release }: Reviewed): readonly Diagnostic[] {
  const roleOf = (each: { readonly role?: Text | undefined; readonly person?: string | undefined }) =>
    each.role ?? (each.person === undefined ? undefined : dataset.person.get(each.person)?.data.role)
  const participants = toldOf(subject).participants ?? []
  const tell = (pointer: string, who: string) =>
    warningAt(
      'editorial/no-role',
      spanOf(subject, pointer),
      `${who} without a role: readers cannot tell who it is.`,
      'Add “role”: the job title, or on whose behalf they came.',
    )
  return [
    ...participants.flatMap((each, index) =>
      roleOf(each) ? [] : [tell(`/participants/${index}`, 'A participant is named')],
    ),
    ...(release.quotes ?? []).flatMap((each, index) =>
      roleOf(each) ? [] : [tell(`/release/quotes/${index}`, 'Somebody is quoted')],
    ),
  ]
}
