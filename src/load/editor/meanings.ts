/** What each choice of a field means: as its description says, as reports word it, or as the world names it. */

type Phrases = ReadonlyMap<string, string>

/** @returns in the order of the choices; empty where nobody says */
export function meaningsOf(choices: readonly string[], description: string, phrases: Phrases): readonly string[] {
  const worded = wordsFor(choices, phrases)
  return choices.map(choice => saidOf(choice, description) ?? worded.get(choice) ?? currencyNamed(choice) ?? '')
}

/** Of codes to which a workspace may add: those of ours, and all that have words beside them. */
export const openChoices = (ours: readonly string[], phrases: Phrases): Phrases => wordsFor(ours, phrases)

/** `draft: marked on the page; approved: …` */
function saidOf(choice: string, description: string): string | undefined {
  const parts = description.split(/;\s*|\.\s+/)
  return parts
    .find(part => part.startsWith(`${choice}: `))
    ?.slice(choice.length + 2)
    .replace(/\.$/, '')
}

/** The smallest group of words that has one for each of them. */
function wordsFor(choices: readonly string[], phrases: Phrases): Phrases {
  const groups = [...groupsOf(phrases).values()].filter(group => choices.every(choice => group.has(choice)))
  const [smallest] = groups.toSorted((a, b) => a.size - b.size)
  return smallest ?? new Map()
}

const grouped = new WeakMap<Phrases, ReadonlyMap<string, Phrases>>()

/** By what stands before the last point of their keys; a phrase that takes values is no meaning. */
function groupsOf(phrases: Phrases): ReadonlyMap<string, Phrases> {
  const known = grouped.get(phrases)
  if (known) return known
  const groups = new Map<string, Map<string, string>>()
  for (const [key, text] of phrases) {
    if (text.includes('{{')) continue
    const at = key.lastIndexOf('.')
    const group = groups.get(key.slice(0, at)) ?? new Map<string, string>()
    groups.set(key.slice(0, at), group.set(key.slice(at + 1), text))
  }
  grouped.set(phrases, groups)
  return groups
}

function currencyNamed(code: string): string | undefined {
  if (!/^[A-Z]{3}$/.test(code)) return undefined
  return new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' }).of(code)
}
