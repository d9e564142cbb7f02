/** Values of a record by patterns of places: one pattern says `participants`, any entry, `organization`. */
import { fieldOf } from './draft.ts'
import { pointerTo } from './pointer.ts'

/** Names of fields; `*` stands for every entry of a list, `#` (last) for the keys of a map. */
export type Pattern = readonly string[]

export interface Match {
  readonly pointer: string
  readonly value: unknown
}

/** Calls `found` for each value at the pattern, or each key of the map where it ends in `#`. */
export function matches(record: unknown, places: Pattern, found: (match: Match) => void): void {
  descend({ pointer: '', value: record }, places, { at: 0, found })
}

function descend(match: Match, places: Pattern, walk: { readonly at: number; readonly found: (match: Match) => void }) {
  const { pointer, value } = match
  if (value === undefined || value === null) return
  const name = places[walk.at]
  const next = { at: walk.at + 1, found: walk.found }
  if (name === undefined) return walk.found(match)
  if (name === '#') {
    if (typeof value !== 'object' || Array.isArray(value)) return
    for (const key of Object.keys(value)) walk.found({ pointer: pointer + pointerTo(key), value: key })
  } else if (name === '*') {
    if (!Array.isArray(value)) return
    value.forEach((item, index) => {
      descend({ pointer: `${pointer}/${index}`, value: item }, places, next)
    })
  } else descend({ pointer: pointer + pointerTo(name), value: fieldOf(value, name) }, places, next)
}
