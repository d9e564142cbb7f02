/** A value that is none of those a field takes. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, spanOfMistake } from '../mistake.ts'
import { show } from '../show.ts'

export function explainChoice(mistake: Mistake): Diagnostic {
  const { data } = mistake.error
  const values = schemaOf(mistake).enum ?? []
  const near = typeof data === 'string' ? didYouMean(data, values) : undefined
  const message = `${show(data)} is not a value of ${placeOfMistake(mistake)}.`
  const hints = near === undefined ? [] : [near]
  // Nobody reads through all currencies of the world.
  const all = values.length > 40 ? aboutField(schemaOf(mistake)) : [`It takes: ${values.join(', ')}.`]
  return errorAt('record/wrong-value', spanOfMistake(mistake), message, ...hints, ...all)
}
