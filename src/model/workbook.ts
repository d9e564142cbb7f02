/**
 * Workbooks before and after words. A `WorkbookModel` is figures, names and text keys, its formulas written over
 * column names; a `Workbook` (`workbook-sheet.ts`) is what the renderer is handed.
 */
import { type Static, Type } from 'typebox'
import type { Figure } from './figure.ts'
import type { Rows } from './rows.ts'
import type { Language } from './text.ts'
import type { ChartType, StyleName } from './workbook-sheet.ts'

export type { Workbook } from './workbook-sheet.ts'

const words = (description: string) => Type.String({ description })
const maybe = (description: string) => Type.Optional(words(description))
const numberOf = (description: string) => Type.Integer({ description })
const named = Type.Object({ name: words('Full name.'), short_name: words('Abbreviation, or the full name.') })

/** What every phrase under `report.` may name, but for those under `report.consolidated.`. Days are already written out in the language. */
export const reportFacts = Type.Object({
  society: Type.Object({
    ...named.properties,
    contact: Type.Optional(
      Type.Object({ name: words('Office.'), phone: maybe('Telephone.'), email: maybe('E-mail address.') }),
    ),
  }),
  partner: named,
  agreement: Type.Object({
    id: words('Id of the record.'),
    title: maybe('Title, where it exists in this language.'),
    number: maybe('Number.'),
    year: words('Its reporting year: 2022, or 2022-23 where it does not begin in January.'),
    previous_year: words('The reporting year before.'),
    previous: maybe('Id of the agreement of the year before in the same programme, where there was one.'),
    start: words('First day.'),
    end: words('Last day.'),
    period: words('From the first to the last day of what the report is over.'),
    whole_period: words('From the first to the last day of the agreement.'),
    interim: Type.Optional(Type.Boolean({ description: 'true: over a half or a quarter of a reporting year.' })),
    final: Type.Optional(Type.Boolean({ description: 'true: over the whole life of the agreement.' })),
    cutoff: words('Data cut-off day.'),
    currency: words('Currency code.'),
    counting_method: maybe('How people were counted.'),
  }),
  counts: Type.Object({
    activities: numberOf('Activities that count: all but the cancelled.'),
    cancelled: numberOf('Cancelled activities.'),
    not_reported: numberOf('Activities that count and have no figure of people reached.'),
    after_cutoff: numberOf('Activities that had not begun by the cut-off.'),
    facts_after_cutoff: numberOf('Sums, results, people and meetings of after the cut-off: in no figure.'),
    outside: numberOf('Sums, results and people of outside the days of the agreement: in no figure.'),
    money_not_reported: numberOf('Activities that are over, with a planned sum and none reported as spent.'),
    meetings: numberOf('Meetings.'),
  }),
  rates: Type.Array(
    Type.Object({
      from: words('Currency.'),
      to: words('Currency.'),
      date: words('Day.'),
      source: maybe('Who published it, where it is said in this language.'),
    }),
  ),
  illustrative: Type.Boolean({ description: 'Sample data: every page says so.' }),
})
export type ReportFacts = Static<typeof reportFacts>

/** What every phrase under `report.consolidated.` may name. Days are already written out in the language. */
export const consolidatedFacts = Type.Object({
  society: reportFacts.properties.society,
  partners: words('Full names of the partners, as a list.'),
  short_partners: words('Their abbreviations, as a list.'),
  year: words('Year.'),
  cutoff: words('The latest data cut-off day of the agreements.'),
  currency: maybe('The currency that all sums are in or are converted to; without it no sum goes over currencies.'),
  converted: Type.Boolean({ description: 'Sums of an agreement are converted to that currency.' }),
  counts: Type.Object({
    agreements: numberOf('Agreements of the year.'),
    activities: numberOf('Activities that count, each once: all but the cancelled.'),
    shared: numberOf('Of these, activities under two or more agreements.'),
    cancelled: numberOf('Cancelled activities.'),
    after_cutoff: numberOf('Activities that had not begun by the latest cut-off.'),
    not_reported: numberOf('Activities that count and have no figure of people reached.'),
  }),
  has_rates: Type.Boolean({ description: 'The cover shows exchange rates.' }),
  has_counting: Type.Boolean({ description: 'An agreement says how people were counted.' }),
  illustrative: Type.Boolean({ description: 'Sample data: every page says so.' }),
})
export type ConsolidatedFacts = Static<typeof consolidatedFacts>

export type CellModel =
  /** A number has a figure where it is known of which records it is. */
  | {
      readonly kind: 'value'
      readonly value: string | number | null
      readonly style?: StyleName
      readonly figure?: Figure
    }
  | { readonly kind: 'day'; readonly day: string | null }
  /** A phrase of templates/wording. */
  | { readonly kind: 'words'; readonly key: string; readonly style?: StyleName }
  /** The name of another sheet, leading there. */
  | { readonly kind: 'sheet-link'; readonly sheet: string }
  /** Leads to a file, relative to the workbook, or to a page. */
  | { readonly kind: 'file-link'; readonly text: string; readonly href: string }
  | FormulaModel

/**
 * `[@column]` is the cell of that column in this row, `[#column]` all data cells of it in this table,
 * `act_PeopleReached` the column `people_reached` of the table with the prefix `act`, wherever the layout put it.
 */
export interface FormulaModel {
  readonly kind: 'formula'
  readonly expression: string
  readonly figure: Figure
  readonly style?: StyleName
}

/** The one way to make a formula, so that none stands without its value. A figure not reported shows as "". */
export function formula(expression: string, figure: Figure, style?: StyleName): FormulaModel {
  return { kind: 'formula', expression, figure, ...(style && { style }) }
}

