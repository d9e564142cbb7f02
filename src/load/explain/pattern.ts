/** Text of the wrong form: ids, languages, periods, codes. */

import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { periodPattern } from '../../model/period.ts'
import { idPattern, refers } from '../../model/record/fields.ts'
import { type Said, said } from '../../model/said.ts'
import { languagePattern } from '../../model/text.ts'
import { idFrom, letterNamed, twinsIn } from '../id.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, spanOfMistake } from '../mistake.ts'
import { show } from '../show.ts'
import { monthNamed } from './month.ts'

export function explainPattern(mistake: Mistake): Diagnostic {
  const schema = schemaOf(mistake)
  const written = String(mistake.error.data)
  const place = placeOfMistake(mistake)
  const span = spanOfMistake(mistake)
  if (schema.pattern === idPattern) {
    // Which record is meant, `link/references.ts` knows.
    const hints = schema[refers] ? aboutField(schema) : idHints(written)
    return errorAt(
      'record/bad-id',
      span,
      said('{written} in {place} is not an id.', { written: show(written), place }),
      ...hints,
    )
  }
  if (schema.pattern === languagePattern) {
    const message = said('{written} in {place} is not a language tag.', { written: show(written), place })
    return errorAt('record/wrong-value', span, message, languageHint(written))
  }
  const hints = schema.pattern === periodPattern ? [periodHint(written)] : aboutField(schema)
  return errorAt(
    'record/wrong-value',
    span,
    said('{Place} cannot be {value}.', { place, value: show(written) }),
    ...hints,
  )
}

function idHints(written: string): readonly Said[] {
  const rule = said('An id has lower-case letters a-z, digits and hyphens, at most 80.')
  const near = idFrom(written)
  const strange = /[a-z]/i.test(written) && near !== '' ? twinsIn(written) : []
  if (strange.length > 0) {
    const letters = strange.map(letterNamed).join(', ')
    return [
      said('Write {near}: {letters} is of another alphabet, and looks like a Latin letter.', { near, letters }),
      rule,
    ]
  }
  return near === '' ? [rule] : [said('Write {near}.', { near }), rule]
}

/** BCP 47 as records write it: `UZ_latn` -> `uz-Latn`. */
export function languageHint(written: string): Said {
  const [language = '', ...rest] = written.trim().split(/[-_\s]+/)
  const parts = rest.map(part =>
    part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase(),
  )
  const tag = [language.toLowerCase(), ...parts].join('-')
  return new RegExp(languagePattern).test(tag)
    ? said('Write {tag}.', { tag })
    : said('Write a BCP 47 tag such as ru, uz-Latn, uz-Cyrl, en.')
}

/** `Q3 2022`, `III кв. 2022` and `3 кв. 2022` are a quarter, `March 2022` and `03.2022` a month; else there are the forms. */
export function periodHint(written: string): Said {
  const month = /^(\d{4})-([1-9])$/.exec(written)
  if (month) return said('Write {period}; a quarter is 2022-Q3.', { period: `${month[1]}-0${month[2]}` })
  const [, number = '', after] = /^(0?[1-9]|1[0-2])[./-](\d{4})$/.exec(written) ?? []
  if (after !== undefined) return said('Write {text}.', { text: `${after}-${number.padStart(2, '0')}` })
  const [, year] = /((?:19|20)\d{2})/.exec(written) ?? []
  const rest = year === undefined ? written : written.replace(year, ' ')
  const named = rest.match(/\p{L}+/gu)?.flatMap(word => monthNamed(word) ?? []) ?? []
  if (year !== undefined && named.length === 1)
    return said('Write {year}-{named}.', { year, named: String(named[0]).padStart(2, '0') })
  const quarter = quarterIn(rest)
  if (year !== undefined && quarter !== undefined) return said('Write {year}-Q{quarter}.', { year, quarter })
  if (/^\d{4}-Q\d/.test(written)) return said('Quarters are Q1 to Q4 of the calendar year: 2022-Q3.')
  if (/^\d{4}-\d\d?\b/.test(written)) return said('Months are 01 to 12: 2022-11.')
  return said('Write a year (2022), a quarter (2022-Q3), a month (2022-11), or months from and to (2022-04/2023-03).')
}

function quarterIn(text: string): string | undefined {
  const roman = /(?<!\p{L})(?:IV|I{1,3})(?!\p{L})/u.exec(text)?.[0]
  return roman === undefined
    ? /(?<![0-9])[1-4](?![0-9])/.exec(text)?.[0]
    : String(['I', 'II', 'III', 'IV'].indexOf(roman) + 1)
}
