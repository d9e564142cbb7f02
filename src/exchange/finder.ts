/** Which record a row is about: by its id, by what another system calls it, by its name and days. */

import { fieldAt } from '../model/beside.ts'
import { spanOf } from '../model/dataset.ts'
import { besides, type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { systems } from '../model/record/activity.ts'
import { said } from '../model/said.ts'
import type { Text } from '../model/text.ts'
import type { Told } from './activities.ts'
import { plainName } from './directory.ts'
import { plainText } from './reading/fault.ts'
import type { Site } from './site.ts'
import type { Existing } from './values.ts'

export interface FoundRecord {
  readonly existing?: Existing
  readonly diagnostics: readonly Diagnostic[]
}

export function finder({ dataset }: Site): (told: Told) => FoundRecord {
  const all = [...dataset.activity.values()]
  const bySystem = new Map(
    all.flatMap(entry =>
      systems.flatMap(system => {
        const id = entry.data.external_ids?.[system]
        return id === undefined ? [] : [[`${system} ${id}`, entry] as const]
      }),
    ),
  )
  const byName = Map.groupBy(
    all.flatMap(entry => namesOf(entry.data.name).map(name => ({ name, entry }))),
    ({ name }) => name,
  )
  return ({ claims }) => {
    const text = (key: string): string => plainText(claims.get(key)?.value)
    const own = text('id')
    if (own !== '') return found(dataset.activity.get(own))
    const outside = systems.map(system => [system, text(`${system}_id`)] as const).filter(([, id]) => id !== '')
    for (const [system, id] of outside) {
      const entry = bySystem.get(`${system} ${id}`)
      if (entry) return found(entry)
    }
    const names = [...claims.values()].filter(({ field }) => field.key === 'name')
    const called = new Set(
      names.flatMap(({ value }) => byName.get(plainName(plainText(value)))?.map(({ entry }) => entry) ?? []),
    )
    const same = [...called].filter(({ data }) => data.start === text('start') && data.end === text('end'))
    // One that another system calls otherwise is another.
    const free = same.filter(({ data }) => outside.every(([system]) => data.external_ids?.[system] === undefined))
    if (free[0] && free.length === 1) return found(free[0])
    const [like] = called
    const [name] = names
    if (!like || !name || outside.length > 0) return found(undefined)
    const days = said('{first} to {last}', { first: like.data.start, last: like.data.end })
    const message = said('{id} is called so too, from {days}: this row becomes an activity of its own.', {
      id: like.id,
      days,
    })
    const hint = said('If it is the same, write {id} in a column “id”.', { id: like.id })
    const there = fieldAt(spanOf(like, '/name'), said('“{name}”', { name: 'name' }))
    return { diagnostics: [besides(warningAt('import/alike', name.span, message, hint), there)] }
  }
}

const found = (existing: Existing | undefined): FoundRecord => ({ diagnostics: [], ...(existing && { existing }) })

const namesOf = (name: Text): readonly string[] => [
  ...new Set((typeof name === 'string' ? [name] : Object.values(name)).map(plainName)),
]
