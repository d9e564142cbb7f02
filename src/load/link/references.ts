/** Every field that names another record, held against the records it may name. */

import { besides, type Diagnostic, errorAt, mendedBy } from '../../model/diagnostic.ts'
import type { PlaceType } from '../../model/record/fields.ts'
import { type Said, said } from '../../model/said.ts'
import type { Edit } from '../../model/source.ts'
import { besideIn } from '../beside.ts'
import { textInPlace, valueInPlace } from '../certain/in-place.ts'
import { type Draft, placeIn, textAt } from '../draft.ts'
import { hasIdForm, isId } from '../id.ts'
import { type Match, matches, type Pattern } from '../match.ts'
import { showPlace } from '../show.ts'
import { certainId, certainList, hintsForList, hintsForOne } from './called.ts'
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
      if (typeof match.value !== 'string' || (rule.orSociety && match.value === 'society')) return
      const target = find(world, rule.to, match.value)
      if (target) found.push(target)
      const at = { draft, match }
      const mistake = target
        ? ofWrongType(target, rule, at)
        : mendedBy(unknown(rule, world, at), inPlaceOfName(rule, world, at))
      if (mistake) diagnostics.push(mistake)
    })
    for (const match of listsAsTexts(draft, rule)) {
      const fix = inPlaceOfText(rule, world, { draft, match })
      diagnostics.push(mendedBy(noList(rule, world, { draft, match }), fix))
    }
  }
  return { found, diagnostics }
}

/** Offsets of texts that are no ids, or no lists of them: the schema says so as well, and cannot say which record is meant. */
export function misnamedIn(draft: Draft): readonly number[] {
  return [...referencesOf(draft.kind), ...linesNamed].flatMap(rule => {
    const wrongs = listsAsTexts(draft, rule)
    matches(draft.data, rule.at, match => {
      if (typeof match.value === 'string' && !isId(match.value)) wrongs.push(match)
    })
    return wrongs.map(({ pointer }) => placeIn(draft, pointer, partOf(rule.at)).start)
  })
}

/** Budget lines are no records, but are named as those are: `activity-funding.ts` knows them. */
const linesNamed: readonly { readonly at: Pattern }[] = [{ at: ['funding', '*', 'line'] }]

const partOf = (at: Pattern): 'key' | 'value' => (at.at(-1) === '#' ? 'key' : 'value')

/** `partners: icrc` where a list goes. */
function listsAsTexts({ data }: Draft, { at }: { readonly at: Pattern }): Match[] {
  const found: Match[] = []
  if (at.at(-1) !== '*') return found
  matches(data, at.slice(0, -1), match => {
    if (typeof match.value === 'string' && match.value !== '') found.push(match)
  })
  return found
}

/** An id where it was written. */
interface Written {
  readonly draft: Draft
  readonly match: Match
}

function inPlaceOfName(rule: Reference, world: World, { draft, match }: Written): readonly Edit[] | undefined {
  const written = String(match.value)
  const id = certainId(written, { rule, world, draft })
  return id === undefined ? undefined : textInPlace(placeIn(draft, match.pointer, partOf(rule.at)), written, id)
}

function inPlaceOfText(rule: Reference, world: World, { draft, match }: Written): readonly Edit[] | undefined {
  const list = certainList(String(match.value), { rule, world, draft })
  return list === undefined ? undefined : valueInPlace(placeIn(draft, match.pointer), list)
}

function noList(rule: Reference, world: World, { draft, match }: Written): Diagnostic {
  const [name = ''] = rule.at.slice(-2)
  const written = String(match.value)
  const message = said('“{name}” takes a list, not “{written}”.', { name, written })
  const hints = hintsForList(written, { name, rule, world, draft })
  return errorAt('record/wrong-type', placeIn(draft, match.pointer), message, ...hints)
}

function unknown(rule: Reference, world: World, { draft, match }: Written): Diagnostic {
  const written = String(match.value)
  const isListed = rule.at.at(-1) === '*'
  const hints = hintsForOne(written, { isListed, rule, world, draft })
  if (hasIdForm(written)) {
    const message = said('There is no {type} with the id “{written}”.', { type: rule.type ?? rule.to, written })
    return wrong('record/unknown-reference', { rule, draft, match }, message, hints)
  }
  const isKey = partOf(rule.at) === 'key'
  const place = showPlace(isKey ? match.pointer.slice(0, match.pointer.lastIndexOf('/')) : match.pointer)
  return wrong(
    'record/bad-id',
    { rule, draft, match },
    said('“{written}” in {place} is not an id.', { written, place }),
    hints,
  )
}

function ofWrongType(target: Draft, rule: Reference, { draft, match }: Written): Diagnostic | undefined {
  if (rule.type === undefined || textAt(target, '/type') !== other(rule.type)) return undefined
  const message = said('“{id}” is a {other}; here goes a {type}.', {
    id: target.id,
    other: other(rule.type),
    type: rule.type,
  })
  const told = wrong('record/unknown-reference', { rule, draft, match }, message, [whereInstead(target, rule, draft)])
  return besides(told, ...besideIn(target, '/type'))
}

/** The field for the other type, where records of this kind have one. */
function whereInstead(target: Draft, { to, type }: Reference, { kind }: Draft): Said {
  const field = referencesOf(kind).find(each => each.to === to && each.type !== type)
  if (field?.type) return plurals[field.type](field.at[0] ?? '')
  const region = textAt(target, '/region')
  return region === undefined
    ? said('Name another place.')
    : said('It works in the region “{region}”: write {region}.', { region })
}

const plurals: { readonly [type in PlaceType]: (field: string) => Said } = {
  region: field => said('Regions go under “{field}”.', { field }),
  branch: field => said('Branches go under “{field}”.', { field }),
}

function other(type: PlaceType): PlaceType {
  return type === 'region' ? 'branch' : 'region'
}

function wrong(
  code: 'record/unknown-reference' | 'record/bad-id',
  { rule, draft, match }: Written & { readonly rule: Reference },
  message: Said,
  hints: readonly Said[],
): Diagnostic {
  return errorAt(code, placeIn(draft, match.pointer, partOf(rule.at)), message, ...hints)
}
