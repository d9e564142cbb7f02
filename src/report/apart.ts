/** What several records are called, so that no two are called alike. */

export interface Called {
  readonly id: string
  /** Names it may go by, the one to be preferred first. */
  readonly forms: readonly [string, ...string[]]
}

/** Each by the first of its names that is nobody else's; whose names are all another's too, by its last. Case tells nobody apart. */
export function apart(all: readonly Called[]): ReadonlyMap<string, string> {
  const chosen = new Map(all.map(({ id }) => [id, 0]))
  const nameOf = ({ id, forms }: Called): string => forms[chosen.get(id) ?? 0] ?? forms[0]
  for (;;) {
    const alike = [...Map.groupBy(all, each => folded(nameOf(each))).values()].filter(same => same.length > 1)
    const next = alike.flat().filter(({ id, forms }) => (chosen.get(id) ?? 0) < forms.length - 1)
    if (next.length === 0) return new Map(all.map(each => [each.id, nameOf(each)]))
    for (const { id } of next) chosen.set(id, (chosen.get(id) ?? 0) + 1)
  }
}

/** As Excel compares the names of columns. */
const folded = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
