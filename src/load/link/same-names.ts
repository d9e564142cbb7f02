/** Two records of one kind with one name: reports tell them apart by their ids, and whoever wrote them should know. */

import { firstAt } from '../../model/beside.ts'
import { besides, type Diagnostic, warningAt } from '../../model/diagnostic.ts'
import type { Kind } from '../../model/record/kinds.ts'
import { said } from '../../model/said.ts'
import { type Draft, placeIn, textAt, valueAt } from '../draft.ts'
import { whereIs } from './ids.ts'
import type { World } from './world.ts'

/** Those that reports set side by side by name. */
const sideBySide: readonly Kind[] = ['organization', 'area', 'place']

export function checkNames({ byKind, languages: [main = ''] }: World): readonly (readonly [Draft, Diagnostic])[] {
  return sideBySide.flatMap(kind => {
    const firsts = new Map<string, First>()
    return [...(byKind.get(kind)?.values() ?? [])].flatMap(draft => {
      const names = namesOf(draft, main).map(name => ({ ...name, key: keyOf(draft, name) }))
      const taken = names.find(({ key }) => firsts.has(key))
      for (const { key, pointer } of names) if (!firsts.has(key)) firsts.set(key, { draft, pointer })
      const first = taken && firsts.get(taken.key)
      return first ? [[draft, sameName(draft, taken, first)] as const] : []
    })
  })
}

interface First {
  readonly draft: Draft
  readonly pointer: string
}

interface Name {
  readonly language: string
  readonly pointer: string
  readonly text: string
}

/** A region and a branch in it may well be called alike. */
const keyOf = (draft: Draft, { language, text }: Name): string =>
  JSON.stringify([textAt(draft, '/type') === 'branch', language, text.trim().toLowerCase()])

function namesOf(draft: Draft, main: string): readonly Name[] {
  const name = valueAt(draft, '/name')
  if (typeof name === 'string') return [{ language: main, pointer: '/name', text: name }]
  if (typeof name !== 'object' || name === null) return []
  return Object.entries(name).flatMap(([language, text]: readonly [string, unknown]) =>
    typeof text === 'string' ? [{ language, pointer: `/name/${language}`, text }] : [],
  )
}

function sameName(draft: Draft, { pointer, text }: Name, first: First): Diagnostic {
  const message = said('“{text}” is the name of {whereIs} too: reports write their ids beside it.', {
    text,
    whereIs: whereIs(first.draft),
  })
  const hint = said('Name one of the two more exactly, or give them one record.')
  const told = warningAt('record/same-name', placeIn(draft, pointer), message, hint)
  return besides(told, firstAt(placeIn(first.draft, first.pointer)))
}
