/** The ledger of all agreements: one row a sum that was spent, in its own currency, that of its agreement, and the common one. */

import type { Posting } from '../../account.ts'
import { codesOf } from '../../choices.ts'
import { product, rateCell } from '../../rates-shown.ts'
import { convertedCell, postingColumns, sourceOfPosting } from '../../registers/posting-columns.ts'
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
  at: ({ pointer }) => pointer,
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
    rate: column('rate', ({ joined, rate }) => rateCell(rate, ownRates(joined), joined.ledger.agreement)),
    rate_date,
    spent: column('money', posting => {
      const { converted: into, rate, money } = posting
      return convertedCell(
        product('[@amount]', '[@rate]', rate?.isInverse),
        { money, rate, into },
        sourceOfPosting(posting),
      )
    }),
    spent_in: column('code', ({ converted }) => converted.currency, { choices: codesOf('currencies') }),
    ...(isConverted(report) && {
      common_rate: column('rate', ({ joined }) => rateCell(joined.rate, commonRates(joined), joined.ledger.agreement)),
      common: column('money', posting => {
        const { joined, converted: money } = posting
        return convertedCell(
          product('[@spent]', '[@common_rate]', joined.rate?.isInverse),
          { money, rate: joined.rate, into: inCommon(money, joined, report) },
          sourceOfPosting(posting),
        )
      }),
    }),
    activity,
  }),
})

/** Sums in the common currency stand in a column of their own where some are converted; elsewhere all are in it as they are. */
export const spentIn = (report: Consolidated) => (isConverted(report) ? 'common' : 'spent')
