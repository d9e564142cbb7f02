/** WorkbookModel -> ReportPage: what the workbook counted, written out for paper. No figure is computed here. */
import { formatNumber, formatPercent } from '../language/format.ts'
import { factsOf } from '../language/language.ts'
import { typeset } from '../language/typography.ts'
import type { BarModel, ReportPage } from '../model/report-page.ts'
import type { Language } from '../model/text.ts'
import type { AnnualWorkbook, CellModel, RowModel, TableModel, WorkbookModel } from '../model/workbook.ts'

export function reportPage(model: AnnualWorkbook): ReportPage {
  const { language } = model
  return {
    ...typesetFacts(model.facts, language),
    language,
    colour: model.colour,
    ...areasOf(tableOf(model, 'summary'), language),
    indicators: tableOf(model, 'indicators').rows.map(row => indicatorOf(row, language)),
    narrative: tableOf(model, 'narrative').rows.map(row => narrativeOf(row, language)),
  }
}

type ShortTable = TableModel & { readonly rows: readonly RowModel[] }

/** The one table of a sheet. */
function tableOf({ sheets }: WorkbookModel, sheet: string): ShortTable {
  const blocks = sheets.find(each => each.sheet === sheet)?.blocks ?? []
  const table = blocks.find(block => block.block === 'table')
  if (!table) throw new Error(`the sheet “${sheet}” has no table`)
  return { ...table, rows: [...table.rows] }
}

/** What a cell shows as a number; nothing where nothing was reported. */
function numberIn(cell: CellModel | undefined): number | undefined {
  const shown = cell?.kind === 'formula' ? cell.figure.value : cell?.kind === 'value' ? cell.value : null
  return typeof shown === 'number' ? shown : undefined
}

const notReported = '–'

/** Averages and shares with one decimal, as the workbook shows them. */
function numberText({ cells }: RowModel, column: string, language: Language): string {
  const cell = cells[column]
  const number = numberIn(cell)
  if (number === undefined) return notReported
  const isDecimal = cell !== undefined && 'style' in cell && cell.style === 'decimal'
  return isDecimal ? factsOf(language).number(number, 1) : formatNumber(number, language)
}

/** Whole percents, as the workbook shows them. */
function percentText({ cells }: RowModel, column: string, language: Language): string {
  const ratio = numberIn(cells[column])
  return ratio === undefined ? notReported : formatPercent(Math.round(ratio * 100), language)
}

/** Text of a record. A phrase in its place says that there is none in this language. */
function rawText({ cells }: RowModel, column: string): string {
  const cell = cells[column]
  return cell?.kind === 'value' && cell.value !== null ? String(cell.value) : ''
}

const textIn = (row: RowModel, column: string, language: Language): string => typeset(rawText(row, column), language)

function areasOf({ rows, total }: ShortTable, language: Language): Pick<ReportPage, 'areas' | 'total' | 'charts'> {
  const all = total ? [...rows, total] : rows
  const budget = moneyText(all, 'budget', language)
  const expenditure = moneyText(all, 'expenditure', language)
  const money = (row: RowModel) => ({
    activities: numberText(row, 'activities', language),
    budget: budget(row),
    expenditure: expenditure(row),
    implementation: percentText(row, 'implementation', language),
  })
  const people = {
    target: (row: RowModel) => numberText(row, 'people_target', language),
    reached: (row: RowModel) => numberText(row, 'people_reached', language),
  }
  const label = (row: RowModel) => textIn(row, 'area_name', language)
  return {
    areas: rows.map(row => ({
      code: rawText(row, 'area'),
      name: label(row),
      people_target: people.target(row),
      people_reached: people.reached(row),
      people_percent: percentText(row, 'people_percent', language),
      ...money(row),
    })),
    total: money(total ?? { cells: {}, records: [] }),
    charts: {
      people: barsOf(rows, label, [
        { column: 'people_target', text: people.target },
        { column: 'people_reached', text: people.reached },
      ]),
      money: barsOf(rows, label, [
        { column: 'budget', text: budget },
        { column: 'expenditure', text: expenditure },
      ]),
    },
  }
}

/** Where one sum of a column has hundredths, all show them. */
function moneyText(rows: readonly RowModel[], column: string, language: Language): (row: RowModel) => string {
  const numbers = rows.map(({ cells }) => numberIn(cells[column]) ?? 0)
  const decimals = numbers.every(Number.isInteger) ? 0 : 2
  return ({ cells }) => {
    const number = numberIn(cells[column])
    return number === undefined ? notReported : factsOf(language).number(number, decimals)
  }
}

interface BarColumn {
  readonly column: string
  readonly text: (row: RowModel) => string
}

/** On one scale. An area without either figure has no bars. */
function barsOf(
  rows: readonly RowModel[],
  label: (row: RowModel) => string,
  [first, second]: readonly [BarColumn, BarColumn],
): BarModel[] {
  const number = ({ cells }: RowModel, { column }: BarColumn) => numberIn(cells[column])
  const longest = Math.max(...rows.flatMap(row => [number(row, first) ?? 0, number(row, second) ?? 0]), 1)
  const measured = (row: RowModel, column: BarColumn): BarModel['first'] => {
    const of = number(row, column)
    return { text: column.text(row), ...(of !== undefined && { share: Math.max(of, 0) / longest }) }
  }
  return rows
    .filter(row => [first, second].some(column => number(row, column) !== undefined))
    .map(row => ({ label: label(row), first: measured(row, first), second: measured(row, second) }))
}

function indicatorOf(row: RowModel, language: Language): ReportPage['indicators'][number] {
  const { unit } = row.cells
  const name = textIn(row, 'name', language)
  const comment = textIn(row, 'comment', language)
  return {
    code: rawText(row, 'code'),
    unit: unit?.kind === 'words' ? unit.key : 'report.no_text',
    target: numberText(row, 'target', language),
    actual: numberText(row, 'actual', language),
    percent: percentText(row, 'percent', language),
    ...(name && { name }),
    ...(comment && { comment }),
  }
}

function narrativeOf(row: RowModel, language: Language): ReportPage['narrative'][number] {
  const told = (column: 'deviations' | 'challenges' | 'lessons' | 'plans') => {
    const text = textIn(row, column, language)
    return text === '' ? {} : { [column]: text }
  }
  return {
    name: textIn(row, 'area_name', language),
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
