/** The ledger of all agreements: one row a sum that was spent, in its own currency, that of its agreement, and the common one. */

import type { Posting } from '../../account.ts'
import { codesOf } from '../../choices.ts'
import { product, rateCell } from '../../rates-shown.ts'
import { convertedCell, postingColumns } from '../../registers/posting-columns.ts'
import { register } from '../../table.ts'
import { type Consolidated, commonRates, inCommon, isConverted, type Joined, ownRates } from '../year.ts'

type Row = Posting & { readonly joined: Joined }

const { activity, name, line, area, region_code, counted, quarter, amount, currency, rate_date } = postingColumns

export const spending = register({
  sheet: 'consolidated.spending',
  prefix: 'fin',
  rows: ({ agreements }: Consolidated) =>
    agreements.flatMap(joined =>
      joined.ledger.postings.flatMap((posting): readonly Row[] =>
        posting.kind === 'spent' ? [{ ...posting, joined }] : [],
      ),
    ),
  record: posting => posting.activity,
  records: ({ activities }) => activities.length,
  columns: (column, report) => ({
    name,
    agreement: column('code', ({ joined }) => joined.ledger.agreement.id, { choices: codesOf('agreements') }),
    line,
    area,
    region_code,
    counted,
    quarter,
    amount,
    currency,
    rate: column('rate', ({ joined, rate }) => rateCell(rate, ownRates(joined))),
    rate_date,
    spent: column('money', ({ converted, rate, activity: record }) =>
      convertedCell(product('[@amount]', '[@rate]', rate?.isInverse), converted, record),
    ),
    spent_in: column('code', ({ converted }) => converted.currency, { choices: codesOf('currencies') }),
    ...(isConverted(report) && {
      common_rate: column('rate', ({ joined }) => rateCell(joined.rate, commonRates(joined))),
      common: column('money', ({ joined, converted, activity: record }) =>
        convertedCell(
          product('[@spent]', '[@common_rate]', joined.rate?.isInverse),
          inCommon(converted, joined, report),
          record,
        ),
      ),
    }),
    activity,
  }),
})

/** Sums in the common currency stand in a column of their own where some are converted; elsewhere all are in it as they are. */
export const spentIn = (report: Consolidated) => (isConverted(report) ? 'common' : 'spent')
