/**
 * What an editor would say before a release goes out. The build goes on: these are warnings, but for a photo whose
 * people refused, and for what a page would leave out. `--strict` turns them into failure.
 *
 *   editorial-release.ts   what the release block lacks: quote, contact, credit, consent, role; embargo; headline
 *   editorial-blank.ts     texts of which no page shows anything
 *   editorial-days.ts      what is of another day than the record
 *   editorial-years.ts     agreements of other years
 *   editorial-letters.ts   spaces, tabs, alphabets, apostrophes, invisible characters
 *   editorial-glyphs.ts    what the fonts lack
 *   editorial-numbers.ts   numbers that differ between languages
 *   editorial-markup.ts    Markdown that the page prints as it was typed, or takes for something else
 *   editorial-nesting.ts   quotes and lists that no page shows
 *   editorial-tables.ts    tables that no page holds
 *   editorial-stops.ts     lists whose entries end some with a stop and some without
 */
import { tongueOf } from '../language/tongue.ts'
import type { Entry, Subject } from '../model/dataset.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Language } from '../model/text.ts'
import { checkBlank } from './editorial-blank.ts'
import { checkDays, checkTexts } from './editorial-days.ts'
import { checkGlyphs } from './editorial-glyphs.ts'
import { checkInvisible, checkLetters, checkTabs } from './editorial-letters.ts'
import { checkMarkup, type RemarksOn } from './editorial-markup.ts'
import { checkNesting } from './editorial-nesting.ts'
import { checkNumbers } from './editorial-numbers.ts'
import { checkReleaseBlock } from './editorial-release.ts'
import { checkListedStops, checkStops } from './editorial-stops.ts'
import { checkTables, type WideTablesIn } from './editorial-tables.ts'
import { asShown, writtenFields } from './editorial-texts.ts'
import type { Surrounding } from './telling.ts'

export interface EditorialOptions {
  /** The moment against which embargoes are held (ISO 8601): the clock gives diagnostics only, never bytes. */
  readonly asOf?: string | undefined
  /** Whether the page's fonts have a character; without it nothing is said of glyphs. */
  readonly shows?: ((character: string) => boolean) | undefined
  /** What the page's reader of Markdown would not show as it was meant; without it nothing is said of that. */
  readonly remarksOn?: RemarksOn | undefined
  /** Which tables of a text no page holds; without it nothing is said of that. */
  readonly wideTablesIn?: WideTablesIn | undefined
}

/** Of one record with a release. */
export function editorialOf(subject: Subject, dataset: Surrounding, options: EditorialOptions): readonly Diagnostic[] {
  const { release } = subject.data
  if (!release) return []
  const block = checkReleaseBlock({ dataset, subject, release }, options.asOf)
  const [mainLanguage = ''] = dataset.society.data.languages
  const fields = writtenFields(subject, mainLanguage)
  const listed = checkListedStops(fields)
  const days = [...fields.flatMap(field => checkTexts(subject, field, dataset.packs)), ...checkDays(subject)]
  return [...block, ...listed, ...days, ...checkFields([subject], dataset, options)]
}

/** What every release may print of the others' records. */
export function editorialOfShared(dataset: Surrounding, options: EditorialOptions): readonly Diagnostic[] {
  const { society, organization, person } = dataset
  return checkFields([society, ...organization.values(), ...person.values()], dataset, options)
}

/** Of any record: reports print what no release tells. */
export function unseenIn(entry: Entry, { society }: Pick<Surrounding, 'society'>): readonly Diagnostic[] {
  const [mainLanguage = ''] = society.data.languages
  return writtenFields(entry, mainLanguage)
    .flat()
    .flatMap(written => [...checkInvisible(written), ...checkTabs(written)])
}

function checkFields(entries: readonly Entry[], dataset: Surrounding, options: EditorialOptions): Diagnostic[] {
  const { society, packs } = dataset
  const tongue = (language: Language) => tongueOf(language, packs)
  const { shows, remarksOn, wideTablesIn } = options
  const [mainLanguage = ''] = society.data.languages
  const fields = entries.flatMap(of => writtenFields(of, mainLanguage))
  return [
    ...fields.flatMap(field => [
      ...field.flatMap(written => checkLetters(written, packs)),
      ...field.flatMap(checkNesting),
      ...field.flatMap(checkStops),
      ...(remarksOn ? field.flatMap(written => checkMarkup(written, remarksOn)) : []),
      ...(wideTablesIn ? field.flatMap(written => checkTables(written, tongue(written.language), wideTablesIn)) : []),
      ...checkNumbers(field, mainLanguage, tongue),
    ]),
    ...(shows ? checkGlyphs(fields.flat().map(asShown), shows) : []),
    ...(shows ? fields.flat().flatMap(written => checkBlank(written, shows)) : []),
  ]
}
