/** What an author did wrong, as data: collected, never thrown. A bug is an exception; a mistake is one of these. */
import { inEnglish, type Said, said, verbatim } from './said.ts'
import type { Edit, Span } from './source.ts'

/**
 * Every code there is, with the one line that `docs/diagnostics.md` prints for it.
 * Codes are stable: programs and people look for them. Add, never rename.
 */
export const codes = {
  'file/not-read': 'A file under data/ that no rule reads: wrong folder, ending or name.',
  'file/wrong-year': 'A record lies in the folder of another year than its date.',
  'file/too-large': 'A file is larger than the limit for records.',
  'file/encoding': 'A file is not valid UTF-8.',
  'file/missing': 'A file that must exist does not.',
  'yaml/syntax': 'The text is not YAML.',
  'yaml/tab': 'A tab stands where YAML wants spaces.',
  'yaml/space': 'A no-break or other odd space stands where YAML wants a plain one.',
  'yaml/swallowed':
    'YAML takes a part of a text for something else: what follows “#”, a word after “&”, what follows a comma in braces.',
  'yaml/folded': 'A list or a table stands where lines are joined, so it becomes one line.',
  'yaml/duplicate-key': 'A key stands twice in one map.',
  'yaml/alias': 'Aliases are too many, too deep, or unresolved.',
  'yaml/unsupported': 'A YAML feature that records do not use: several documents, tags, merge keys, non-text keys.',
  'yaml/too-deep': 'Values are nested deeper than records ever are.',
  'record/unknown-field': 'A field that this kind of record does not have.',
  'record/missing-field': 'A field that must be there is not.',
  'record/wrong-type': 'A value of another type than the field takes.',
  'record/wrong-value': 'A value outside what the field allows.',
  'record/date': 'Not a calendar day in the form YYYY-MM-DD, or not a zoned time.',
  'record/boolean': 'yes, no, on or off: YAML 1.2 reads them as text; write true or false.',
  'record/bad-id': 'A file name or id that is not lower-case letters, digits and hyphens.',
  'record/duplicate-id': 'Two records share one id.',
  'record/same-name': 'Two organizations, areas or places have one name: reports write their ids beside it.',
  'record/unknown-reference': 'An id that no record has.',
  'record/unknown-language': 'A language the society does not publish in.',
  'record/missing-language': 'A text that is needed in a language does not have it.',
  'record/missing-form': 'A sentence asks for a case of a name that its record does not hold.',
  'record/inconsistent': 'Two fields contradict each other.',
  'record/missing-rate': 'Money in a currency for which the agreement gives no rate.',
  'record/control-character': 'A text holds an invisible control character, which no document can show.',
  'release/skipped-language': 'A release is not built in a language, because its headline or lead is missing there.',
  'release/awaiting-review': 'A language version is marked as awaiting a native editor.',
  'editorial/long-headline': 'A headline is longer than 110 characters, which lists and phones cut.',
  'editorial/headline-stop': 'A headline ends with a full stop.',
  'editorial/no-quote': 'A press release quotes nobody. `without: [quote]` in the release accepts it.',
  'editorial/no-contact': 'Nobody is named whom journalists could reach. `without: [contact]` accepts it.',
  'editorial/no-boilerplate': 'No paragraph says who the society is. `without: [boilerplate]` accepts it.',
  'editorial/no-dateline':
    'What is told happened in another region than that of the seat, and no town is given for the dateline.',
  'editorial/list-stops': 'Some entries of a list end with a stop and some without.',
  'editorial/embargo-past': 'An embargo has ended, and the page still states it.',
  'editorial/photo-credit': 'A photo does not say who took it.',
  'editorial/photo-consent': 'It is not said whether the people on a photo, or the parents of children, agreed.',
  'editorial/photo-refused': 'The people on a photo did not agree to be shown: an error.',
  'editorial/no-role': 'Somebody takes part or is quoted, and no role says who it is.',
  'editorial/numbers-differ': 'A field tells other numbers in one language than in another.',
  'editorial/other-day':
    'A headline, lead, caption, photo or `basis` is of another day than the record: something was left of an older one.',
  'editorial/other-year': 'An agreement that a record names, or the title of an agreement, is of other years.',
  'editorial/mixed-alphabets': 'A word holds Latin and Cyrillic letters.',
  'editorial/double-space': 'Two spaces stand between words.',
  'editorial/tab': 'A tab stands between words.',
  'editorial/file-day': 'A file is named after another day than that of its record.',
  'editorial/apostrophe':
    'A keyboard apostrophe stands for an Uzbek letter. The page prints it right, the record does not.',
  'editorial/invisible-character': 'A character without width, or one that turns the direction of text.',
  'editorial/printed-as-typed':
    'Markdown that is none where it stands, HTML or a footnote: the page prints the signs as they were typed.',
  'editorial/unmeant-markup':
    'Markdown makes of a text what was hardly meant: a list of direct speech, one line of several.',
  'editorial/nested-too-deep': 'Quotes or lists stand deeper inside each other than a page can show them: an error.',
  'editorial/accepted-in-vain': 'A record accepts a remark that is not made.',
  'editorial/wide-table':
    'A table has more columns than a page can hold, even one that lies on its side, in small letters: an error.',
  'editorial/missing-glyph':
    'A character that the fonts lack: left out of the PDF; an error where it is a letter or digit, or all of a text.',
  'report/outside-year': 'A result, a sum or people of outside the days of their agreement: no report counts them.',
  'report/after-cutoff': 'Facts of after the data cut-off of an agreement: they are in no figure.',
  'report/period-straddles': 'A period lies in two reporting years: it is counted in that of its last day.',
  'report/whole-over-years': 'People of an activity over two reporting years are told as a whole, and not by period.',
  'report/cancelled-spending': 'Money was spent on an activity that was cancelled: it counts, and is marked.',
  'report/budget-by-year': 'An agreement over several years does not say what a line has in each.',
  'report/target-by-year': 'An agreement over several years does not say what an indicator is to reach in each.',
  'report/overspent': 'A budget line is overspent by more than the threshold, and no explanation says why.',
  'report/underspent': 'A budget line is underspent by more than the threshold, and no explanation says why.',
  'report/unweighted': 'Percentages of several results do not say of how many they are, so their average misleads.',
  'report/latest-without-place':
    'Several activities tell of a state, and not all say of which place: their latest values are joined as of places.',
  'report/code-changed':
    'An indicator has another code or unit than in the agreement before, and does not say what it replaces.',
  'report/deviation': 'An indicator lies outside the threshold of its agreement, and no comment says why.',
  'report/no-actuals': 'An activity is over, and neither how many people it reached nor what it cost is reported.',
  'report/above-parent': 'An indicator exceeds the one of which it is a part.',
  'report/population': 'More people are reported as reached in a region than live there.',
  'report/large-share': 'People reached are 30 % or more of the population of a region: often a double count.',
  'photo/missing': 'A photo file does not exist in the workspace.',
  'photo/unreadable': 'A photo file is not an image that can be read.',
  'photo/moving': 'A photo moves, and a page shows its first picture.',
  'template/syntax': 'A template is not valid Handlebars.',
  'template/unknown-name': 'A template asks for a name that its model does not have.',
  'template/missing-value': 'A template asks for a value that this record does not have.',
  'template/missing-wording': 'A text key has no wording in a language.',
  'template/unknown-wording': 'A wording file has words that nothing asks for.',
  'template/layout':
    'A report layout names a sheet or column that does not exist, or words make what no workbook can hold.',
  'template/missing': 'A template file that is needed does not exist.',
  'template/font':
    'A font that cannot be used: a damaged file, one of bitmaps or colours, a variable one, one that may not be embedded.',
  'template/active-content': 'A template holds a script, a frame, a form, or fetches something from elsewhere.',
  'render/failed': 'An artifact could not be made.',
  'render/sandbox-off': 'The browser runs without its sandbox.',
  'build/not-selected': 'A path or filter selects nothing.',
  'import/unreadable': 'A file is no table that can be read: damaged, protected, of another format or encoding.',
  'import/too-large': 'A file, a sheet or what it unpacks to is larger than an import takes.',
  'import/no-table': 'No sheet has a row of headers that are known.',
  'import/sheet-left-out': 'A sheet is not imported: it is hidden, or no header of it is known.',
  'import/unknown-column': 'A column that no field of an activity answers to: it is not imported.',
  'import/missing-column': 'No column tells a field that every activity must have.',
  'import/missing-value': 'A row does not tell what every activity must have.',
  'import/wrong-value': 'A cell holds what its field cannot take: no day, no number, no word of the list.',
  'import/ambiguous': 'A cell can be read in two ways, and nothing says which is meant.',
  'import/unknown-name': 'A cell names what no record of the workspace is called.',
  'import/rows-differ': 'Rows of one activity tell different things of it.',
  'import/repeated-row': 'A row says again what another has said: it is counted once.',
  'import/other-country': 'Rows are of other countries than that of the society: they are left out.',
  'import/not-carried': 'What a column tells has no place in a record as things are.',
  'import/blank-kept': 'A cell is blank where the record has a value: the value stays.',
  'import/alike': 'A row is called as a record is, and has other days: it becomes an activity of its own.',
  'import/by-hand': 'What a row changes stands in the record in a form that is changed by hand alone.',
  'import/assumed': 'How a file is read was found out from the file: its encoding, its order of day and month.',
} as const

