/** WorkbookModel -> ConsolidatedPage: what the workbook over all partners counted, written out for paper. */
import type { ConsolidatedPage } from '../../model/report-page.ts'
import type { Language } from '../../model/text.ts'
import type { CellModel, ConsolidatedWorkbook } from '../../model/workbook.ts'
import { value } from '../cells.ts'
import type { Own } from '../column.ts'
import { figureIn } from '../figures.ts'
import { amountText, barsOf, numberText, percentText, rawText, textIn } from '../page.ts'
import { type RowOf, readTable } from '../table.ts'
import { partners } from './registers/partners.ts'
import { geography } from './sheets/geography.ts'
import { indicators } from './sheets/indicators.ts'
import { summary } from './sheets/summary.ts'

export function consolidatedPage(model: ConsolidatedWorkbook): ConsolidatedPage {
  const { language, facts, colour } = model
  return {
    ...facts,
    language,
    colour,
    ...areasOf(model, language),
    agreements: agreementsOf(model, language),
    regions: regionsOf(model, language),
    indicators: indicatorsOf(model, language),
  }
}

/** Nothing is shown where no sum goes over currencies. */
const sums =
  ({ facts }: ConsolidatedWorkbook) =>
  <N extends string>(row: Own<N>, column: N): CellModel =>
    facts.currency === undefined ? value(null) : row(column)

type Area = RowOf<typeof summary>

function areasOf(
  model: ConsolidatedWorkbook,
  language: Language,
): Pick<ConsolidatedPage, 'areas' | 'total' | 'charts'> {
  const { rows, total } = readTable(summary, model)
  if (!total) throw new Error('the summary has no total')
  const sum = sums(model)
  const numbers = (column: Parameters<Area>[0]) => (row: Area) => numberText(row(column), language)
  const amount = amountText(
    [...rows, total].flatMap(row => [sum(row, 'budget_all'), sum(row, 'spent_all')]),
    language,
  )
  const figures = (row: Area) => ({
    activities: numbers('activities')(row),
    shared: numbers('shared')(row),
    budget: amount(sum(row, 'budget_all')),
    expenditure: amount(sum(row, 'spent_all')),
    implementation: percentText(sum(row, 'implementation'), language),
  })
  const name = (row: Area) => textIn(row('area_name'), language)
  const people = (column: 'people_target' | 'people_reached') => ({
    column,
    text: (cell: CellModel) => numberText(cell, language),
  })
  const money = (column: 'budget_all' | 'spent_all') => ({ column, text: amount })
  return {
    areas: rows.map(row => ({
      code: rawText(row('area')),
      name: name(row),
      people_target: numbers('people_target')(row),
      people_reached: numbers('people_reached')(row),
      people_percent: percentText(row('people_percent'), language),
      ...figures(row),
    })),
    total: figures(total),
    charts: {
      people: barsOf(rows, name, [people('people_target'), people('people_reached')]),
      money: model.facts.currency === undefined ? [] : barsOf(rows, name, [money('budget_all'), money('spent_all')]),
    },
  }
}

function agreementsOf(model: ConsolidatedWorkbook, language: Language): ConsolidatedPage['agreements'] {
  const { rows } = readTable(partners, model)
  const amount = amountText(
    rows.flatMap(row => [row('budget'), row('expenditure')]),
    language,
  )
  return rows.map(row => ({
    id: rawText(row('agreement')),
    partner: textIn(row('partner'), language),
    activities: numberText(row('activities'), language),
    shared: numberText(row('shared'), language),
    currency: rawText(row('currency')),
    budget: amount(row('budget')),
    expenditure: amount(row('expenditure')),
    implementation: percentText(row('implementation'), language),
  }))
}

/** Those without an activity and without money are in the workbook. */
function regionsOf(model: ConsolidatedWorkbook, language: Language): ConsolidatedPage['regions'] {
  const { rows } = readTable(geography, model)
  const sum = sums(model)
  const amount = amountText(
    rows.map(row => sum(row, 'expenditure')),
    language,
  )
  return rows
    .filter(row => figureIn(row('activities')).value !== 0 || figureIn(sum(row, 'expenditure')).value !== null)
    .map(row => {
      const region = row('region')
      return {
        ...(region.kind === 'words' ? { phrase: region.key } : { name: textIn(region, language) }),
        activities: numberText(row('activities'), language),
        people: numberText(row('people'), language),
        expenditure: amount(sum(row, 'expenditure')),
      }
    })
}

function indicatorsOf(model: ConsolidatedWorkbook, language: Language): ConsolidatedPage['indicators'] {
  if (model.absent?.includes(indicators.sheet)) return []
  return readTable(indicators, model).rows.flatMap(row =>
    labelsIn(model).flatMap(({ at, label }) => {
      const [target, actual] = [row(`target_${at}`), row(`actual_${at}`)]
      if ([target, actual].every(cell => figureIn(cell).value === null)) return []
      const unit = row('unit')
      const name = textIn(row('name'), language)
      return [
        {
          code: rawText(row('code')),
          unit: unit.kind === 'words' ? unit.key : 'report.no_text',
          of: label,
          target: numberText(target, language),
          actual: numberText(actual, language),
          percent: percentText(row(`percent_${at}`), language),
          ...(name && { name }),
        },
      ]
    }),
  )
}

/** As the headers of the workbook call the agreements. */
function labelsIn({ sheets }: ConsolidatedWorkbook): readonly { readonly at: number; readonly label: string }[] {
  const blocks = sheets.find(({ sheet }) => sheet === indicators.sheet)?.blocks ?? []
  const columns = blocks.flatMap(block => (block.block === 'table' ? block.columns : []))
  return columns
    .filter(({ column }) => /^target_\d+$/.test(column))
    .map(({ header }, index) => ({ at: index + 1, label: header?.name ?? '' }))
}
