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
    ...(shows ? checkGlyphs(fields.flat(), shows) : []),
  ]
}

/**
 * A letter or digit that cannot be shown garbles a word, and whoever lacks one of a script lacks all of it: told once.
 * Any other sign is only left out, and so is a mark over a letter; what nobody sees is told by `checkInvisible`.
 */
function checkGlyphs(texts: readonly Written[], shows: (character: string) => boolean): readonly Diagnostic[] {
  const scripts = new Map<string, Missing>()
  const signs = texts.flatMap(written =>
    [...new Set(written.text)].flatMap(character => {
      if (unseen.test(character) || shows(character)) return []
      if (!/[\p{L}\p{N}]/u.test(character)) return [leftOut(written, character)]
      const script = scriptOf(character)
      const missing = scripts.get(script) ?? { written, characters: new Set<string>() }
      scripts.set(script, missing)
      missing.characters.add(character)
      return []
    }),
  )
  return [...[...scripts].map(([script, missing]) => lettersLacking(script, missing)), ...signs]
}

interface Missing {
  /** Where the first of them stands. */
  readonly written: Written
  readonly characters: Set<string>
}

const unseen = /[\s\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u

function lettersLacking(script: string, { written, characters }: Missing): Diagnostic {
  const [first = '', ...more] = characters
  const others = more.length > 0 ? ` and ${more.length} more` : ''
  const message = `The fonts of the page have no “${first}” (${codeOf(first)})${others}${script}.`
  const hint =
    'Write it in an alphabet of the languages you publish in, or add a font that has it to templates/fonts and name it in templates/page.css.'
  return errorAt('editorial/missing-glyph', placeOf(written, first), message, hint)
}

function leftOut(written: Written, character: string): Diagnostic {
  const shown = /\p{M}/u.test(character) ? `◌${character}` : character
  const named = /\p{Cn}/u.test(character) ? `character ${codeOf(character)}` : `“${shown}” (${codeOf(character)})`
  const message = `The fonts of the page have no ${named}: the PDF leaves it out.`
  const hint = 'Say it in words; pictures belong under “photos”.'
  return warningAt('editorial/missing-glyph', placeOf(written, character), message, hint)
}

/** Of the scripts that are written to readers of news; a letter of another is told by itself. */
const scriptNames =
  'Arabic Armenian Bengali Devanagari Ethiopic Georgian Greek Hangul Han Hebrew Hiragana Katakana Khmer Lao Mongolian Myanmar Sinhala Tamil Thai Tibetan'
const scripts = scriptNames.split(' ').map(name => [new RegExp(`\\p{Script=${name}}`, 'u'), name] as const)

function scriptOf(character: string): string {
  const name = scripts.find(([script]) => script.test(character))?.[1]
  return name ? `: they lack the ${name} script` : ''
}
