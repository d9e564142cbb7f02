/** An activity: its people and its places. */

import { besides, type Diagnostic } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, doubtful, entriesAt, textAt } from '../draft.ts'
import { isId } from '../id.ts'
import { checkActivityAmounts } from './amounts.ts'
import { checkPeople } from './people.ts'
import { keysAt } from './reporting.ts'

export function checkActivity(draft: Draft): readonly Diagnostic[] {
  return [...checkPeople(draft), ...checkPlaces(draft), ...checkActivityAmounts(draft)]
}

/** Values of a region that the activity does not name. */
function checkPlaces(draft: Draft): readonly Diagnostic[] {
  const places = entriesAt(draft, '/places').flatMap(at => textAt(draft, at) ?? [])
  if (places.length === 0) return []
  const ofResults = entriesAt(draft, '/results').map(at => [`${at}/place`, textAt(draft, `${at}/place`)] as const)
  const ofPeople = ['/target', '/reached'].flatMap(at =>
    keysAt(draft, `${at}/by_place`).map(id => [`${at}/by_place/${id}`, id] as const),
  )
  return [...ofResults, ...ofPeople].flatMap(([at, id]) =>
    id === undefined || !isId(id) || places.includes(id)
      ? []
      : [
          besides(
            doubtful(
              draft,
              at,
              said('“{id}” is not one of the places of this activity.', { id }),
              said('Add it to “places”, or correct it.'),
            ),
            ...besideIn(draft, '/places'),
          ),
        ],
  )
}
