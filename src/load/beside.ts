/** Fields that a mistake of a record is held against, in the same record or in another. */
import { fieldAt } from '../model/beside.ts'
import type { Related } from '../model/diagnostic.ts'
import { type Draft, dayAt, has, placeIn, valueAt } from './draft.ts'
import { show, showPlace } from './show.ts'

/** Those that are there. Of a list or a map only where it begins: it may be long. */
export function besideIn(draft: Draft, ...pointers: string[]): readonly Related[] {
  return pointers.flatMap(pointer => {
    if (!has(draft, pointer)) return []
    const value = valueAt(draft, pointer)
    if (typeof value === 'object') return [fieldAt(placeIn(draft, pointer, 'key'), showPlace(pointer))]
    return [fieldAt(placeIn(draft, pointer), showPlace(pointer), dayAt(draft, pointer) ?? show(value))]
  })
}
