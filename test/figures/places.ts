/**
 * Where each figure of the reference stands in a workbook: sheet, row and column. `null`: it is shown nowhere. Of several
 * columns the first that is there is read: what was agreed at first has none where nothing was revised, nor what is to
 * date where the report is on the whole life. A column that is not there shows nothing.
 */
import type { AnnualWorkbook, CellModel, TableModel } from '../../src/model/workbook.ts'
import { shown, tableOf } from '../support/workbook-model.ts'
import type { TableName } from './reference/reference.ts'

type Cells = { readonly [column: string]: CellModel }

interface Place {
  readonly sheet: string
  readonly keyOf: (cells: Cells) => string
  readonly columns: { readonly [figure: string]: string | readonly string[] | null }
}

function text(cell: CellModel | undefined): string {
  const said = shown(cell)
  return typeof said === 'string' ? said : ''
}

/** Of a phrase, the code that ends its key. */
const coded = (cell: CellModel | undefined): string => text(cell).split('.').at(-1) ?? ''

const parts: { readonly [code: string]: string } = { all_ages: 'whole', no_age: 'rest' }

const people = ['people', 'female', 'male', 'other', 'not_disaggregated', 'with_disability']
const quarters = ['q1', 'q2', 'q3', 'q4']

const same = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, name]))

const tables: { readonly [table in Exclude<TableName, 'cover'>]: Place } = {
  activities: {
    sheet: 'activities',
    keyOf: ({ id }) => text(id),
    columns: {
      ...same(['status', 'people_target', 'people_reached', 'people_percent', 'female', 'male', 'other']),
      ...same(['not_disaggregated', 'with_disability', 'planned', 'expenditure']),
      counted: 'counted',
    },
  },
  areas: {
    sheet: 'summary',
    keyOf: ({ area }) => text(area) || 'total',
    columns: {
      ...same(['activities', 'cancelled', 'after_cutoff', 'not_reported', 'people_target', 'people_reached']),
      ...same(['people_percent', 'reached_without_target', 'target_not_reported', 'budget', 'expenditure']),
      ...same(['implementation', 'money_not_reported']),
      people_to_date: ['people_to_date', 'people_reached'],
      to_date: ['life_expenditure', 'expenditure'],
      life_budget: ['life_budget', 'budget'],
      life_share: ['life_implementation', 'implementation'],
      balance: null,
    },
  },
  budget: {
    sheet: 'budget',
    keyOf: ({ line }) => text(line) || 'total',
    columns: {
      ...same([...quarters, 'budget', 'balance']),
      original: null,
      revised: ['life_budget', 'budget'],
      budget_original: ['budget_original', 'budget'],
      spent: 'expenditure',
      share: 'implementation',
      to_date: ['life_expenditure', 'expenditure'],
      life_balance: null,
      life_share: ['life_implementation', 'implementation'],
    },
  },
  indicators: {
    sheet: 'indicators',
    keyOf: ({ code }) => text(code),
    columns: {
      ...same(['target', 'actual', 'variance', 'percent', 'life_actual', 'life_target', 'life_percent']),
      ...same(quarters.flatMap(quarter => ['actual', 'target', 'percent'].map(of => `${quarter}_${of}`))),
      target_original: ['target_original', 'target'],
    },
  },
  people: {
    sheet: 'people',
    keyOf: ({ area, age }) => `${text(area)} ${parts[coded(age)] ?? coded(age)}`,
    columns: same(people),
  },
  regions: {
    sheet: 'geography',
    keyOf: ({ region_code }) => text(region_code) || 'total',
    columns: { expenditure: 'expenditure' },
  },
  funds: { sheet: 'funds', keyOf: ({ item }) => coded(item), columns: { sum: 'sum' } },
}

/** On the cover, among what its phrases may name. */
const counts = {
  ...same(['activities', 'cancelled', 'after_cutoff', 'not_reported', 'money_not_reported']),
  ...same(['facts_after_cutoff', 'outside', 'meetings']),
}

/** Figures of one table as a workbook shows them, by row. */
export interface Shown {
  readonly rows: ReadonlyMap<string, { readonly [figure: string]: unknown }>
  /** Those that are in no sheet. */
  readonly missing: readonly string[]
}

export function shownIn(model: AnnualWorkbook, table: TableName): Shown {
  if (table === 'cover') return countsIn(model)
  const { sheet, keyOf, columns } = tables[table]
  const missing = Object.keys(columns).filter(figure => columns[figure] === null)
  const figures = Object.keys(columns).filter(figure => columns[figure] !== null)
  if (figures.length === 0) return { rows: new Map(), missing }
  if (table === 'funds') return fundsIn(model)
  const read = tableOf(sheet, model)
  const rowOf = (cells: Cells) =>
    Object.fromEntries(figures.map(figure => [figure, valueIn(figure, cells[columnIn(read, columns[figure] ?? [])])]))
  const rows = read.rows.map(({ cells }) => [keyOf(cells), rowOf(cells)] as const)
  const total = read.total ? [['total', rowOf(read.total.cells)] as const] : []
  return { rows: new Map([...rows, ...total]), missing }
}

/** A statement of account has a row for each figure, and for each sum received. */
function fundsIn(model: AnnualWorkbook): Shown {
  if (!model.sheets.some(({ sheet }) => sheet === 'funds')) return { rows: new Map(), missing: [] }
  const { rows, total } = tableOf('funds', model)
  const sums = (kind: string) =>
    [...rows].filter(({ cells }) => coded(cells['item']) === kind).map(({ cells }) => Number(shown(cells['sum']) ?? 0))
  const added = (numbers: readonly number[]) => Math.round(numbers.reduce((sum, each) => sum + each, 0) * 1000) / 1000
  const received = sums('received')
  const figures = {
    opening: added(sums('opening')),
    received: received.length === 0 ? null : added(received),
    spent: 0 - added(sums('spent')),
    closing: added([Number(shown(total?.cells['sum']) ?? 0)]),
  }
  return { rows: new Map([['all', figures]]), missing: [] }
}

function columnIn({ columns }: TableModel, names: string | readonly string[]): string {
  return [names].flat().find(name => columns.some(({ column }) => column === name)) ?? ''
}

function valueIn(figure: string, cell: CellModel | undefined): unknown {
  if (figure === 'status') return coded(cell)
  // Those that have not begun are marked apart from those that were cancelled.
  if (figure === 'counted') return shown(cell) === 1 ? 1 : 0
  // In a total row stands in words that people are not added.
  return cell?.kind === 'words' ? null : (shown(cell) ?? null)
}

function countsIn({ facts }: AnnualWorkbook): Shown {
  const said: { readonly [name: string]: unknown } = facts.counts
  const known = Object.entries(counts).filter(([, name]) => name in said)
  return {
    rows: new Map([['all', Object.fromEntries(known.map(([figure, name]) => [figure, said[name]]))]]),
    missing: Object.entries(counts)
      .filter(([, name]) => !(name in said))
      .map(([figure]) => figure),
  }
}
