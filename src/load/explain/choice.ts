/** A value that is none of those a field takes. */

import { currencyCodes } from '../../model/currency.ts'
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { didYouMean, wasMeant } from '../../model/nearest.ts'
import { type Said, said } from '../../model/said.ts'
import { latin } from '../id.ts'
import { type Called, meantAmong } from '../meant.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, showData, spanOfMistake } from '../mistake.ts'
import { answerOf } from './answer.ts'

export function explainChoice(mistake: Mistake): Diagnostic {
  const { data } = mistake.error
  const values = schemaOf(mistake).enum ?? []
  // Of all currencies of the world, one letter makes another: nobody reads through all.
  const isLong = values.length > 40
  const near = typeof data === 'string' ? hintFor(data, values, isLong) : undefined
  const message = said('{value} is not a value of {place}.', {
    value: showData(mistake),
    place: placeOfMistake(mistake),
  })
  const hints = near === undefined ? [] : [near]
  const all = isLong ? aboutField(schemaOf(mistake)) : [said('It takes: {values}.', { values: values.join(', ') })]
  return errorAt('record/wrong-value', spanOfMistake(mistake), message, ...hints, ...all)
}

function hintFor(data: string, values: readonly string[], isLong: boolean): Said | undefined {
  const written = latin(data)
    .replace(/[“”„«»"'‘’\u00a0]/g, '')
    .trim()
  const meant = isLong ? currencyMeant(written, values) : valueMeant(written, values)
  if (meant !== undefined) return wasMeant(meant)
  return isLong ? undefined : didYouMean(written, values)
}

/** Itself in other letters, the only one of its words that is a value, or an answer in another language. */
function valueMeant(written: string, values: readonly string[]): string | undefined {
  const words = [written, ...written.split(/[\s,;/]+/)].map(word => word.toLowerCase())
  const found = values.filter(value => words.includes(value.toLowerCase()))
  if (found.length > 0) return found.length === 1 ? found[0] : undefined
  const answer = answerOf(written)
  return answer === undefined ? undefined : values.find(value => answerOf(value) === answer)
}

let currencies: readonly Called[] | undefined

function currencyMeant(written: string, values: readonly string[]): string | undefined {
  const code = values.find(value => value === written.toUpperCase())
  if (code !== undefined) return code
  currencies ??= currencyCodes.map(id => ({ id, names: languages.flatMap(language => namesOf(id, language)) }))
  const named = currencies.filter(({ id, names }) => values.includes(id) && names.includes(written))
  return named.length === 1 ? named[0]?.id : meantAmong(written, currencies)
}

const languages = ['en', 'ru', 'uz']

/** Its name and its sign, by CLDR. */
function namesOf(code: string, language: string): readonly string[] {
  const name = new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' })
  const sign = format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? code
  return [name, sign]
}
