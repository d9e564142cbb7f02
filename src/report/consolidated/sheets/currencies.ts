/** Sums by currency of the agreements: nothing here is converted. */
import { among, here } from '../../measures.ts'
import { table } from '../../table.ts'
import { ratio, remainder } from '../../within-row.ts'
import { partners } from '../registers/partners.ts'
import type { Consolidated } from '../year.ts'

const its = among(partners, { currency: here('currency') })

export const currencies = table({
  sheet: 'consolidated.currencies',
  prefix: 'cur',
  rows: ({ agreements }: Consolidated) => {
    const used = agreements.map(({ ledger }) => ledger.agreement.data.currency)
    return [...new Set(used)].map(currency => ({ currency }))
  },
  columns: column => ({
    currency: column('code', ({ currency }) => currency),
    agreements: column('count', its.count()),
    budget: column('money', its.whole('budget')),
    expenditure: column('money', its.sum('expenditure')),
    balance: column('money', remainder('budget', 'expenditure')),
    implementation: column('percent', ratio('expenditure', 'budget'), { shows: 'bar' }),
  }),
})
