/** The release block: who is quoted, which photos there are, and the lead where it must be written. */

import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { factsOf } from '../../model/record/kinds.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, dayAt, doubtful, entriesAt, has, placeOfLack, valueAt } from '../draft.ts'
import { withArticle } from '../show.ts'
import { checkOrder } from './days.ts'
import { checkFile } from './photo.ts'
import type { World } from './world.ts'

export function checkRelease(draft: Draft, world: World): readonly Diagnostic[] {
  const release = valueAt(draft, '/release')
  if (typeof release !== 'object' || release === null) return []
  return [
    ...checkLead(draft),
    ...checkIssue(draft),
    ...checkOrder(draft, { early: '/release/issued_on', late: '/release/corrected/on' }),
    ...entriesAt(draft, '/release/quotes').flatMap(at => checkQuote(draft, at)),
    ...entriesAt(draft, '/release/photos').flatMap(at => checkFile(draft, `${at}/file`, world)),
  ]
}

/** The lead of a meeting is worded from its facts; of an activity nothing says who, where and why it matters. */
function checkLead(draft: Draft): readonly Diagnostic[] {
  if (factsOf(draft.kind).lead !== 'written' || valueAt(draft, '/release/lead') !== undefined) return []
  const message = said('The release of {aRecord} has no “lead”.', { aRecord: withArticle(draft.kind) })
  return [
    errorAt('record/missing-field', placeOfLack(draft, '/release'), message, said('Add “lead”: the first paragraph.')),
  ]
}

/** Told, not refused: a release may go out while what it tells of still goes on. */
function checkIssue(draft: Draft): readonly Diagnostic[] {
  const { days } = factsOf(draft.kind)
  const issued = dayAt(draft, '/release/issued_on')
  const field = [days?.last, days?.first].find(name => dayAt(draft, `/${name}`) !== undefined)
  const last = dayAt(draft, `/${field}`)
  if (issued === undefined || last === undefined || issued >= last) return []
  const message = said('The release is issued on {issued}, before the last day of what it tells ({last}).', {
    issued,
    last,
  })
  const hint = said('Correct the day, or leave “issued_on” out: it is {last} by default.', { last })
  return [besides(doubtful(draft, '/release/issued_on', message, hint), ...besideIn(draft, `/${field}`))]
}

function checkQuote(draft: Draft, at: string): readonly Diagnostic[] {
  if (typeof valueAt(draft, at) !== 'object') return []
  if (has(draft, `${at}/speaker`) || has(draft, `${at}/person`)) return []
  const hint = said('Add “speaker” (a name), or “person” (a record under data/people).')
  return [errorAt('record/missing-field', placeOfLack(draft, at), said('Nobody is named who said this quote.'), hint)]
}
