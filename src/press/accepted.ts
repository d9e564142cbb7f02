/** Remarks of an editor that a record accepts are not told; one that it accepts in vain is. */

import { allIn, type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import type { Span } from '../model/source.ts'

/** @param isAllTold whether every remark was made that can be made of a record: else nothing is known of those in vain */
export function withoutAccepted(
  diagnostics: readonly Diagnostic[],
  dataset: Dataset,
  isAllTold: (of: Entry) => boolean,
): readonly Diagnostic[] {
  const acceptances = allIn(dataset).flatMap(acceptancesOf)
  if (acceptances.length === 0) return diagnostics
  const met = new Set<Acceptance>()
  const told = diagnostics.filter(each => {
    const by = acceptances.filter(acceptance => covers(acceptance, each))
    for (const acceptance of by) met.add(acceptance)
    return by.length === 0
  })
  const vain = acceptances.filter(each => !met.has(each) && isAllTold(each.of) && !isWithheld(each.of))
  return [...told, ...vain.map(inVain)]
}

interface Acceptance {
  readonly of: Entry
  readonly remark: string
  readonly field: string | undefined
  /** What is accepted there, and nowhere else. */
  readonly place: Span | undefined
  readonly at: Span
}

function acceptancesOf(of: Entry): readonly Acceptance[] {
  return (of.data.accepts ?? []).map(({ remark, in: field }, index) => ({
    of,
    remark,
    field,
    place: placeOf(of, field === undefined ? '' : `/${field}`),
    at: spanOf(of, `/accepts/${index}`),
  }))
}

/** A field with its name; none where the record does not have it. */
function placeOf(of: Entry, pointer: string): Span | undefined {
  if (!of.origin.spans.has(of.origin.pointer + pointer)) return undefined
  const value = spanOf(of, pointer)
  return { ...value, start: Math.min(value.start, spanOf(of, pointer, 'key').start) }
}

/** What stops a build is never accepted. */
function covers({ remark, place }: Acceptance, { code, severity, span }: Diagnostic): boolean {
  if (severity !== 'warning' || code !== remark || !place || !span) return false
  return span.file.path === place.file.path && span.start >= place.start && span.start < place.end
}

/** Nothing is said of a release that is withheld, and so nothing of what it accepts. */
const isWithheld = ({ data }: Entry): boolean => 'release' in data && data.release?.status === 'withheld'

function inVain({ remark, field, place, at }: Acceptance): Diagnostic {
  const where = field === undefined ? said('of this record') : said('in “{field}”', { field })
  const message = said('“{remark}” is accepted and not said {where}{what}.', {
    remark,
    where,
    what: place ? '' : said(': the record has no such field'),
  })
  const hint = place
    ? said('Take the line out of “accepts”.')
    : said('Name a field as the record has it: release/lead, topics/items/0/text.')
  return warningAt('editorial/accepted-in-vain', at, message, hint)
}
