/** Which keys there are words for at all: what a template asks for beyond them is its own mistake. */
import type { TemplateSet } from '../../model/templates.ts'

/** Keys that some wording has. */
export interface KnownKeys {
  has(key: string): boolean
  /** For a hint: every wording is read for it. */
  all(): ReadonlySet<string>
}

/** Keys that the wording of any language has; English is looked at first, and others only for what it lacks. */
export function keysIn({ wording }: TemplateSet): KnownKeys {
  const inOrder = [...wording.values()].toSorted((a, b) => Number(b.language === 'en') - Number(a.language === 'en'))
  return {
    has: key => inOrder.some(({ phrases }) => phrases.has(key)),
    all: () => new Set(inOrder.flatMap(({ phrases }) => [...phrases.keys()])),
  }
}
