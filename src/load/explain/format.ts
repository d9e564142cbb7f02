/** Days, moments and addresses that are not what they should be. */

import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { aboutField, type Mistake, placeOfMistake, schemaOf, spanOfMistake, writtenAs } from '../mistake.ts'
import { show } from '../show.ts'
import { dayHint, momentHint } from './day.ts'

export function explainFormat(mistake: Mistake): Diagnostic {
  const { data } = mistake.error
  const schema = schemaOf(mistake)
  // A number such as 15.10 is told as it was written, not as 15.1.
  const written = typeof data === 'string' ? data : writtenAs(mistake)
  const shown = show(written)
  const place = placeOfMistake(mistake)
  const span = spanOfMistake(mistake)
  switch (schema.format) {
    case 'date':
      return errorAt('record/date', span, said('{shown} in {place} is not a day.', { shown, place }), dayHint(written))
    case 'date-time':
      return errorAt(
        'record/date',
        span,
        said('{shown} in {place} is not a zoned time.', { shown, place }),
        momentHint(written, mistake.zoneOf),
      )
    case 'email':
      return errorAt(
        'record/wrong-value',
        span,
        said('{shown} in {place} is not an e-mail address.', { shown, place }),
        said('Write name@example.org.'),
      )
    case 'uri':
      return errorAt(
        'record/wrong-value',
        span,
        said('{shown} in {place} is not a web address.', { shown, place }),
        said('Begin with https://.'),
      )
    default:
      return errorAt(
        'record/wrong-value',
        span,
        said('{Place} cannot be {value}.', { place, value: shown }),
        ...aboutField(schema),
      )
  }
}
