/** Shares of agreements as rows tell them, against those that a record has. */

import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { Funding } from '../model/record/activity.ts'
import { said } from '../model/said.ts'
import type { Plain } from './reading/fault.ts'
import type { Share, Sum } from './shares.ts'
import type { Change, Existing } from './values.ts'

export interface ShareChanges {
  readonly changes: readonly Change[]
  readonly diagnostics: readonly Diagnostic[]
}

export function shareChanges(existing: Existing | undefined, shares: readonly Share[]): ShareChanges {
  const before = existing?.data.funding ?? []
  if (before.length === 0) {
    const changes = shares.length === 0 ? [] : [{ at: ['funding'], value: shares.map(shareOf) }]
    return { changes, diagnostics: [] }
  }
  let added = before.length
  const all = shares.map((share): ShareChanges => {
    const index = indexOf(before, share)
    const own = before[index]
    if (own) return changesOf(own, share, { index, existing })
    added += 1
    return { changes: [{ at: ['funding', String(added - 1)], value: shareOf(share) }], diagnostics: [] }
  })
  return { changes: all.flatMap(each => each.changes), diagnostics: all.flatMap(each => each.diagnostics) }
}

/** The share of the same line; where the row names no line, the only one of its agreement. */
function indexOf(before: readonly Funding[], { agreement, line }: Share): number {
  const same = before.findIndex(share => share.agreement === agreement && share.line === line)
  const ofAgreement = before.filter(share => share.agreement === agreement)
  const [only] = ofAgreement
  return same < 0 && line === undefined && only && ofAgreement.length === 1 ? before.indexOf(only) : same
}

const shareOf = ({ agreement, line, budget, spent }: Share): Plain => ({
  agreement,
  ...(line !== undefined && { line }),
  ...(budget && { budget: { ...budget } }),
  ...(spent && { spent: [{ ...spent }] }),
})

/** What a table shows of postings: their sum, where they are in one currency. */
export function spentIn({ spent = [] }: Funding): Sum | undefined {
  const [first] = spent
  if (!first || spent.some(({ currency }) => currency !== first.currency)) return undefined
  const amount = spent.reduce((sum, posting) => sum + posting.amount, 0)
  return { amount: Number(amount.toFixed(4)), currency: first.currency }
}

interface Of {
  readonly index: number
  readonly existing: Existing | undefined
}

function changesOf(before: Funding, { budget, spent, spans }: Share, { index, existing }: Of): ShareChanges {
  const at = ['funding', String(index)]
  const budgetChanges =
    budget && !isSame(before.budget, budget) ? sumChanges([...at, 'budget'], before.budget, budget) : []
  if (!spent || isSame(spentIn(before), spent)) return { changes: budgetChanges, diagnostics: [] }
  const postings = before.spent ?? []
  const [only, other] = postings
  if (!only) return { changes: [...budgetChanges, { at: [...at, 'spent'], value: [{ ...spent }] }], diagnostics: [] }
  if (!other) return { changes: [...budgetChanges, ...sumChanges([...at, 'spent', '0'], only, spent)], diagnostics: [] }
  const message = said('What was spent stands in {id} as {count} postings, and this cell tells another sum.', {
    id: existing?.id ?? '',
    count: postings.length,
  })
  const hint = said('Add or correct a posting in {path}: “spent”.', {
    path: existing?.origin.file.path ?? said('the record'),
  })
  return { changes: budgetChanges, diagnostics: [errorAt('import/by-hand', spans.spent, message, hint)] }
}

const isSame = (one: Sum | undefined, other: Sum): boolean =>
  one?.amount === other.amount && one.currency === other.currency

function sumChanges(at: readonly string[], before: Sum | undefined, { amount, currency }: Sum): readonly Change[] {
  if (!before) return [{ at, value: { amount, currency } }]
  const changes = [{ at: [...at, 'amount'], value: amount }]
  return before.currency === currency ? changes : [...changes, { at: [...at, 'currency'], value: currency }]
}
