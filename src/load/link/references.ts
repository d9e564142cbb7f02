/** Every field that names another record, and the records it may name. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import type { Kind } from '../../model/record/kinds.ts'
import { type Draft, textAt, wrongAt } from '../draft.ts'
import { isId } from '../id.ts'
import { type Match, matches, type Pattern, pattern } from '../match.ts'
import { find, type Target, type World } from './world.ts'

interface Rule {
  readonly at: Pattern
  readonly to: Target
  /** The id `society` is allowed too. */
  readonly orSociety: boolean
  /** Which of the two types of place. */
  readonly type?: 'region' | 'branch'
}

const to = (kind: Target, ...places: string[]): readonly Rule[] =>
  places.map(at => ({ at: pattern(at), to: kind, orSociety: false }))
const toSide = (...places: string[]): readonly Rule[] =>
  places.map(at => ({ at: pattern(at), to: 'organization', orSociety: true }))
const toPlace = (type: 'region' | 'branch', ...places: string[]): readonly Rule[] =>
  places.map(at => ({ at: pattern(at), to: 'place', orSociety: false, type }))

const quotes = [...toSide('release/quotes/*/organization'), ...to('person', 'release/quotes/*/person')]

const rules: { readonly [K in Kind]: readonly Rule[] } = {
  society: toPlace('region', 'default_region'),
  organization: [],
  person: toSide('organization'),
  area: [],
  place: toPlace('region', 'region'),
  agreement: [
    ...to('organization', 'partner'),
    ...to('area', 'budget/*/area', 'indicators/*/area', 'narrative/*/area'),
  ],
  meeting: [
    ...toSide('host', 'partners/*', 'participants/*/organization', 'commitments/*/who/*'),
    ...to('person', 'participants/*/person'),
    ...to('agreement', 'agreements/*'),
    ...to('area', 'areas/*', 'topics/items/*/area'),
    ...toPlace('region', 'place'),
    ...quotes,
  ],
  activity: [
    ...to('area', 'area'),
    ...to('agreement', 'funding/*/agreement', 'results/*/agreement'),
    ...toSide('implementers/*'),
    ...toPlace('region', 'places/*', 'results/*/place', 'reached/by_place/#', 'target/by_place/#'),
    ...toPlace('branch', 'branches/*'),
    ...quotes,
  ],
}

const nouns: { readonly [K in Target]: string } = {
  society: 'society',
  organization: 'organization',
  person: 'person',
  area: 'area',
  place: 'place',
  agreement: 'agreement',
}

export function checkReferences(
  draft: Draft,
  world: World,
): { readonly found: readonly Draft[]; readonly diagnostics: readonly Diagnostic[] } {
  const found: Draft[] = []
  const diagnostics: Diagnostic[] = []
  for (const rule of rules[draft.kind]) {
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

interface Reference {
  readonly draft: Draft
  readonly match: Match
}

function unknown(rule: Rule, world: World, { draft, match }: Reference): Diagnostic {
  const ids = [...(world.byKind.get(rule.to)?.values() ?? [])]
    .filter(target => rule.type === undefined || textAt(target, '/type') !== other(rule.type))
    .map(target => target.id)
  const known = rule.orSociety ? ['society', ...ids] : ids
  const message = `There is no ${rule.type ?? nouns[rule.to]} with the id “${String(match.value)}”.`
  return reference(rule, { draft, match }, message, ...suggest(String(match.value), known))
}

function ofWrongType(target: Draft, rule: Rule, { draft, match }: Reference): Diagnostic | undefined {
  if (rule.type === undefined || textAt(target, '/type') !== other(rule.type)) return undefined
  const message = `“${target.id}” is a ${other(rule.type)}; here goes a ${rule.type}.`
  const elsewhere = rule.type === 'region' ? 'Branches go under “branches”.' : 'Regions go under “places”.'
  const region = textAt(target, '/region')
  const own =
    rule.type === 'region' && region !== undefined ? `It works in the region “${region}”.` : 'Name another place.'
  return reference(rule, { draft, match }, message, draft.kind === 'activity' ? elsewhere : own)
}

function other(type: 'region' | 'branch'): 'region' | 'branch' {
  return type === 'region' ? 'branch' : 'region'
}

function reference(rule: Rule, { draft, match }: Reference, ...words: [string, ...string[]]): Diagnostic {
  const wrong = wrongAt('record/unknown-reference', draft, match.pointer, ...words)
  const node = draft.origin.spans.get(draft.origin.pointer + match.pointer)
  if (rule.at.at(-1) !== '#' || !node?.key || !wrong.span) return wrong
  return { ...wrong, span: { ...wrong.span, start: node.key[0], end: node.key[1] } }
}
