/** Values that are too small, too large, too few, too many or twice. */
import { spanIn } from '../../model/dataset.ts'
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, showData, spanOfMistake } from '../mistake.ts'
import { capitalized, show } from '../show.ts'

export function explainRange(mistake: Mistake): Diagnostic {
  const { keyword, params } = mistake.error
  if (keyword === 'uniqueItems') return twice(mistake)
  const about = aboutField(schemaOf(mistake))
  const limit = String(params['limit'])
  switch (keyword) {
    case 'minLength':
      return wrong(mistake, 'is empty', 'Write the text, or remove the field.', ...about)
    case 'minItems':
      return wrong(mistake, 'is an empty list', 'Write at least one entry, or remove the field.', ...about)
    case 'minProperties':
      return wrong(mistake, 'is an empty map', 'Write a text for each language, or remove the field.')
    case 'minimum':
      return wrong(mistake, `cannot be ${showData(mistake)}`, `It is at least ${limit}.`, ...about)
    case 'exclusiveMinimum':
      return wrong(mistake, `cannot be ${showData(mistake)}`, `It is more than ${limit}.`, ...about)
    case 'maximum':
      return wrong(mistake, `cannot be ${showData(mistake)}`, `It is at most ${limit}.`, ...about)
    default:
      return wrong(mistake, `cannot be ${showData(mistake)}`, ...about)
  }
}

function wrong(mistake: Mistake, what: string, ...hints: string[]): Diagnostic {
  return errorAt(
    'record/wrong-value',
    spanOfMistake(mistake),
    `${capitalized(placeOfMistake(mistake))} ${what}.`,
    ...hints,
  )
}

function twice(mistake: Mistake): Diagnostic {
  const { data, params } = mistake.error
  const later = Math.max(Number(params['i']), Number(params['j']))
  const value: unknown = Array.isArray(data) ? data[later] : undefined
  const span = spanIn(mistake.origin, `${mistake.pointer}/${later}`)
  const message = `${show(value)} stands twice in ${placeOfMistake(mistake)}.`
  return errorAt('record/wrong-value', span, message, 'Keep one of them.')
}
