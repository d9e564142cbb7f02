/** Values that are too small, too large, too few, too many or twice. */

import { firstAt } from '../../model/beside.ts'
import { spanIn } from '../../model/dataset.ts'
import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { type Said, said } from '../../model/said.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, showData, spanOfMistake } from '../mistake.ts'
import { show } from '../show.ts'

export function explainRange(mistake: Mistake): Diagnostic {
  const { keyword, params } = mistake.error
  if (keyword === 'uniqueItems') return twice(mistake)
  const about = aboutField(schemaOf(mistake))
  const limit = String(params['limit'])
  const place = placeOfMistake(mistake)
  const cannotBe = said('{Place} cannot be {value}.', { place, value: showData(mistake) })
  switch (keyword) {
    case 'minLength':
      return wrong(
        mistake,
        said('{Place} is empty.', { place }),
        said('Write the text, or remove the field.'),
        ...about,
      )
    case 'minItems':
      if (limit !== '1')
        return wrong(
          mistake,
          said('{Place} has too few entries.', { place }),
          said('Write {limit} of them.', { limit }),
          ...about,
        )
      return wrong(
        mistake,
        said('{Place} is an empty list.', { place }),
        said('Write at least one entry, or remove the field.'),
        ...about,
      )
    case 'minProperties':
      return wrong(
        mistake,
        said('{Place} is an empty map.', { place }),
        said('Write a text for each language, or remove the field.'),
      )
    case 'minimum':
      return wrong(mistake, cannotBe, said('It is at least {limit}.', { limit }), ...about)
    case 'exclusiveMinimum':
      return wrong(mistake, cannotBe, said('It is more than {limit}.', { limit }), ...about)
    case 'maximum':
      return wrong(mistake, cannotBe, said('It is at most {limit}.', { limit }), ...about)
    case 'maxItems':
      return wrong(
        mistake,
        said('{Place} has too many entries.', { place }),
        said('Write {limit} of them.', { limit }),
        ...about,
      )
    default:
      return wrong(mistake, cannotBe, ...about)
  }
}

function wrong(mistake: Mistake, message: Said, ...hints: Said[]): Diagnostic {
  return errorAt('record/wrong-value', spanOfMistake(mistake), message, ...hints)
}

function twice(mistake: Mistake): Diagnostic {
  const { data, params } = mistake.error
  const later = Math.max(Number(params['i']), Number(params['j']))
  const value: unknown = Array.isArray(data) ? data[later] : undefined
  const span = spanIn(mistake.origin, `${mistake.pointer}/${later}`)
  const message = said('{value} stands twice in {place}.', {
    value: show(value),
    place: placeOfMistake(mistake),
  })
  const first = Math.min(Number(params['i']), Number(params['j']))
  const told = errorAt('record/wrong-value', span, message, said('Keep one of them.'))
  return besides(told, firstAt(spanIn(mistake.origin, `${mistake.pointer}/${first}`)))
}
