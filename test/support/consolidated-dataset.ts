/** The report over both agreements of the sample: in one currency, in two with rates between them, in two without. */
import type { Dataset } from '../../src/model/dataset.ts'
import type { Agreement, Rate } from '../../src/model/record/agreement.ts'
import { pathOf } from '../../src/model/work.ts'
import type { WorkbookModel } from '../../src/model/workbook.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { entry, sampleDataset } from './sample-dataset.ts'

const dataset = sampleDataset()

/** The second agreement in another currency. */
function withCurrency(currency: Agreement['currency'], rates: readonly Rate[]): Dataset {
  const ifrc = dataset.agreement.get('ifrc-2022')
  if (!ifrc) throw new Error('no agreement')
  const changed = entry('agreement', ifrc.id, { ...ifrc.data, currency, rates: [...rates] })
  return sampleDataset({ agreement: new Map(dataset.agreement).set(ifrc.id, changed) })
}
const chfToUsd: Rate = { from: 'CHF', to: 'USD', rate: 1.081, date: '2022-12-31', source: 'snb.ch' }
const usdToChf: Rate = { from: 'USD', to: 'CHF', rate: 0.925, date: '2022-12-31', source: 'snb.ch' }
/** Rates between them, in both directions. */
export const converted = (): Dataset => withCurrency('USD', [chfToUsd, usdToChf])

/** Neither agreement gives a rate to the currency of the other. */
export function apart(): Dataset {
  const { agreement } = withCurrency('EUR', [])
  const training = dataset.activity.get('2022-team-training')
  if (!training) throw new Error('no activity')
  const funding = (training.data.funding ?? []).map(share =>
    share.agreement === 'ifrc-2022' ? { ...share, spent: [{ amount: 777.77, currency: 'EUR' as const }] } : share,
  )
  const activity = new Map(dataset.activity).set(
    training.id,
    entry('activity', training.id, { ...training.data, funding }),
  )
  return sampleDataset({ agreement, activity })
}

export function consolidated(of: Dataset, language = 'en'): WorkbookModel {
  const planned = consolidatedReports(of).value.find(
    each => pathOf(each, 'xlsx') === `reports/2022/consolidated.${language}.xlsx`,
  )
  if (!planned) throw new Error('no report')
  return planned.model
}
