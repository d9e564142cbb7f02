/** Exceptions that are not bugs: what neither the author nor the code can help. */
import { inEnglish, type Said, verbatim } from './said.ts'

/** Something outside the data is in the way: a full disk, a missing folder, no permission. Exit code 2. */
export class EnvironmentFault extends Error {
  readonly said: Said
  readonly hint: Said | undefined
  constructor(told: Said, hint?: Said, cause?: unknown) {
    super(inEnglish(told), cause === undefined ? undefined : { cause })
    this.name = 'EnvironmentFault'
    this.said = told
    this.hint = hint
  }
}

/** Somebody has seen enough: Ctrl-C, and nothing is amiss. Exit code 130, as of a program that the signal ends. */
export class Interrupted extends EnvironmentFault {}

/** What a renderer could not do, and why. Who calls decides what to say. */
export class RenderFailure extends Error {
  readonly said: Said
  /** How to mend it, each a sentence. */
  readonly hints: readonly Said[]

  constructor(told: Said, hints: readonly Said[] = [], cause?: unknown) {
    super(inEnglish(told), cause === undefined ? undefined : { cause })
    this.name = 'RenderFailure'
    this.said = told
    this.hints = hints
  }
}

/** The first line of whatever was thrown. */
export function reasonOf(thrown: unknown): Said {
  if (thrown instanceof EnvironmentFault || thrown instanceof RenderFailure) return thrown.said
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return verbatim(text.trim().split('\n')[0] ?? '')
}
