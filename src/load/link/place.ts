/** Regions have a code that others know them by; branches work in a region. */

import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, inconsistent, placeOfLack, textAt, valueAt } from '../draft.ts'

export function checkPlace(draft: Draft): readonly Diagnostic[] {
  const type = textAt(draft, '/type')
  const hasCode = valueAt(draft, '/pcode') !== undefined || valueAt(draft, '/iso_code') !== undefined
  if (type === 'region' && !hasCode) {
    const hint = said('Add “pcode”: its OCHA P-code, for example UZ26; where there is none, “iso_code”: UZ-TK.')
    return [errorAt('record/missing-field', placeOfLack(draft, ''), said('A region must have a “pcode”.'), hint)]
  }
  if (type === 'region' && valueAt(draft, '/region') !== undefined) {
    const message = said('A region lies in no other region.')
    const told = inconsistent(draft, '/region', message, said('Remove “region”, or set “type: branch”.'))
    return [besides(told, ...besideIn(draft, '/type'))]
  }
  return []
}
