/**
 * What an editor would say before a release goes out. The build goes on: these are warnings, but for a photo whose
 * people refused, and for what a page would leave out. `--strict` turns them into failure.
 *
 *   editorial-release.ts   what the release block lacks: quote, contact, credit, consent, role; embargo; headline
 *   editorial-letters.ts   spaces, alphabets, apostrophes, invisible characters
 *   editorial-numbers.ts   numbers that differ between languages
 *   editorial-markup.ts    Markdown that the page prints as it was typed, or takes for something else
 *   editorial-nesting.ts   quotes and lists that no page shows
 *   editorial-stops.ts     lists whose entries end some with a stop and some without
 */
import type { Entry, Subject } from '../model/dataset.ts'
import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { checkInvisible, checkLetters, codeOf } from './editorial-letters.ts'
import { checkMarkup, type RemarksOn } from './editorial-markup.ts'
import { checkNesting } from './editorial-nesting.ts'
import { checkNumbers } from './editorial-numbers.ts'
import { checkReleaseBlock } from './editorial-release.ts'
import { checkListedStops, checkStops } from './editorial-stops.ts'
import { placeOf, type Written, writtenFields } from './editorial-texts.ts'
import type { Surrounding } from './telling.ts'

export interface EditorialOptions {
  /** The moment against which embargoes are held (ISO 8601): the clock gives diagnostics only, never bytes. */
  readonly asOf?: string | undefined
  /** Whether the page's fonts have a character; without it nothing is said of glyphs. */
  readonly shows?: ((character: string) => boolean) | undefined
  /** What the page's reader of Markdown would not show as it was meant; without it nothing is said of that. */
  readonly remarksOn?: RemarksOn | undefined
}

/** Of one record with a release. */
export function editorialOf(subject: Subject, dataset: Surrounding, options: EditorialOptions): readonly Diagnostic[] {
  const { release } = subject.data
  if (!release) return []
  const block = checkReleaseBlock({ dataset, subject, release }, options.asOf)
  const [mainLanguage = ''] = dataset.society.data.languages
  const listed = checkListedStops(writtenFields(subject, mainLanguage))
  return [...block, ...listed, ...checkFields([subject], dataset, options)]
}

/** What every release may print of the others' records. */
export function editorialOfShared(dataset: Surrounding, options: EditorialOptions): readonly Diagnostic[] {
  const { society, organization, person } = dataset
  return checkFields([society, ...organization.values(), ...person.values()], dataset, options)
}

/** Of any record: reports print what no release tells. */
export function unseenIn(entry: Entry, { society }: Surrounding): readonly Diagnostic[] {
  const [mainLanguage = ''] = society.data.languages
  return writtenFields(entry, mainLanguage).flat().flatMap(checkInvisible)
}

function checkFields(entries: readonly Entry[], { society }: Surrounding, options: EditorialOptions): Diagnostic[] {
  const { shows, remarksOn } = options
  const [mainLanguage = ''] = society.data.languages
  const fields = entries.flatMap(of => writtenFields(of, mainLanguage))
  return [
    ...fields.flatMap(field => [
      ...field.flatMap(checkLetters),
      ...field.flatMap(checkNesting),
      ...field.flatMap(checkStops),
      ...(remarksOn ? field.flatMap(written => checkMarkup(written, remarksOn)) : []),
      ...checkNumbers(field, mainLanguage),
    ]),
    ...(shows ? fields.flatMap(field => field.flatMap(written => checkGlyphs(written, shows))) : []),
  ]
}

/** A letter or digit that cannot be shown garbles a word; a picture character is only left out. */
function checkGlyphs(written: Written, shows: (character: string) => boolean): readonly Diagnostic[] {
  const missing = [...new Set(written.text)].filter(each => /[^\s\p{C}\p{M}]/u.test(each) && !shows(each))
  return missing.map(character => {
    const named = `“${character}” (${codeOf(character)})`
    const span = placeOf(written, character)
    if (/[\p{L}\p{N}]/u.test(character)) {
      const message = `The fonts of the page have no ${named}.`
      return errorAt(
        'editorial/missing-glyph',
        span,
        message,
        'Write it in an alphabet of the languages you publish in.',
      )
    }
    const message = `The fonts of the page have no ${named}: the PDF leaves it out.`
    return warningAt('editorial/missing-glyph', span, message, 'Say it in words; pictures belong under “photos”.')
  })
}
