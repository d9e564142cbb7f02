/** What became of a job, as data that goes over the queue: in whichever language a worker runs, a builder tells it in its own. */
import type { Diagnostic } from '../model/diagnostic.ts'
import { EnvironmentFault, RenderFailure, reasonOf } from '../model/fault.ts'
import { type Said, said } from '../model/said.ts'

/** What is worth telling of the worker's browser: it has no place in a record. */
type Remark = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hints'>

export interface Made {
  readonly kind: 'made'
  /** Of the bytes, which lie under it. */
  readonly sha256: string
  readonly remarks: readonly Remark[]
}

export type Outcome =
  | Made
  /** As `RenderFailure` says it. */
  | { readonly kind: 'failed'; readonly said: Said; readonly hints: readonly Said[] }
  /** A part of what it is made from is not there any more. */
  | { readonly kind: 'lacking' }
  /** So many workers have ended over it. */
  | { readonly kind: 'ended'; readonly tries: number }
  /** So many workers could not, for what is in the way of their machines; the last says why. */
  | { readonly kind: 'fault'; readonly host: string; readonly said: Said; readonly hint?: Said }
  | { readonly kind: 'bug'; readonly host: string; readonly stack: string }

export type Unmade = Exclude<Outcome, Made | { readonly kind: 'lacking' }>

export const remarksOf = (told: readonly Diagnostic[]): readonly Remark[] =>
  told.map(({ code, severity, message, hints }) => ({ code, severity, message, hints }))

/** @param host where it was thrown */
export function outcomeOf(thrown: unknown, host: string): Unmade {
  if (thrown instanceof RenderFailure) return { kind: 'failed', said: thrown.said, hints: thrown.hints }
  if (thrown instanceof EnvironmentFault)
    return { kind: 'fault', host, said: reasonOf(thrown), ...(thrown.hint && { hint: thrown.hint }) }
  return { kind: 'bug', host, stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) }
}

/** As it would have been thrown here. */
export function thrownBy(outcome: Unmade): Error {
  switch (outcome.kind) {
    case 'failed':
      return new RenderFailure(outcome.said, outcome.hints)
    case 'ended':
      return new RenderFailure(
        said('{tries} workers, one after the other, ended while they made it.', { tries: outcome.tries }),
        [said('See what each of them said last, and whether its machine was short of memory.')],
      )
    case 'fault':
      return new RenderFailure(
        said('the worker on {host} could not: {reason}', { host: outcome.host, reason: outcome.said }),
        outcome.hint ? [outcome.hint] : [],
      )
    default:
      return Object.assign(new Error(`on the worker ${outcome.host}`), {
        stack: `on the worker ${outcome.host}: ${outcome.stack}`,
      })
  }
}