export type Code = keyof typeof codes
export type Severity = 'error' | 'warning'

export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  /** One sentence: what is wrong, with the offending value. */
  readonly message: Said
  readonly span?: Span
  /** How to mend it, each a sentence. */
  readonly hints: readonly Said[]
  /** Other places that have to do with it, in this file or in another. */
  readonly related?: readonly Related[]
  /** What mends it in the file of its span, where that is certain: no fact is guessed, and every other byte stays. */
  readonly fix?: readonly Edit[]
  /** Of all that have the same, the first is told: a script that is lacking is one mistake, in however many records. */
  readonly once?: string
  /** What is missing in a record, as far as one knows who has no records: whoever has them puts the span there. */
  readonly missing?: { readonly person?: string; readonly pointer: string }
  /** What is at fault, as it is printed, and how to tell that of a record: whoever has them looks where it stands in one. */
  readonly said?: { readonly text: string; readonly message: Said }
  /** Words that a language lacks: there may be hundreds, and they are told together. `packaged`: as Khabar has them. */
  readonly lacks?: { readonly key: string; readonly language: string; readonly packaged?: string }
}

/** A place beside that of a message, and what stands there. */
export interface Related {
  readonly span: Span
  readonly message: Said
}

/** A value, and all that is worth telling about it. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

export function errorAt(code: Code, span: Span | undefined, message: Said, ...hints: Said[]): Diagnostic {
  return { code, severity: 'error', message, hints, ...(span && { span }) }
}

export function warningAt(code: Code, span: Span | undefined, message: Said, ...hints: Said[]): Diagnostic {
  return { code, severity: 'warning', message, hints, ...(span && { span }) }
}

/** With other places that have to do with it; there may be none. */
export function besides(told: Diagnostic, ...related: readonly Related[]): Diagnostic {
  return related.length === 0 ? told : { ...told, related: [...(told.related ?? []), ...related] }
}

