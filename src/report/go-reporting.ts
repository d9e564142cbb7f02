/** Under whom GO holds an activity that several partners paid for: it may stand in one import only. */
import type { Dataset, Entry } from '../model/dataset.ts'
import type { Activity } from '../model/record/activity.ts'

/** The first share of the partner that its record names as reporting it; where it names none, the first share. */
export function isReportedUnder(
  { funding = [], reporting_partner }: Activity,
  { id }: Entry<'agreement'>,
  { agreement }: Pick<Dataset, 'agreement'>,
): boolean {
  const named = funding.find(share => agreement.get(share.agreement)?.data.partner === reporting_partner)
  const reporting = named ?? funding[0]
  return reporting === undefined || reporting.agreement === id
}
