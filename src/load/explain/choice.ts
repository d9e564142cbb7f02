/** A value that is none of those a field takes. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, showData, spanOfMistake } from '../mistake.ts'

export function explainChoice(mistake: Mistake): Diagnostic {
  const { data } = mistake.error
  const values = schemaOf(mistake).enum ?? []
  // Of all currencies of the world, one letter makes another: there only the case is mended, and nobody reads through all.
  const isLong = values.length > 40
  const among = isLong ? values.filter(value => value === String(data).toUpperCase()) : values
  const near = typeof data === 'string' ? didYouMean(data, among) : undefined
  const message = `${showData(mistake)} is not a value of ${placeOfMistake(mistake)}.`
  const hints = near === undefined ? [] : [near]
  const all = isLong ? aboutField(schemaOf(mistake)) : [`It takes: ${values.join(', ')}.`]
  return errorAt('record/wrong-value', spanOfMistake(mistake), message, ...hints, ...all)
}
