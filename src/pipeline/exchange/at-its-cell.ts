/** What is told of a record that is to be written, told at the cell of the table that says what is at fault. */

import type { Planned } from '../../exchange/plan.ts'
import type { Parsed } from '../../load/parse.ts'
import { besides, type Diagnostic } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import type { Span } from '../../model/source.ts'

export function atItsCell(told: Diagnostic, plan: Planned, parsed: Parsed): Diagnostic {
  const span = cellSaying(plan, pointerAt(parsed, plan, told.span?.start ?? 0)) ?? firstCell(plan)
  const hints = [...told.hints, said('It would stand in {path}.', { path: parsed.file.path })]
  // What would mend the text of the record mends no cell, and nobody can go to a place in a text that is not written.
  const { fix: _, related = [], ...rest } = told
  const there = related.filter(each => each.span.file.path !== parsed.file.path)
  return besides(span ? { ...rest, span, hints } : { ...rest, hints }, ...there)
}

/** Of its row, where none says it. */
export const firstCell = ({ told: { claims } }: Planned): Span | undefined => [...claims.values()][0]?.span

/** The innermost value at an offset, from the record on. */
function pointerAt({ spans }: Parsed, { existing }: Planned, offset: number): string {
  let best = { pointer: '', length: Number.POSITIVE_INFINITY }
  for (const [pointer, { key, value }] of spans) {
    const [start, end] = [key?.[0] ?? value[0], value[1]]
    if (offset >= start && offset <= end && end - start < best.length) best = { pointer, length: end - start }
  }
  return best.pointer.slice(existing?.origin.pointer.length ?? 0)
}

/** The cell of the field itself, of the one that it is in, or of one in it. */
function cellSaying({ told: { claims, shares } }: Planned, pointer: string): Span | undefined {
  const told = [...claims.values()].flatMap(({ field, span }) =>
    field.at ? [{ at: `/${field.at.join('/')}`, span }] : [],
  )
  const claim =
    told.find(({ at }) => pointer === at || pointer.startsWith(`${at}/`)) ??
    told.find(({ at }) => pointer !== '' && at.startsWith(`${pointer}/`))
  const [share] = shares
  if (claim || !share || !pointer.startsWith('/funding')) return claim?.span
  const { spent, budget, agreement, partner } = share.spans
  return (pointer.includes('/spent') ? spent : pointer.includes('/budget') ? budget : undefined) ?? agreement ?? partner
}
