/** WorkbookModel -> ReportPage: what the workbook counted, written out for paper. No figure is computed here. */
import { formatNumber, formatPercent } from '../language/format.ts'
import { type Tongue, tongueOf } from '../language/tongue.ts'
import { typeset } from '../language/typography.ts'
import type { LanguagePacks } from '../model/language-pack.ts'
import type { BarModel, ReportPage } from '../model/report-page.ts'
import type { AnnualWorkbook, CellModel, WorkbookModel } from '../model/workbook.ts'
import type { Own } from './column.ts'
import { figureIn } from './figures.ts'
import { budget } from './registers/budget.ts'
import { indicators } from './registers/indicators.ts'
import { narrative } from './registers/narrative.ts'
import { summary } from './registers/summary.ts'
import { type RowOf, readTable } from './table.ts'

export function reportPage(model: AnnualWorkbook, packs: LanguagePacks): ReportPage {
  const { language } = model
  const tongue = tongueOf(language, packs)
  return {
    ...typesetFacts(model.facts, tongue),
    language,
    colour: model.colour,
    ...areasOf(model, tongue),
    ...indicatorsOf(model, tongue),
    narrative: readTable(narrative, model).rows.map(row => narrativeOf(row, tongue)),
  }
}

/** What a cell shows as a number; nothing where nothing was reported. */
const numberIn = (cell: CellModel): number | undefined => figureIn(cell).value ?? undefined

const notReported = '–'

/** Averages and shares with one decimal, as the workbook shows them. */
export function numberText(cell: CellModel, tongue: Tongue): string {
  const number = numberIn(cell)
  if (number === undefined) return notReported
  const isDecimal = 'style' in cell && cell.style === 'decimal'
  return isDecimal ? tongue.number(number, 1) : formatNumber(number, tongue)
}

/** Whole percents, as the workbook shows them. */
export function percentText(cell: CellModel, tongue: Tongue): string {
  const ratio = numberIn(cell)
  return ratio === undefined ? notReported : formatPercent(Math.round(ratio * 100), tongue)
}

/** Text of a record. A phrase in its place says that there is none in this language. */
export function rawText(cell: CellModel): string {
  return cell.kind === 'value' && cell.value !== null ? String(cell.value) : ''
}

export const textIn = (cell: CellModel, tongue: Tongue): string => typeset(rawText(cell), tongue)

type Area = RowOf<typeof summary>

function areasOf(model: WorkbookModel, tongue: Tongue): Pick<ReportPage, 'areas' | 'total' | 'charts'> {
  const { rows, total, has } = readTable(summary, model)
  if (!total) throw new Error('the summary has no total')
  const numbers = (column: Parameters<Area>[0]) => (row: Area) => numberText(row(column), tongue)
  const amount = amountText(
    [...rows, total].flatMap(row => [row('budget'), row('expenditure')]),
    tongue,
  )
  const money = (row: Area) => ({
    activities: numbers('activities')(row),
    budget: amount(row('budget')),
    expenditure: amount(row('expenditure')),
    implementation: percentText(row('implementation'), tongue),
  })
  const hasYearBefore = has('people_previous') && rows.some(row => numberIn(row('people_previous')) !== undefined)
  type AreaBar = Bar<Parameters<Area>[0]>
  const bars = (pair: readonly [AreaBar, AreaBar]) => barsOf(rows, row => textIn(row('area_name'), tongue), pair)
  return {
    areas: rows.map(row => ({
      code: rawText(row('area')),
      name: textIn(row('area_name'), tongue),
      ...peopleOf(row, tongue),
      ...money(row),
    })),
    total: money(total),
    charts: {
      people: bars([
        { column: 'people_target', text: cell => numberText(cell, tongue) },
        { column: 'people_reached', text: cell => numberText(cell, tongue) },
      ]),
      money: bars([
        { column: 'budget', text: amount },
        { column: 'expenditure', text: amount },
      ]),
      quarters: quartersOf(model, tongue),
      years: hasYearBefore
        ? bars([
            { column: 'people_previous', text: cell => numberText(cell, tongue) },
            { column: 'people_reached', text: cell => numberText(cell, tongue) },
          ])
        : [],
    },
  }
}

const quarters = ['q1', 'q2', 'q3', 'q4'] as const

/** The budget of all lines, and beneath it what was spent in each quarter; nothing where nothing was. */
function quartersOf(model: WorkbookModel, tongue: Tongue): ReportPage['charts']['quarters'] {
  const { total, has } = readTable(budget, model)
  const spent = total ? quarters.filter(has).map(quarter => ({ quarter, cell: total(quarter) })) : []
  if (!total || spent.every(({ cell }) => !numberIn(cell))) return []
  const agreed = total('budget')
  const cells = [agreed, ...spent.map(({ cell }) => cell)]
  const amount = amountText(cells, tongue)
  const longest = longestOf(cells)
  return [
    ...(numberIn(agreed) === undefined
      ? []
      : [{ phrase: 'report.budget.columns.budget', first: measured(agreed, amount, longest) }]),
    ...spent.map(({ quarter, cell }) => ({
      phrase: `report.revisions.parts.${quarter}`,
      second: measured(cell, amount, longest),
    })),
  ]
}

