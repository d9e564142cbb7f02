/** A file that is named after a day is named after the day of its record: an old one that was copied often is not. */

import { type Diagnostic, warningAt } from '../../model/diagnostic.ts'
import { factsOf } from '../../model/record/kinds.ts'
import { said } from '../../model/said.ts'
import { type Draft, dayAt, placeIn } from '../draft.ts'

export function checkFileDay(draft: Draft): readonly Diagnostic[] {
  const { days } = factsOf(draft.kind)
  const base = draft.origin.file.path.slice(draft.origin.file.path.lastIndexOf('/') + 1)
  const [, named, rest = ''] = /^(\d{4}-\d{2}-\d{2})(.*)$/.exec(base) ?? []
  const first = days && dayAt(draft, `/${days.first}`)
  if (!days || named === undefined || first === undefined || draft.origin.pointer !== '') return []
  const last = dayAt(draft, `/${days.last}`) ?? first
  if (named === first || (named >= first && named <= last)) return []
  // That the folder is of another year says it all.
  if (draft.year !== undefined && !first.startsWith(String(draft.year))) return []
  const message = said('The file is named after {named}, and the day of the record is {first}.', { named, first })
  const hint = said(
    'Rename the file to {first}{rest}, or correct the day. Where the record was copied, look at everything in it.',
    { first, rest },
  )
  return [warningAt('editorial/file-day', placeIn(draft, `/${days.first}`), message, hint)]
}
