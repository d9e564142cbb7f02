/** Words of releases and reports: every key that there is, with what it says in English. */

interface Group {
  readonly words: Map<string, Group | string>
}

/** @param phrases in English, by key: `report.cover.title` */
export function wordingSchema(phrases: ReadonlyMap<string, string>): object {
  const all: Group = { words: new Map() }
  for (const [key, text] of phrases) put(all, key.split('.'), text)
  return { ...schemaOf(all), description: 'Words of one language; what is not said here is said as Khabar says it.' }
}

function put(group: Group, [name = '', ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) group.words.set(name, text)
  else {
    const known = group.words.get(name)
    const inner: Group = known === undefined || typeof known === 'string' ? { words: new Map() } : known
    group.words.set(name, inner)
    put(inner, rest, text)
  }
}

function schemaOf({ words }: Group): object {
  const properties = Object.fromEntries(
    [...words].map(([name, of]) => [
      name,
      typeof of === 'string' ? { type: 'string', description: `In English: ${of}` } : schemaOf(of),
    ]),
  )
  return { type: 'object', additionalProperties: false, properties }
}
