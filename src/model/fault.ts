/** Exceptions that are not bugs: what neither the author nor the code can help. */

/** Something outside the data is in the way: a full disk, a missing folder, no permission. Exit code 2. */
export class EnvironmentFault extends Error {
  readonly hint: string | undefined
  constructor(message: string, hint?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'EnvironmentFault'
    this.hint = hint
  }
}

/** What a renderer could not do, and why. Who calls decides what to say. */
export class RenderFailure extends Error {
  /** How to mend it, each a sentence. */
  readonly hints: readonly string[]

  constructor(message: string, hints: readonly string[] = [], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'RenderFailure'
    this.hints = hints
  }
}

/** The first line of whatever was thrown. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return text.trim().split('\n')[0] ?? ''
}
