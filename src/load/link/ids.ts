/** No two records share an id: meetings and activities have one space of ids, every other kind its own. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { positionAt } from '../../model/source.ts'
import { type Draft, placeIn, placeOfLack, textAt, valueAt, wrongAt } from '../draft.ts'

type Found = readonly (readonly [Draft, Diagnostic])[]

/** @param drafts in the order of their paths: the later of two is told. */
export function checkIds(drafts: readonly Draft[]): Found {
  return laterOfTwo(drafts, idSpace, (draft, first) => {
    const message = `The id “${draft.id}” is taken by ${whereIs(first)}.`
    const isListed = draft.origin.pointer !== ''
    const hint = isListed ? 'Give this record another id.' : 'Rename this file.'
    const span = isListed ? placeIn(draft, '/id') : placeOfLack(draft, '')
    return errorAt('record/duplicate-id', span, message, hint, 'Meetings and activities share one space of ids.')
  })
}

function idSpace({ kind, id, isMisnamed }: Draft): string | undefined {
  if (id === '' || isMisnamed) return undefined
  return `${kind === 'activity' ? 'meeting' : kind} ${id}`
}

/** One agreement for each partner, programme and year: years are matched by it. */
export function checkAgreementYears(drafts: readonly Draft[]): Found {
  return laterOfTwo(drafts, agreementYear, (draft, first) => {
    const message = `${whereIs(first)} is an agreement of the same partner, programme and year.`
    return wrongAt(
      'record/inconsistent',
      draft,
      '/year',
      message,
      'Correct the year, or give one of them another programme.',
    )
  })
}

function agreementYear(draft: Draft): string | undefined {
  if (draft.kind !== 'agreement') return undefined
  const [partner, programme, year] = [textAt(draft, '/partner'), textAt(draft, '/programme'), valueAt(draft, '/year')]
  return partner && programme && typeof year === 'number' ? `${partner} ${programme} ${year}` : undefined
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

function whereIs(draft: Draft): string {
  const { file, start } = placeIn(draft, '')
  return draft.origin.pointer === '' ? file.path : `${file.path}:${positionAt(file.text, start).line}`
}
