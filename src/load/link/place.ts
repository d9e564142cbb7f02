/** Regions have a P-code; branches work in a region. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { type Draft, inconsistent, placeOfLack, textAt, valueAt } from '../draft.ts'

export function checkPlace(draft: Draft): readonly Diagnostic[] {
  const type = textAt(draft, '/type')
  if (type === 'region' && valueAt(draft, '/pcode') === undefined) {
    const hint = 'Add “pcode”: its OCHA P-code, for example UZ26.'
    return [errorAt('record/missing-field', placeOfLack(draft, ''), 'A region must have a “pcode”.', hint)]
  }
  if (type === 'region' && valueAt(draft, '/region') !== undefined) {
    return [
      inconsistent(draft, '/region', 'A region lies in no other region.', 'Remove “region”, or set “type: branch”.'),
    ]
  }
  return []
}