type People = 'people_target' | 'people_reached' | 'people_percent' | 'target_not_reported' | 'reached_without_target'

/** With what the percentage leaves out, where there is any: like is set against like. */
export function peopleOf(row: Own<People>, tongue: Tongue) {
  const rest = (column: People) => (numberIn(row(column)) ? { [column]: numberText(row(column), tongue) } : {})
  return {
    people_target: numberText(row('people_target'), tongue),
    people_reached: numberText(row('people_reached'), tongue),
    people_percent: percentText(row('people_percent'), tongue),
    ...rest('target_not_reported'),
    ...rest('reached_without_target'),
  }
}

/** Where one sum has hundredths, all that stand beside and below it show them: in the table and in the chart. */
export function amountText(sums: readonly CellModel[], tongue: Tongue): (cell: CellModel) => string {
  const decimals = sums.every(cell => Number.isInteger(numberIn(cell) ?? 0)) ? 0 : 2
  return cell => {
    const number = numberIn(cell)
    return number === undefined ? notReported : tongue.number(number, decimals)
  }
}

interface Bar<N extends string> {
  readonly column: N
  readonly text: (cell: CellModel) => string
}

/** On one scale. An area without either figure has no bars. */
export function barsOf<N extends string>(
  rows: readonly Own<N>[],
  label: (row: Own<N>) => string,
  [first, second]: readonly [Bar<N>, Bar<N>],
): BarModel[] {
  const longest = longestOf(rows.flatMap(row => [row(first.column), row(second.column)]))
  const drawn = (row: Own<N>, { column, text }: Bar<N>) => measured(row(column), text, longest)
  return rows
    .filter(row => [first, second].some(({ column }) => numberIn(row(column)) !== undefined))
    .map(row => ({ label: label(row), first: drawn(row, first), second: drawn(row, second) }))
}

const longestOf = (cells: readonly CellModel[]): number => Math.max(...cells.map(cell => numberIn(cell) ?? 0), 1)

function measured(cell: CellModel, text: (cell: CellModel) => string, longest: number): BarModel['first'] {
  const of = numberIn(cell)
  return { text: text(cell), ...(of !== undefined && { share: Math.max(of, 0) / longest }) }
}

/** On one scale: the longest actual, or the target where none came to it, is the whole of the track. */
function indicatorsOf(model: WorkbookModel, tongue: Tongue): Pick<ReportPage, 'indicators' | 'target_at'> {
  const { rows } = readTable(indicators, model)
  const scale = Math.max(...rows.map(row => numberIn(row('percent')) ?? 0), 1)
  return { indicators: rows.map(row => indicatorOf(row, scale, tongue)), target_at: 1 / scale }
}

function indicatorOf(row: RowOf<typeof indicators>, scale: number, tongue: Tongue): ReportPage['indicators'][number] {
  const percent = numberIn(row('percent'))
  const direction = row('direction')
  const unit = row('unit')
  const name = textIn(row('name'), tongue)
  const comment = textIn(row('comment'), tongue)
  const unit_name = textIn(unit, tongue)
  return {
    code: rawText(row('code')),
    unit: unit.kind === 'words' ? unit.key : 'report.no_text',
    target: numberText(row('target'), tongue),
    actual: numberText(row('actual'), tongue),
    percent: percentText(row('percent'), tongue),
    lower_is_better: direction.kind === 'words' && direction.key === 'report.directions.falling',
    ...(percent !== undefined && { progress: Math.max(percent, 0) / scale }),
    ...(name && { name }),
    ...(unit_name && { unit_name }),
    ...(comment && { comment }),
  }
}

function narrativeOf(row: RowOf<typeof narrative>, tongue: Tongue): ReportPage['narrative'][number] {
  const told = (column: 'deviations' | 'challenges' | 'lessons' | 'plans') => {
    const text = textIn(row(column), tongue)
    return text === '' ? {} : { [column]: text }
  }
  return {
    name: textIn(row('area_name'), tongue),
    ...told('deviations'),
    ...told('challenges'),
    ...told('lessons'),
    ...told('plans'),
  }
}

/** Long texts of the facts; codes, addresses and days stay as they are. */
function typesetFacts(facts: AnnualWorkbook['facts'], tongue: Tongue): AnnualWorkbook['facts'] {
  const { title, counting_method } = facts.agreement
  return {
    ...facts,
    agreement: {
      ...facts.agreement,
      ...(title && { title: typeset(title, tongue) }),
      ...(counting_method && { counting_method: typeset(counting_method, tongue) }),
    },
  }
}
