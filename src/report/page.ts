/** WorkbookModel -> ReportPage: what the workbook counted, written out for paper. No figure is computed here. */
import { formatNumber, formatPercent } from '../language/format.ts'
import { factsOf } from '../language/language.ts'
import { typeset } from '../language/typography.ts'
import type { BarModel, ReportPage } from '../model/report-page.ts'
import type { Language } from '../model/text.ts'
import type { AnnualWorkbook, CellModel, WorkbookModel } from '../model/workbook.ts'
import type { Own } from './column.ts'
import { figureIn } from './figures.ts'
import { indicators } from './registers/indicators.ts'
import { narrative } from './registers/narrative.ts'
import { summary } from './registers/summary.ts'
import { type RowOf, readTable } from './table.ts'

export function reportPage(model: AnnualWorkbook): ReportPage {
  const { language } = model
  return {
    ...typesetFacts(model.facts, language),
    language,
    colour: model.colour,
    ...areasOf(model, language),
    indicators: readTable(indicators, model).rows.map(row => indicatorOf(row, language)),
    narrative: readTable(narrative, model).rows.map(row => narrativeOf(row, language)),
  }
}

/** What a cell shows as a number; nothing where nothing was reported. */
const numberIn = (cell: CellModel): number | undefined => figureIn(cell).value ?? undefined

const notReported = '–'

/** Averages and shares with one decimal, as the workbook shows them. */
export function numberText(cell: CellModel, language: Language): string {
  const number = numberIn(cell)
  if (number === undefined) return notReported
  const isDecimal = 'style' in cell && cell.style === 'decimal'
  return isDecimal ? factsOf(language).number(number, 1) : formatNumber(number, language)
}

/** Whole percents, as the workbook shows them. */
export function percentText(cell: CellModel, language: Language): string {
  const ratio = numberIn(cell)
  return ratio === undefined ? notReported : formatPercent(Math.round(ratio * 100), language)
}

/** Text of a record. A phrase in its place says that there is none in this language. */
export function rawText(cell: CellModel): string {
  return cell.kind === 'value' && cell.value !== null ? String(cell.value) : ''
}

export const textIn = (cell: CellModel, language: Language): string => typeset(rawText(cell), language)

type Area = RowOf<typeof summary>

function areasOf(model: WorkbookModel, language: Language): Pick<ReportPage, 'areas' | 'total' | 'charts'> {
  const { rows, total } = readTable(summary, model)
  if (!total) throw new Error('the summary has no total')
  const numbers = (column: Parameters<Area>[0]) => (row: Area) => numberText(row(column), language)
  const amount = amountText(
    [...rows, total].flatMap(row => [row('budget'), row('expenditure')]),
    language,
  )
  const money = (row: Area) => ({
    activities: numbers('activities')(row),
    budget: amount(row('budget')),
    expenditure: amount(row('expenditure')),
    implementation: percentText(row('implementation'), language),
  })
  type AreaBar = Bar<Parameters<Area>[0]>
  const bars = (pair: readonly [AreaBar, AreaBar]) => barsOf(rows, row => textIn(row('area_name'), language), pair)
  return {
    areas: rows.map(row => ({
      code: rawText(row('area')),
      name: textIn(row('area_name'), language),
      people_target: numbers('people_target')(row),
      people_reached: numbers('people_reached')(row),
      people_percent: percentText(row('people_percent'), language),
      ...money(row),
    })),
    total: money(total),
    charts: {
      people: bars([
        { column: 'people_target', text: cell => numberText(cell, language) },
        { column: 'people_reached', text: cell => numberText(cell, language) },
      ]),
      money: bars([
        { column: 'budget', text: amount },
        { column: 'expenditure', text: amount },
      ]),
    },
  }
}

/** Where one sum has hundredths, all that stand beside and below it show them: in the table and in the chart. */
export function amountText(sums: readonly CellModel[], language: Language): (cell: CellModel) => string {
  const decimals = sums.every(cell => Number.isInteger(numberIn(cell) ?? 0)) ? 0 : 2
  return cell => {
    const number = numberIn(cell)
    return number === undefined ? notReported : factsOf(language).number(number, decimals)
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
  const number = (row: Own<N>, { column }: Bar<N>) => numberIn(row(column))
  const longest = Math.max(...rows.flatMap(row => [number(row, first) ?? 0, number(row, second) ?? 0]), 1)
  const measured = (row: Own<N>, bar: Bar<N>): BarModel['first'] => {
    const of = number(row, bar)
    return { text: bar.text(row(bar.column)), ...(of !== undefined && { share: Math.max(of, 0) / longest }) }
  }
  return rows
    .filter(row => [first, second].some(bar => number(row, bar) !== undefined))
    .map(row => ({ label: label(row), first: measured(row, first), second: measured(row, second) }))
}

function indicatorOf(row: RowOf<typeof indicators>, language: Language): ReportPage['indicators'][number] {
  const unit = row('unit')
  const name = textIn(row('name'), language)
  const comment = textIn(row('comment'), language)
  const unit_name = textIn(unit, language)
  return {
    code: rawText(row('code')),
    unit: unit.kind === 'words' ? unit.key : 'report.no_text',
    target: numberText(row('target'), language),
    actual: numberText(row('actual'), language),
    percent: percentText(row('percent'), language),
    ...(name && { name }),
    ...(unit_name && { unit_name }),
    ...(comment && { comment }),
  }
}

function narrativeOf(row: RowOf<typeof narrative>, language: Language): ReportPage['narrative'][number] {
  const told = (column: 'deviations' | 'challenges' | 'lessons' | 'plans') => {
    const text = textIn(row(column), language)
    return text === '' ? {} : { [column]: text }
  }
  return {
    name: textIn(row('area_name'), language),
    ...told('deviations'),
    ...told('challenges'),
    ...told('lessons'),
    ...told('plans'),
  }
}

/** Long texts of the facts; codes, addresses and days stay as they are. */
function typesetFacts(facts: AnnualWorkbook['facts'], language: Language): AnnualWorkbook['facts'] {
  const { title, counting_method } = facts.agreement
  return {
    ...facts,
    agreement: {
      ...facts.agreement,
      ...(title && { title: typeset(title, language) }),
      ...(counting_method && { counting_method: typeset(counting_method, language) }),
    },
  }
}
