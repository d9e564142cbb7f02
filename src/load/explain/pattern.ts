/** Text of the wrong form: ids, languages, periods, codes. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { periodPattern } from '../../model/period.ts'
import { idPattern } from '../../model/record/fields.ts'
import { languagePattern } from '../../model/text.ts'
import { idFrom, twinsIn } from '../id.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, spanOfMistake } from '../mistake.ts'
import { capitalized, show } from '../show.ts'

export function explainPattern(mistake: Mistake): Diagnostic {
  const schema = schemaOf(mistake)
  const written = String(mistake.error.data)
  const place = placeOfMistake(mistake)
  const span = spanOfMistake(mistake)
  if (schema.pattern === idPattern) {
    return errorAt('record/bad-id', span, `${show(written)} in ${place} is not an id.`, ...idHints(written))
  }
  if (schema.pattern === languagePattern) {
    const message = `${show(written)} in ${place} is not a language tag.`
    return errorAt('record/wrong-value', span, message, languageHint(written))
  }
  const hints = schema.pattern === periodPattern ? [periodHint(written)] : aboutField(schema)
  return errorAt('record/wrong-value', span, `${capitalized(place)} cannot be ${show(written)}.`, ...hints)
}

function idHints(written: string): readonly string[] {
  const rule = 'An id has lower-case letters a-z, digits and hyphens, at most 80.'
  const near = idFrom(written)
  const parts = written
    .split(/\s*[;,]\s*/)
    .map(idFrom)
    .filter(Boolean)
  if (/[;,]/.test(written) && parts.length > 1)
    return [`A comma and a space part the entries of a list: ${parts.join(', ')}.`, rule]
  const strange = /[a-z]/i.test(written) && near !== '' ? twinsIn(written) : []
  if (strange.length > 0) {
    const letters = strange.map(
      letter => `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
    )
    return [`Write ${near}: ${letters.join(', ')} is Cyrillic, and looks like a Latin letter.`, rule]
  }
  return near === '' ? [rule] : [`Write ${near}.`, rule]
}

/** BCP 47 as records write it: `UZ_latn` -> `uz-Latn`. */
export function languageHint(written: string): string {
  const [language = '', ...rest] = written.trim().split(/[-_\s]+/)
  const parts = rest.map(part =>
    part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase(),
  )
  const tag = [language.toLowerCase(), ...parts].join('-')
  return new RegExp(languagePattern).test(tag)
    ? `Write ${tag}.`
    : 'Write a BCP 47 tag such as ru, uz-Latn, uz-Cyrl, en.'
}

/** `Q3 2022` and `3 кв. 2022` are a quarter; anything else is answered with the forms there are. */
function periodHint(written: string): string {
  const month = /^(\d{4})-([1-9])$/.exec(written)
  if (month) return `Write ${month[1]}-0${month[2]}; a quarter is 2022-Q3.`
  const [, year] = /((?:19|20)\d{2})/.exec(written) ?? []
  const rest = year === undefined ? written : written.replace(year, ' ')
  const number = /(?<![0-9])[1-4](?![0-9])/.exec(rest)?.[0]
  if (year !== undefined && number !== undefined) return `Write ${year}-Q${number}.`
  if (/^\d{4}-Q\d/.test(written)) return 'Quarters are Q1 to Q4 of the calendar year: 2022-Q3.'
  if (/^\d{4}-\d\d?\b/.test(written)) return 'Months are 01 to 12: 2022-11.'
  return 'Write a year (2022), a quarter (2022-Q3), a month (2022-11), or months from and to (2022-04/2023-03).'
}
