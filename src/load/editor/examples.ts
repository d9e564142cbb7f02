/** Values to show for a field: those that its description names and that it takes, and one of each form. */
import type { SchemaFacts } from '../mistake.ts'

export function examplesOf({ type, format, pattern, description = '', enum: choices }: SchemaFacts): {
  readonly examples?: readonly string[]
} {
  if (type !== 'string' || choices) return {}
  if (format === 'date') return { examples: ['2026-03-12'] }
  if (format === 'date-time') return { examples: ['2026-03-12T16:00:00+05:00'] }
  if (pattern === undefined) return {}
  const takes = new RegExp(pattern)
  const named = [...description.matchAll(/(?:: |for example )([^:;,]+?)(?=[.;,](?:\s|$))/gi)].flatMap(
    ([, value = '']) => (takes.test(value) ? [value] : []),
  )
  return named.length === 0 ? {} : { examples: named }
}
