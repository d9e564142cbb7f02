/** What was agreed anew: each change of a budget line or of a target, with what stood before and why. */

import type { BudgetLine, Indicator } from '../../model/record/agreement.ts'
import type { Text } from '../../model/text.ts'
import type { CellModel } from '../../model/workbook.ts'
import type { StyleName } from '../../model/workbook-sheet.ts'
import { shown, textOr, words } from '../cells.ts'
import { asReported } from '../figures.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { unitCell } from '../unit.ts'

/** Which of its figures was changed. */
type Part = 'whole' | 'year' | 'q1' | 'q2' | 'q3' | 'q4'

interface Row {
  readonly of: 'line' | 'indicator'
  readonly code: string
  /** Where the agreement says it, with what it was before. */
  readonly pointer: string
  readonly name: Text
  readonly date: string
  readonly part: Part
  /** Calendar year in which the reporting year begins; of what is for the whole life none. */
  readonly year: number | null
  readonly before: number | null
  readonly after: number
  readonly reason: Text
  readonly unit: (report: Report) => CellModel | string
  readonly style: StyleName
}

type Agreed = readonly (readonly [part: Part, year: number | null, amount: number])[]

interface Revised {
  readonly date: string
  readonly reason: Text
  readonly agreed: Agreed
}

function rowsOf(report: Report): readonly Row[] {
  const { data } = report.ledger.agreement
  return [
    ...data.budget.flatMap((line, at) => changesOf(line, report).map(row => ({ ...row, pointer: `/budget/${at}` }))),
    ...data.indicators.flatMap((indicator, at) =>
      changedTargets(indicator, report).map(row => ({ ...row, pointer: `/indicators/${at}` })),
    ),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function changesOf(line: BudgetLine, report: Report): readonly Omit<Row, 'pointer'>[] {
  const { currency } = report.ledger.agreement.data
  const agreed = ({ amount, by_year = {} }: Pick<BudgetLine, 'by_year'> & { readonly amount?: number }): Agreed => [
    ...(amount === undefined ? [] : [['whole', null, amount] as const]),
    ...Object.entries(by_year).map(([year, of]) => ['year', Number(year), of] as const),
  ]
  const of = { of: 'line', code: line.line, name: line.name, unit: () => currency, style: 'money' } as const
  const revised = (line.revisions ?? []).map(each => ({ ...each, agreed: agreed(each) }))
  return changed(agreed(line), revised, report).map(change => ({ ...of, ...change }))
}

function changedTargets(indicator: Indicator, report: Report): readonly Omit<Row, 'pointer'>[] {
  const first = report.ledger.years[0]?.year ?? null
  const agreed = (year: number | null, target: Indicator['target'] = {}): Agreed =>
    (['total', 'q1', 'q2', 'q3', 'q4'] as const).flatMap(name => {
      const amount = target[name]
      return amount === undefined ? [] : [[name === 'total' ? 'year' : name, year, amount] as const]
    })
  const { code, name, target, target_by_year = {}, target_revisions = [] } = indicator
  const byYear = Object.entries(target_by_year).flatMap(([year, of]) => agreed(Number(year), of))
  const revised = target_revisions.map(each => ({ ...each, agreed: agreed(each.year ?? first, each) }))
  const of = {
    of: 'indicator',
    code,
    name,
    unit: (scope: Report) => unitCell(indicator, scope),
    style: 'decimal',
  } as const
  return changed([...agreed(first, target), ...byYear], revised, report).map(change => ({
    ...of,
    ...change,
    style: [change.before ?? 0, change.after].every(Number.isInteger) ? 'count' : 'decimal',
  }))
}

/** In the order of their days, those agreed by the cut-off; each beside what it takes the place of. */
function changed(first: Agreed, revisions: readonly Revised[], { ledger }: Report) {
  const known = new Map(first.map(([part, year, amount]) => [`${part} ${year}`, amount]))
  return revisions
    .filter(({ date }) => date <= ledger.agreement.data.data_cutoff)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .flatMap(({ date, reason, agreed }) =>
      agreed.map(([part, year, after]) => {
        const before = known.get(`${part} ${year}`) ?? null
        known.set(`${part} ${year}`, after)
        return { date, part, year, before, after, reason }
      }),
    )
}

export const revisions = register({
  sheet: 'revisions',
  prefix: 'rev',
  isThere: report => rowsOf(report).length > 0,
  rows: rowsOf,
  columns: (column, report) => {
    const { id } = report.ledger.agreement
    const agreed = (amount: number | null, at: string, style: StyleName) =>
      shown(asReported(amount, { kind: 'agreement', record: id, at }), style)
    return {
      name: column('text', ({ name }, { names }) => textOr(names.text(name))),
      of: column('text', ({ of }) => words(`report.revisions.kinds.${of}`)),
      code: column('code', ({ code }) => code),
      date: column('date', ({ date }) => date),
      part: column('text', ({ part }) => words(`report.revisions.parts.${part}`)),
      year: column('code', ({ year }) => nameOfYear(year, report)),
      before: column('count', ({ before, style, pointer }) => agreed(before, pointer, style)),
      after: column('count', ({ after, style, pointer }) => agreed(after, pointer, style)),
      unit: column('text', ({ unit }) => unit(report)),
      reason: column('text', ({ reason }, { names }) => textOr(names.text(reason))),
    }
  },
})

const nameOfYear = (year: number | null, { ledger }: Report): string | null =>
  year === null ? null : (ledger.years.find(each => each.year === year)?.name ?? String(year))
