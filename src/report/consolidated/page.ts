/** WorkbookModel -> ConsolidatedPage: what the workbook over all partners counted, written out for paper. */
import { type Tongue, tongueOf } from '../../language/tongue.ts'
import type { LanguagePacks } from '../../model/language-pack.ts'
import type { ConsolidatedPage } from '../../model/report-page.ts'
import type { CellModel, ConsolidatedWorkbook } from '../../model/workbook.ts'
import { value } from '../cells.ts'
import type { Own } from '../column.ts'
import { figureIn } from '../figures.ts'
import { amountText, barsOf, numberText, peopleOf, percentText, rawText, textIn } from '../page.ts'
import { type RowOf, readTable } from '../table.ts'
import { partners } from './registers/partners.ts'
import { geography } from './sheets/geography.ts'
import { indicators } from './sheets/indicators.ts'
import { summary } from './sheets/summary.ts'

export function consolidatedPage(model: ConsolidatedWorkbook, packs: LanguagePacks): ConsolidatedPage {
  const { language, facts, colour } = model
  const tongue = tongueOf(language, packs)
  return {
    ...facts,
    language,
    colour,
    ...areasOf(model, tongue),
    agreements: agreementsOf(model, tongue),
    regions: regionsOf(model, tongue),
    indicators: indicatorsOf(model, tongue),
  }
}

/** Nothing is shown where no sum goes over currencies. */
const sums =
  ({ facts }: ConsolidatedWorkbook) =>
  <N extends string>(row: Own<N>, column: N): CellModel =>
    facts.currency === undefined ? value(null) : row(column)

type Area = RowOf<typeof summary>

function areasOf(model: ConsolidatedWorkbook, tongue: Tongue): Pick<ConsolidatedPage, 'areas' | 'total' | 'charts'> {
  const { rows, total } = readTable(summary, model)
  if (!total) throw new Error('the summary has no total')
  const sum = sums(model)
  const numbers = (column: Parameters<Area>[0]) => (row: Area) => numberText(row(column), tongue)
  const amount = amountText(
    [...rows, total].flatMap(row => [sum(row, 'budget_all'), sum(row, 'spent_all')]),
    tongue,
  )
  const figures = (row: Area) => ({
    activities: numbers('activities')(row),
    shared: numbers('shared')(row),
    budget: amount(sum(row, 'budget_all')),
    expenditure: amount(sum(row, 'spent_all')),
    implementation: percentText(sum(row, 'implementation'), tongue),
  })
  const name = (row: Area) => textIn(row('area_name'), tongue)
  const people = (column: 'people_target' | 'people_reached') => ({
    column,
    text: (cell: CellModel) => numberText(cell, tongue),
  })
  const money = (column: 'budget_all' | 'spent_all') => ({ column, text: amount })
  return {
    areas: rows.map(row => ({
      code: rawText(row('area')),
      name: name(row),
      ...peopleOf(row, tongue),
      ...figures(row),
    })),
    total: figures(total),
    charts: {
      people: barsOf(rows, name, [people('people_target'), people('people_reached')]),
      money: model.facts.currency === undefined ? [] : barsOf(rows, name, [money('budget_all'), money('spent_all')]),
    },
  }
}

function agreementsOf(model: ConsolidatedWorkbook, tongue: Tongue): ConsolidatedPage['agreements'] {
  const { rows } = readTable(partners, model)
  const amount = amountText(
    rows.flatMap(row => [row('budget'), row('expenditure')]),
    tongue,
  )
  return rows.map(row => ({
    id: rawText(row('agreement')),
    partner: textIn(row('partner'), tongue),
    activities: numberText(row('activities'), tongue),
    shared: numberText(row('shared'), tongue),
    currency: rawText(row('currency')),
    budget: amount(row('budget')),
    expenditure: amount(row('expenditure')),
    implementation: percentText(row('implementation'), tongue),
  }))
}

/** Those without an activity and without money are in the workbook. */
function regionsOf(model: ConsolidatedWorkbook, tongue: Tongue): ConsolidatedPage['regions'] {
  const { rows } = readTable(geography, model)
  const sum = sums(model)
  const amount = amountText(
    rows.map(row => sum(row, 'expenditure')),
    tongue,
  )
  return rows
    .filter(row => figureIn(row('activities')).value !== 0 || figureIn(sum(row, 'expenditure')).value !== null)
    .map(row => {
      const region = row('region')
      return {
        ...(region.kind === 'words' ? { phrase: region.key } : { name: textIn(region, tongue) }),
        activities: numberText(row('activities'), tongue),
        people: numberText(row('people'), tongue),
        expenditure: amount(sum(row, 'expenditure')),
      }
    })
}

function indicatorsOf(model: ConsolidatedWorkbook, tongue: Tongue): ConsolidatedPage['indicators'] {
  if (model.absent?.includes(indicators.sheet)) return []
  return readTable(indicators, model).rows.flatMap(row =>
    labelsIn(model).flatMap(({ at, label }) => {
      const [target, actual] = [row(`target_${at}`), row(`actual_${at}`)]
      if ([target, actual].every(cell => figureIn(cell).value === null)) return []
      const unit = row('unit')
      const name = textIn(row('name'), tongue)
      return [
        {
          code: rawText(row('code')),
          unit: unit.kind === 'words' ? unit.key : 'report.no_text',
          of: label,
          target: numberText(target, tongue),
          actual: numberText(actual, tongue),
          percent: percentText(row(`percent_${at}`), tongue),
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
