/**
 * Rows -> activities. A project that stands on a row for each of its regions is one, with all of them: what its rows
 * say alike is said once, and where they differ nobody adds.
 */

import { fieldAt, firstAt } from '../model/beside.ts'
import { besides, type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import { plainName } from './directory.ts'
import { required } from './fields.ts'
import { plainText } from './reading/fault.ts'
import { type Claim, faultAt, type RowRead, type TableRead } from './rows.ts'
import { type Share, shareIn } from './shares.ts'
import { spanOfCell } from './table.ts'
import { isOfOtherCountry, notCarried, otherCountry } from './table-checks.ts'

export interface Told {
  readonly table: TableRead
  readonly rows: readonly number[]
  /** By slot. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly shares: readonly Share[]
  /** With an error among them, the activity is not imported. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface ToldOfTable {
  readonly activities: readonly Told[]
  /** Of the table as a whole. */
  readonly diagnostics: readonly Diagnostic[]
}

export function activitiesIn(table: TableRead): ToldOfTable {
  const foreign = table.rows.filter(row => isOfOtherCountry(row, table))
  const own = table.rows.filter(row => !foreign.includes(row))
  const groups = [...Map.groupBy(own, identityOf).values()]
  const homeless: number[] = []
  const activities = groups.map(rows => joined(rows, table, homeless))
  return { activities, diagnostics: [...otherCountry(foreign, table), ...notCarried(homeless, table)] }
}

/** By its id, here or elsewhere; else by its name and days. A row that lacks these is one by itself. */
function identityOf({ row, claims }: RowRead): string {
  for (const key of ['id', 'go_id', 'kobo_id']) {
    const id = claims.get(key)?.value
    if (id !== undefined) return `${key} ${plainText(id)}`
  }
  const names = [...claims.values()]
    .filter(({ field }) => field.key === 'name')
    .map(({ value }) => plainName(plainText(value)))
  const days = ['start', 'end'].map(key => claims.get(key)?.value)
  return names.length === 0 || days.includes(undefined)
    ? `row ${row}`
    : JSON.stringify([names[0], days, claims.get('area')?.value ?? ''])
}

function joined(rows: readonly RowRead[], table: TableRead, homeless: number[]): Told {
  const claims = new Map<string, Claim>()
  const shares: Share[] = []
  const diagnostics: Diagnostic[] = rows.flatMap(({ faults }) => faults)
  for (const row of rows) {
    const { share, faults, isHomeless } = shareIn(row, table)
    diagnostics.push(...faults)
    if (isHomeless) homeless.push(row.row)
    const added = [addClaims(claims, row, diagnostics), addShare(shares, share, diagnostics)]
    const isRead = row.faults.length + faults.length === 0
    if (row !== rows[0] && isRead && !added.includes(true)) diagnostics.push(repeated(row, table))
  }
  const told = { table, rows: rows.map(({ row }) => row), claims, shares, diagnostics }
  return { ...told, diagnostics: [...eachMessageOnce(diagnostics), ...lacking(told), ...cancelled(told)] }
}

/** What is wrong in the same way on each of its rows is told at the first. */
const eachMessageOnce = (all: readonly Diagnostic[]): readonly Diagnostic[] =>
  all.filter(({ code, message }, at) => {
    const isAlike = (each: Diagnostic) => each.code === code && each.message === message
    return code === 'import/repeated-row' || all.findIndex(isAlike) === at
  })

/** @returns whether the row says more than those before it */
function addClaims(claims: Map<string, Claim>, { claims: own }: RowRead, diagnostics: Diagnostic[]): boolean {
  let isMore = false
  for (const [key, claim] of own) {
    if (claim.field.share) continue
    const before = claims.get(key)
    if (!before) claims.set(key, claim)
    else if (key === 'places') {
      const places = [...new Set([...listOf(before), ...listOf(claim)])]
      isMore ||= places.length > listOf(before).length
      claims.set(key, { ...before, value: places })
    } else if (!isSame(before, claim)) diagnostics.push(differing(before, claim))
    isMore ||= !before
  }
  return isMore
}

const listOf = ({ value }: Claim) => (Array.isArray(value) ? value : [])
const isSame = (one: { value: unknown }, other: { value: unknown }): boolean =>
  JSON.stringify(one.value) === JSON.stringify(other.value)

function differing(before: Claim, claim: Claim): Diagnostic {
  const [one = '', other = ''] = [before, claim].map(({ span }) => span.file.text)
  const message = said('This row tells “{other}” of an activity of which {cell} tells “{one}”.', {
    other,
    cell: before.span.file.path.split('!').at(-1) ?? '',
    one,
  })
  const told = errorAt(
    'import/rows-differ',
    claim.span,
    message,
    said(
      'Rows of one activity say the same of it and differ in their regions: a figure of the whole stands on each, and is counted once.',
    ),
    said('If they are activities of their own, give each row an id in a column “id”.'),
  )
  return besides(told, fieldAt(before.span, said('“{text}”', { text: one })))
}

function addShare(shares: Share[], share: Share | undefined, diagnostics: Diagnostic[]): boolean {
  if (!share) return false
  const at = shares.findIndex(({ agreement, line }) => agreement === share.agreement && line === share.line)
  const before = shares[at]
  if (!before) return shares.push(share) > 1
  for (const part of ['budget', 'spent'] as const) {
    const [one, other] = [before[part], share[part]]
    const span = share.spans[part]
    if (!one && other) shares[at] = { ...before, [part]: other, spans: { ...before.spans, [part]: span } }
    if (one && other && span && JSON.stringify(one) !== JSON.stringify(other)) {
      const message = said(
        'This row tells {amount} {currency} of {agreement}, of which another tells {amount2} {currency2}.',
        {
          amount: other.amount,
          currency: other.currency,
          agreement: share.agreement,
          amount2: one.amount,
          currency2: one.currency,
        },
      )
      const hint = said('Write the sum of the whole activity on each of its rows, or name the budget line of each.')
      const told = errorAt('import/rows-differ', span, message, hint)
      const first = before.spans[part]
      diagnostics.push(besides(told, ...(first ? [firstAt(first)] : [])))
    }
  }
  return false
}

function repeated({ row }: RowRead, { table, columns }: TableRead): Diagnostic {
  const message = said('This row says what a row above it says: both are one activity, counted once.')
  return warningAt(
    'import/repeated-row',
    spanOfCell(table, row, columns[0]?.number ?? 1),
    message,
    said('If it is another activity, give each row an id in a column “id”; else delete it.'),
  )
}

/** What every activity must have; of one that exists the record has it. */
function lacking({ claims, rows, table, diagnostics }: Told): readonly Diagnostic[] {
  if (table.reader.site.dataset.activity.has(plainText(claims.get('id')?.value))) return []
  const told = new Set(diagnostics.map(({ span }) => span?.file.path))
  const blank = required.flatMap(key => {
    const slots = table.slots.filter(({ field }) => field.key === key)
    const column = slots[0]?.columns[0]
    if (!column || slots.some(slot => claims.has(slot.key))) return []
    const span = spanOfCell(table.table, rows[0] ?? 0, column.number)
    return told.has(span.file.path) ? [] : [{ span, header: column.header }]
  })
  const [first] = blank
  if (!first) return []
  const message = said('This row has no {blank}, which every activity must have.', {
    blank: blank.map(({ header }) => said('“{header}”', { header })),
  })
  const hint = said(
    'If it goes on with the row above, write the same here, or merge the cells; if it is a sum or a note, delete the row.',
  )
  return [errorAt('import/missing-value', first.span, message, hint)]
}

function cancelled({ claims, table }: Told): readonly Diagnostic[] {
  const status = claims.get('status')
  if (status?.value !== 'cancelled' || claims.has('cancelled_on')) return []
  if (table.reader.site.dataset.activity.get(plainText(claims.get('id')?.value))?.data.cancelled) return []
  const message = said('It was cancelled, and the row does not say when and why.')
  const fault = {
    code: 'import/missing-value' as const,
    message,
    hints: [said('Add columns “cancelled_on” and “cancelled_reason”.')],
  }
  return [faultAt(fault, status.span)]
}
