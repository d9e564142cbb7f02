/** Where an activity stood on the day the data were cut off: derived from its dates, never typed in. */
import type { Activity } from '../model/record/activity.ts'

export type Status = 'planned' | 'ongoing' | 'completed' | 'cancelled'

/** Days compare as text. The cut-off day itself is still reported. */
export function statusOf(activity: Activity, cutoff: string): Status {
  if (activity.cancelled) return 'cancelled'
  if (activity.start > cutoff) return 'planned'
  return activity.end > cutoff ? 'ongoing' : 'completed'
}
