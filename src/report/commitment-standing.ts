/** Where a commitment stood on the day the data were cut off. */
import type { Commitment } from '../model/record/meeting.ts'

/** The day itself is still in time; what was done after it was still open. */
export function standing(promise: Commitment, cutoff: string): Commitment['status'] | 'overdue' {
  const { by, status } = promise
  const asOf = status === 'done' && !isDoneBy(promise, cutoff) ? 'open' : status
  return asOf === 'open' && by !== undefined && by < cutoff ? 'overdue' : asOf
}

export const isDoneBy = ({ status, done_on }: Commitment, cutoff: string): boolean =>
  status === 'done' && (done_on === undefined || done_on <= cutoff)
