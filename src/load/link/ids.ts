/** No two records share an id, or the fields by which those of a kind are told apart. */

import { firstAt } from '../../model/beside.ts'
import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { linesIn } from '../../model/lines.ts'
import { factsOf, idSpaceOf, kinds, subjectKinds } from '../../model/record/kinds.ts'
import { said } from '../../model/said.ts'
import { type Draft, placeIn, placeOfLack, valueAt, wrongAt } from '../draft.ts'
import { listed, withArticle } from '../show.ts'

type Found = readonly (readonly [Draft, Diagnostic])[]

/** @param drafts in the order of their paths: the later of two is told. */
export function checkIds(drafts: readonly Draft[]): Found {
  return laterOfTwo(drafts, idSpace, (draft, first) => {
    const message = said('The id “{id}” is taken by {path}.', { id: draft.id, path: whereIs(first) })
    const isListed = draft.origin.pointer !== ''
    const hint = isListed ? said('Give this record another id.') : said('Rename this file.')
    const span = isListed ? placeIn(draft, '/id') : placeOfLack(draft, '')
    const space = said('{Place} share one space of ids.', { place: sharing })
    return besides(errorAt('record/duplicate-id', span, message, hint, space), firstAt(placeOfLack(first, '')))
  })
}

/** By folders: within one of them the file system sees to it. */
const sharing = listed(subjectKinds.map(kind => kinds[kind].folder))

function idSpace({ kind, id, isMisnamed }: Draft): string | undefined {
  return id === '' || isMisnamed ? undefined : `${idSpaceOf(kind)} ${id}`
}

/** Years of an agreement are matched by its partner and programme, so there is one of each. */
export function checkOnce(drafts: readonly Draft[]): Found {
  return laterOfTwo(drafts, whatIsOnce, (draft, first) => {
    const fields = factsOf(draft.kind).oncePer ?? []
    const [last = '', other = ''] = fields.toReversed()
    const message = said('{path} is {aRecord} of the same {fields}.', {
      path: whereIs(first),
      aRecord: withArticle(draft.kind),
      fields: listed(fields),
    })
    const hint = said('Correct the {last}, or give one of them another {other}.', { last, other })
    const told = wrongAt('record/inconsistent', draft, `/${last}`, message, hint)
    return besides(told, firstAt(placeIn(first, `/${last}`)))
  })
}

function whatIsOnce(draft: Draft): string | undefined {
  const values = factsOf(draft.kind).oncePer?.map(field => valueAt(draft, `/${field}`))
  const isWhole = values?.every(value => typeof value === 'number' || (typeof value === 'string' && value !== ''))
  return isWhole ? JSON.stringify([draft.kind, values]) : undefined
}

function laterOfTwo(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => string | undefined,
  tell: (draft: Draft, first: Draft) => Diagnostic,
): Found {
  const firsts = new Map<string, Draft>()
  return drafts.flatMap(draft => {
    const key = keyOf(draft)
    const first = key === undefined ? undefined : firsts.get(key)
    if (first) return [[draft, tell(draft, first)] as const]
    if (key !== undefined) firsts.set(key, draft)
    return []
  })
}

export function whereIs(draft: Draft): string {
  const { file, start } = placeIn(draft, '')
  return draft.origin.pointer === '' ? file.path : `${file.path}:${linesIn(file).positionAt(start).line}`
}
