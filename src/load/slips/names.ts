/** Names that a line may begin with: of a field of some record, or of a language. */
import { factsOf, kindNames } from '../../model/record/kinds.ts'
import type { SchemaFacts } from '../mistake.ts'
import { needsQuotes, quoted } from '../quoted.ts'

let known: ReadonlySet<string> | undefined

export function isName(written: string): boolean {
  known ??= new Set(kindNames.flatMap(kind => [...namesIn(factsOf(kind).schema)]))
  return known.has(written) || languages.has(written) || /^[a-z]{2,3}-[A-Z][a-z]{3}$/.test(written)
}

/** Those in which societies write, of which none is a word of English as `in`, `to` and `is` are. */
const languages = new Set('ru en uz kaa fr es ar ky kk tg tk az hy ka uk be ro tr mn fa ps zh pt de'.split(' '))

function namesIn(schema: SchemaFacts | undefined): readonly string[] {
  if (schema === undefined) return []
  const fields = Object.entries(schema.properties ?? {})
  return [...fields.flatMap(([name, inner]) => [name, ...namesIn(inner)]), ...namesIn(schema.items)]
}

/** `name: value`, with quotes where the value needs them. */
export function field(name: string, value: string): string {
  if (value.trim() === '') return `${name}:`
  return `${name}: ${needsQuotes(value.trim()) ? quoted(value) : value.trim()}`
}
