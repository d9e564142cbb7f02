/**
 * What an editor would say before a release goes out. The build goes on: these are warnings, but for a photo whose
 * people refused. `--strict` turns them into failure.
 *
 *   editorial-release.ts   what the release block lacks: quote, contact, credit, consent, role; embargo; headline
 *   editorial-letters.ts   spaces, alphabets, apostrophes, invisible characters
 *   editorial-numbers.ts   numbers that differ between languages
 */
import type { Dataset, Entry } from '../model/dataset.ts'
import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { checkInvisible, checkLetters, codeOf } from './editorial-letters.ts'
import { checkNumbers } from './editorial-numbers.ts'
import { checkReleaseBlock } from './editorial-release.ts'
import { placeOf, type Written, writtenFields } from './editorial-texts.ts'

export interface EditorialOptions {
  /** The moment against which embargoes are held (ISO 8601): the clock gives diagnostics only, never bytes. */
  readonly asOf?: string | undefined
  /** Whether the page's fonts have a character; without it nothing is said of glyphs. */
  readonly shows?: ((character: string) => boolean) | undefined
}

/** Of every meeting and activity with a release that is not withheld, and of what all of them print. */
export function editorialChecks(dataset: Dataset, { asOf, shows }: EditorialOptions): readonly Diagnostic[] {
  const [mainLanguage = ''] = dataset.society.data.languages
  const subjects = [...dataset.meeting.values(), ...dataset.activity.values()].flatMap(subject => {
    const { release } = subject.data
    return release && release.status !== 'withheld' ? [{ dataset, subject, release }] : []
  })
  const unseen = all(dataset).flatMap(of => writtenFields(of, mainLanguage).flat().flatMap(checkInvisible))
  if (subjects.length === 0) return unseen
  const shared: readonly Entry[] = [dataset.society, ...dataset.organization.values(), ...dataset.person.values()]
  const fields = [...shared, ...subjects.map(each => each.subject)].flatMap(of => writtenFields(of, mainLanguage))
  return [
    ...unseen,
    ...subjects.flatMap(each => checkReleaseBlock(each, asOf)),
    ...fields.flatMap(field => [...field.flatMap(checkLetters), ...checkNumbers(field, mainLanguage)]),
    ...(shows ? fields.flatMap(field => field.flatMap(written => checkGlyphs(written, shows))) : []),
  ]
}

/** Reports print what no release tells: agreements, areas, places. */
const all = ({ society, ...kinds }: Dataset): readonly Entry[] => [
  society,
  ...Object.values(kinds).flatMap(entries => [...entries.values()]),
]

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