/** @param fix none where nobody can be certain */
export function mendedBy(told: Diagnostic, fix: readonly Edit[] | undefined): Diagnostic {
  return fix === undefined || fix.length === 0 ? told : { ...told, fix }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(each => each.severity === 'error')
}

/** By file, place and code, so that the same mistakes always print in the same order; those without a place first. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(inRows(a.span?.file.path ?? ''), inRows(b.span?.file.path ?? '')) ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
      compare(a.code, b.code) ||
      compare(inEnglish(a.message), inEnglish(b.message)),
  )
}

/** Cells of a table go by row, then by column: `…!D9` before `…!D10`. */
const inRows = (path: string): string =>
  path.replace(/!([A-Z]{1,3})(\d{1,7})$/, (_, column: string, row: string) => {
    return `!${row.padStart(7, '0')}${column.padStart(3)}`
  })

/** One mistake can show in many artifacts, and through each alias of its text; it is told once. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, message, span }) => {
    const key = JSON.stringify([code, inEnglish(message), span?.file.path, span?.start])
    return !seen.has(key) && seen.add(key)
  })
}

const mostNamed = 3

/** Words that one language lacks are one mistake, with the first of them by name. */
export function together(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lacking = Map.groupBy(
    diagnostics.filter(each => each.lacks !== undefined),
    ({ lacks, severity, span }) => `${severity} ${lacks?.language} ${span?.file.path}`,
  )
  const joined = [...lacking.values()].flatMap(all => lackingWords(distinct(all)))
  return [...diagnostics.filter(each => each.lacks === undefined), ...joined]
}

function lackingWords(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const lacking = all.flatMap(({ lacks }) => lacks ?? []).toSorted((a, b) => compare(a.key, b.key))
  const keys = lacking.map(({ key }) => key)
  const [first] = all
  if (!first?.span || keys.length === 1) return all
  const named = keys.slice(0, mostNamed).map(key => said('“{key}”', { key }))
  const more = keys.length - mostNamed
  const language = first.lacks?.language ?? ''
  const names = more > 0 ? said('{named} and {more} more', { named, more }) : named
  const count = keys.length
  const isLent = first.severity === 'warning'
  const isOfIndex = keys.every(key => key.startsWith('site.'))
  const message = isLent
    ? isOfIndex
      ? said('{count} words of the index in {language} are said in English: {names}.', { count, language, names })
      : said('{count} words of reports in {language} are said in English: {names}.', { count, language, names })
    : said('There is no wording for {count} keys in {language}: {names}.', { count, language, names })
  const packaged = lacking.slice(0, mostNamed).flatMap(each => englishFor(each) ?? [])
  const hint = said(
    'Add them to {path}: `khabar init --language {language}` writes there every key that is lacking, the English beside it.',
    { path: first.span.file.path, language },
  )
  return [{ ...first, message, hints: [...packaged, hint] }]
}

const mostShown = 80

/** A key with what it says in English, on one line. */
function englishFor({ key, packaged }: NonNullable<Diagnostic['lacks']>): Said | undefined {
  if (packaged === undefined) return undefined
  const line = packaged.replace(/\s+/g, ' ')
  return verbatim(`${key}: ${line.length > mostShown ? `${line.slice(0, mostShown).trimEnd()}…` : line}`)
}

/** @param diagnostics in order */
export function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ once }) => once === undefined || (!seen.has(once) && seen.add(once)))
}

/** By UTF-16 unit: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
