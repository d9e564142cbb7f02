/** Every field that names another record, held against the records it may name. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import type { PlaceType } from '../../model/record/fields.ts'
import { type Draft, placeIn, textAt } from '../draft.ts'
import { isId } from '../id.ts'
import { type Match, matches } from '../match.ts'
import { type Reference, referencesOf } from './declared.ts'
import { find, type World } from './world.ts'

export function checkReferences(
  draft: Draft,
  world: World,
): { readonly found: readonly Draft[]; readonly diagnostics: readonly Diagnostic[] } {
  const found: Draft[] = []
  const diagnostics: Diagnostic[] = []
  for (const rule of referencesOf(draft.kind)) {
    matches(draft.data, rule.at, match => {
      if (!isId(match.value) || (rule.orSociety && match.value === 'society')) return
      const target = find(world, rule.to, match.value)
      if (target) found.push(target)
      const mistake = target ? ofWrongType(target, rule, { draft, match }) : unknown(rule, world, { draft, match })
      if (mistake) diagnostics.push(mistake)
    })
  }
  return { found, diagnostics }
}

/** An id where it was written. */
interface Written {
  readonly draft: Draft
  readonly match: Match
}

function unknown(rule: Reference, world: World, { draft, match }: Written): Diagnostic {
  const ids = [...(world.byKind.get(rule.to)?.values() ?? [])]
    .filter(target => rule.type === undefined || textAt(target, '/type') !== other(rule.type))
    .map(target => target.id)
  const known = rule.orSociety ? ['society', ...ids] : ids
  const message = `There is no ${rule.type ?? rule.to} with the id “${String(match.value)}”.`
  return wrong(rule, { draft, match }, message, ...suggest(String(match.value), known))
}

function ofWrongType(target: Draft, rule: Reference, { draft, match }: Written): Diagnostic | undefined {
  if (rule.type === undefined || textAt(target, '/type') !== other(rule.type)) return undefined
  const message = `“${target.id}” is a ${other(rule.type)}; here goes a ${rule.type}.`
  return wrong(rule, { draft, match }, message, whereInstead(target, rule, draft))
}

/** The field for the other type, where records of this kind have one. */
function whereInstead(target: Draft, { to, type }: Reference, { kind }: Draft): string {
  const field = referencesOf(kind).find(each => each.to === to && each.type !== type)
  if (field?.type) return `${plurals[field.type]} go under “${field.at[0]}”.`
  const region = textAt(target, '/region')
  return region === undefined ? 'Name another place.' : `It works in the region “${region}”.`
}

const plurals: { readonly [type in PlaceType]: string } = { region: 'Regions', branch: 'Branches' }

function other(type: PlaceType): PlaceType {
  return type === 'region' ? 'branch' : 'region'
}

function wrong(rule: Reference, { draft, match }: Written, ...words: [string, ...string[]]): Diagnostic {
  const [message, ...hints] = words
  const part = rule.at.at(-1) === '#' ? 'key' : 'value'
  return errorAt('record/unknown-reference', placeIn(draft, match.pointer, part), message, ...hints)
}