/** `act` and `people_reached` give `act_PeopleReached`, what formulas call the column. */
export function definedName(prefix: string, column: string): string {
  return `${prefix}_${capitalised(column)}`
}

/** `people_reached` gives `PeopleReached`. */
export function capitalised(name: string): string {
  const parts = name.split('_').map(part => part.slice(0, 1).toUpperCase() + part.slice(1))
  return parts.join('')
}

export interface ColumnModel {
  readonly column: string
  readonly style: StyleName
  /** A header of the data: a name, and after it the words `report.<sheet>.columns.<words>` where they are given. */
  readonly header?: { readonly name: string; readonly words?: string }
  /** Tags stand in a row beneath the header words: machines read them (HXL). Then every column has one. */
  readonly tag?: string
  /** Numbers shown by size as well: bars in their cells, or shades on one scale over all such columns of the table. */
  readonly shows?: 'bar' | 'heat'
  /**
   * What may be chosen in its cells: phrases (text keys), or the cells of a column elsewhere or of a part of one
   * (`lst_StatusName`). An aid to those who fill a copy by hand: where the layout leaves that out, nothing is offered.
   */
  readonly choices?: { readonly keys: readonly string[] } | { readonly column: string }
}

export interface RowModel {
  /** One for each column of its table. */
  readonly cells: { readonly [column: string]: CellModel }
  /** Set off from the rows that follow: their whole. */
  readonly strong?: true
}

/** A table without a cell in one of its columns is a bug: what is not reported is there, and blank. */
export function cellAt(cells: RowModel['cells'], column: string): CellModel {
  const cell = cells[column]
  if (!cell) throw new Error(`a row has no cell in the column “${column}”`)
  return cell
}

/** Its header words are `report.<sheet>.columns.<column>`, notes on headers `report.<sheet>.notes.<column>`. */
export interface TableModel {
  readonly block: 'table'
  /** Name of the table in the file, and prefix of the names of its columns. */
  readonly name: string
  readonly prefix: string
  /** With filter buttons and banding; otherwise a plain range, which may have a total row. */
  readonly filter: boolean
  readonly columns: readonly ColumnModel[]
  /** Notes on its figures tell how each was made and of which records. */
  readonly explained?: true
  readonly rows: Rows<RowModel>
  /** Columns that it has in other reports: a layout may name them. */
  readonly absent?: readonly string[]
  /** Of how many records, where one may have several rows. */
  readonly records?: number
  readonly total?: RowModel
  /** Rows of a column under a name of their own, from 0, the last not among them: of a sheet of lists, each list. */
  readonly parts?: readonly {
    readonly name: string
    readonly column: string
    readonly rows: readonly [first: number, end: number]
  }[]
}

/** Label and cells beside it. A line whose only phrase comes out empty is left out. */
export interface LinesModel {
  readonly block: 'lines'
  readonly lines: readonly LineModel[]
}
export interface LineModel {
  readonly label: CellModel
  readonly cells: readonly CellModel[]
  /** A defined name for the first cell: `rate_UZS`. */
  readonly named?: string
}

/** A paragraph; left out where its words come out empty. */
export interface ParagraphModel {
  readonly block: 'paragraph'
  readonly style: 'title' | 'intro' | 'heading' | 'note' | 'notice'
  readonly key: string
}

/**
 * Charts side by side, at most two, over the width of the sheet; those without a number are left out, and so are those
 * with a column that the layout leaves out: a layout older than a chart stays right. To add one to a
 * sheet: `{ block: 'charts', charts: [{ chart: 'people', type: 'column', categories: 'sum_AreaName', series:
 * ['sum_PeopleTarget', 'sum_PeopleReached'] }] }` and the phrases `report.<sheet>.charts.people.title` and `.alt`, and
 * `.unit` where the axis of values should say it. References are defined names of table columns, of any sheet; what
 * such a column is called in the workbook is the name of its series. Not reported and zero both show no bar.
 */
export interface ChartsModel {
  readonly block: 'charts'
  readonly charts: readonly ChartModel[]
}

export interface ChartModel {
  readonly chart: string
  readonly type: ChartType
  readonly categories: string
  /** Up to six; a doughnut has one. Those without a number are left out. */
  readonly series: readonly string[]
  /** Series after these that do without their column where a layout leaves it out. */
  readonly beside?: readonly string[]
  /** On stacked columns: what they are held against, as a mark across each. */
  readonly against?: string
  /** Of the table, from 0, in rising order; without them, all. */
  readonly rows?: readonly number[]
  /** Ends the title of one of several charts that are alike. */
  readonly about?: string
}

export interface SheetModel {
  /** As layouts and text keys call it: `summary`, `consolidated.summary`. Its tab is `report.<sheet>.name`. */
  readonly sheet: string
  readonly blocks: readonly (ParagraphModel | LinesModel | TableModel | ChartsModel)[]
}

export interface WorkbookModel {
  /** Which of templates/report/ orders it: `annual`, `consolidated`. */
  readonly layout: string
  readonly language: Language
  readonly facts: ReportFacts | ConsolidatedFacts
  readonly colour: string
  /** Sheets that other reports of the kind have: a layout may name them. */
  readonly absent?: readonly string[]
  readonly sheets: readonly SheetModel[]
}

/** Of one agreement. */
export type AnnualWorkbook = WorkbookModel & { readonly facts: ReportFacts }
/** Of all partners of a year. */
export type ConsolidatedWorkbook = WorkbookModel & { readonly facts: ConsolidatedFacts }
