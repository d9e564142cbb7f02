/** Activities as tables tell them, held against the records there are: what is new, what changes, what stays. */

import { type Diagnostic, errorAt, hasErrors, warningAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import { isText } from '../model/text.ts'
import type { Told } from './activities.ts'
import { inOrder } from './field-order.ts'
import { finder } from './finder.ts'
import { plainText } from './reading/fault.ts'
import { newId } from './record-id.ts'
import type { Claim } from './rows.ts'
import { shareChanges } from './share-changes.ts'
import type { Site } from './site.ts'
import { spanOfCell } from './table.ts'
import { type Change, changed, type Existing, heldValue, inside, saysSame, textChange } from './values.ts'

export interface Planned {
  readonly told: Told
  readonly id: string
  /** The record that changes; none where a new one is made. */
  readonly existing?: Existing
  /** Nothing changes where there are none. */
  readonly changes: readonly Change[]
  /** The record that is to come of it. */
  readonly data: unknown
  readonly diagnostics: readonly Diagnostic[]
}

/** @param isTaken of an id: by a record of another kind, or by a file */
export function planned(all: readonly Told[], site: Site, isTaken: (id: string) => boolean): readonly Planned[] {
  const find = finder(site)
  const used = new Set<string>()
  const ids = new Set(all.flatMap(({ claims }) => idOf(claims) ?? []))
  return all.map(told => {
    const found = find(told)
    if (found.existing && !used.has(found.existing.id)) {
      used.add(found.existing.id)
      return changing(told, found.existing, site)
    }
    const id =
      idOf(told.claims) ??
      newId(nameIn(told.claims), textOf(told.claims, 'start'), each => isTaken(each) || used.has(each) || ids.has(each))
    const plan = adding(told, id, site)
    const twice = found.existing || used.has(id) ? [saidTwice(told, id)] : []
    used.add(id)
    return { ...plan, diagnostics: [...plan.diagnostics, ...found.diagnostics, ...twice] }
  })
}

const idOf = (claims: Told['claims']): string | undefined => textOf(claims, 'id') || undefined

const textOf = (claims: Told['claims'], key: string): string => {
  const value = claims.get(key)?.value
  return typeof value === 'string' ? value : ''
}

/** In English where it is told so, for then most can read the id. */
const nameIn = (claims: Told['claims']): string =>
  textOf(claims, 'name.en') ||
  textOf(claims, 'name') ||
  plainText([...claims.values()].find(({ field }) => field.key === 'name')?.value)

function saidTwice({ claims, table }: Told, id: string): Diagnostic {
  const span = [...claims.values()][0]?.span
  const message = said('Two activities of {sheet} would become the record {id}.', {
    sheet: table.table.sheet ?? table.table.path,
    id,
  })
  return errorAt('import/rows-differ', span, message, said('Give each an id of its own.'))
}

function adding(told: Told, id: string, site: Site): Planned {
  const { changes, diagnostics } = changesTo(undefined, told, site)
  const data = inOrder(changed({}, changes))
  return { told, id, changes, data, diagnostics: [...told.diagnostics, ...diagnostics] }
}

function changing(told: Told, existing: Existing, site: Site): Planned {
  const { changes, diagnostics } = changesTo(existing, told, site)
  const kept = hasErrors(told.diagnostics) ? [] : blankKept(existing, told, site)
  const data = changed(existing.data, changes)
  return { told, id: existing.id, existing, changes, data, diagnostics: [...told.diagnostics, ...diagnostics, ...kept] }
}

interface Changes {
  readonly changes: readonly Change[]
  readonly diagnostics: readonly Diagnostic[]
}

function changesTo(existing: Existing | undefined, told: Told, site: Site): Changes {
  const data = existing?.data ?? {}
  const differing = [...told.claims.values()].filter(claim => isNews(claim, data, site))
  const plain = differing.filter(({ field }) => !field.isWorded)
  const byHand = plain.filter(claim => isSplit(claim, data))
  const changes = plain
    .filter(claim => !byHand.includes(claim))
    .flatMap(({ field, value }) => (field.at ? [{ at: field.at, value }] : []))
  const money = shareChanges(existing, told.shares)
  return {
    changes: [...changes, ...textChanges(differing, data, site), ...money.changes],
    diagnostics: [...byHand.map(claim => splitByPeriod(claim, existing)), ...money.diagnostics],
  }
}

function isNews({ field, value, language }: Claim, data: object, { main }: Site): boolean {
  // That it is in no region in particular takes none away.
  if (!field.at || (Array.isArray(value) && value.length === 0)) return false
  const before = heldValue(data, field, language ?? main, main)
  if (field.key === 'implementers' && before === undefined && saysSame(['society'], value)) return false
  return !saysSame(before, value)
}

function textChanges(claims: readonly Claim[], data: object, { main }: Site): readonly Change[] {
  const worded = Map.groupBy(
    claims.filter(({ field }) => field.isWorded),
    ({ field }) => field,
  )
  return [...worded].flatMap(([{ at = [] }, words]) => {
    const before = inside(data, at)
    const texts = Object.fromEntries(words.map(({ language = main, value }) => [language, plainText(value)]))
    return textChange(isText(before) ? before : undefined, at, texts, main)
  })
}

/** Its figures stand by period, and a total beside them would be a second truth. */
function isSplit({ field: { at = [] } }: Claim, data: object): boolean {
  const [group = '', part] = at
  return part !== undefined && inside(data, [group, 'by_period']) !== undefined
}

function splitByPeriod({ field, span }: Claim, existing: Existing | undefined): Diagnostic {
  const message = said('{id} tells people by period, and this cell tells all of them.', { id: existing?.id ?? '' })
  return errorAt(
    'import/by-hand',
    span,
    message,
    said('Change {path} by hand: “{at}”, by period.', {
      path: existing?.origin.file.path ?? said('the record'),
      at: field.at?.[0] ?? '',
    }),
  )
}

/** Told once an activity: a table that leaves a field out takes nothing away. */
function blankKept(existing: Existing, { table, claims, rows }: Told, { main }: Site): readonly Diagnostic[] {
  const kept = table.slots.filter(({ key, field, language = main }) => {
    return (
      !claims.has(key) && field.at && !field.isForeign && heldValue(existing.data, field, language, main) !== undefined
    )
  })
  const [first] = kept
  const column = first?.columns[0]
  if (!column) return []
  const names = kept.map(({ columns }) => said('“{header}”', { header: columns[0]?.header ?? '' }))
  const message = said('{names}: blank here, while {id} has a value: it stays.', { names, id: existing.id })
  const span = spanOfCell(table.table, rows[0] ?? 0, column.number)
  return [
    warningAt(
      'import/blank-kept',
      span,
      message,
      said('To take it out, delete it in {path}.', { path: existing.origin.file.path }),
    ),
  ]
}
