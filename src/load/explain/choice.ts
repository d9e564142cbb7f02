/** A value that is none of those a field takes. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { type Mistake, placeOfMistake, schemaOf, spanOfMistake } from '../mistake.ts'
import { show } from '../show.ts'

export function explainChoice(mistake: Mistake): Diagnostic {
  const { data } = mistake.error
  const values = schemaOf(mistake).enum ?? []
  const near = typeof data === 'string' ? didYouMean(data, values) : undefined
  const message = `${show(data)} is not a value of ${placeOfMistake(mistake)}.`
  const hints = near === undefined ? [] : [near]
  return errorAt('record/wrong-value', spanOfMistake(mistake), message, ...hints, `It takes: ${values.join(', ')}.`)
}
