/** A measure is one declaration: its figure and its formula come from the same rows of the same table. */
import { array, assert, constantFrom, integer, option, property, record as recordOf, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, recordsBehind } from '../../src/model/figure.ts'
import type { CellModel, RowModel, TableModel } from '../../src/model/workbook.ts'
import { value, words } from '../../src/report/cells.ts'
import type { Own } from '../../src/report/column.ts'
import { among, atLeast, here } from '../../src/report/measures.ts'
import { register, table } from '../../src/report/table.ts'
import { ratio, remainder } from '../../src/report/within-row.ts'
import { inEachTest } from '../support/in-each-test.ts'

interface Sum {
  readonly record: string
  readonly area: string
  readonly kind: string
  readonly counted: number
  /** In cents. */
  readonly cents: number | null
}
interface Scope {
  readonly sums: readonly Sum[]
  readonly areas: readonly string[]
}

const sums = inEachTest(() =>
  register({
    sheet: 'sums',
    prefix: 'sum',
    rows: (scope: Scope) => scope.sums,
    record: ({ record }) => record,
    columns: column => ({
      area: column('code', ({ area }) => area),
      kind: column('text', ({ kind }) => words(`kinds.${kind}`)),
      counted: column('mark', ({ counted }) => counted),
      amount: column('money', ({ cents }) => (cents === null ? null : cents / 100)),
    }),
  }),
)

const own: Own<'area' | 'kind'> = name => (name === 'area' ? value('rfl') : words('kinds.spent'))
const conditions = { area: here('area'), kind: here('kind'), counted: 1, amount: atLeast(0) } as const
const those = () => among(sums(), conditions)

const someSums = array(
  recordOf({
    record: stringMatching(/^[a-z]{1,3}$/),
    area: constantFrom('epr', 'rfl', '2022'),
    kind: constantFrom('spent', 'planned'),
    counted: constantFrom(0, 1),
    cents: option(integer({ min: 0, max: 10 ** 12 })),
  }),
  { maxLength: 40 },
)

/** SUMIFS and its like as a spreadsheet does them: ranges by name, one criterion beside each. */
function evaluated(expression: string, model: TableModel, row: { readonly [column: string]: string }): number | null {
  const inner = /^IF\(COUNTIFS\((.*),sum_Amount,">=-1000000000000000"\)=0,"",SUMIFS\(sum_Amount,(.*)\)\)$/.exec(
    expression,
  )
  if (!inner) throw new Error(expression)
  const [, counting = '', summing = ''] = inner
  expect(counting).toBe(summing)
  const pairs = [...summing.matchAll(/([^,]+),([^,]+)/g)].map(([, name, is]) => [name ?? '', is ?? ''])
  const columns: { readonly [name: string]: string } = {
    sum_Area: 'area',
    sum_Kind: 'kind',
    sum_Counted: 'counted',
    sum_Amount: 'amount',
  }
  const meets = ({ cells }: RowModel, [name = '', is = '']: readonly string[]) => {
    const shown = shownIn(cells[columns[name] ?? ''])
    if (is === '">=0"') return typeof shown === 'number' && shown >= 0
    const [, reference] = /^\[@(.*)\]$/.exec(is) ?? []
    return reference === undefined ? String(shown) === is : shown === row[reference]
  }
  const cents = [...model.rows]
    .filter(each => pairs.every(pair => meets(each, pair)))
    .flatMap(({ cells }) => (typeof shownIn(cells['amount']) === 'number' ? [shownIn(cells['amount'])] : []))
    .map(amount => BigInt(Math.round(Number(amount) * 100)))
  return cents.length === 0 ? null : Number(cents.reduce((all, each) => all + each, 0n)) / 100
}

const shownIn = (cell: CellModel | undefined): string | number | null =>
  cell?.kind === 'value' ? cell.value : cell?.kind === 'words' ? cell.key : null

function tableOf(scope: Scope): TableModel {
  const found = sums()
    .sheetOf(scope)
    .blocks.find(block => block.block === 'table')
  if (!found) throw new Error('no table')
  return found
}

describe('a measure of random rows', () => {
  const isMeant = ({ area, kind, counted, cents }: Sum) =>
    area === 'rfl' && kind === 'spent' && counted === 1 && cents !== null

  it('is their naive sum, to the cent, and what its formula comes to over the cells', () => {
    assert(
      property(someSums, rows => {
        const scope = { sums: rows, areas: [] }
        const { figure, expression } = those().sum('amount')(undefined, scope, own)
        const meant = rows.filter(isMeant)
        const naive = meant.reduce((all, { cents }) => all + BigInt(cents ?? 0), 0n)
        expect(figure.value).toBe(meant.length === 0 ? null : Number(naive) / 100)
        expect(evaluated(expression, tableOf(scope), { area: 'rfl', kind: 'kinds.spent' })).toBe(figure.value)
        expect(figure.from()).toEqual(meant.map(({ record, cents }) => ({ record, value: (cents ?? 0) / 100 })))
      }),
    )
  })

  it('counts, joins and knows who did not report by the same rows', () => {
    assert(
      property(someSums, rows => {
        const scope = { sums: rows, areas: [] }
        const where = among(sums(), { area: 'rfl', counted: 1 })
        const meant = rows.filter(({ area, counted }) => area === 'rfl' && counted === 1)
        const reported = meant.flatMap(({ cents }) => (cents === null ? [] : [cents / 100]))
        const figures = [where.count(), where.countWithout('amount', 'area'), where.joined('amount', 'max')].map(
          each => each(undefined, scope, own).figure,
        )
        const max = reported.length === 0 ? null : Math.max(...reported)
        expect(figures.map(each => each.value)).toEqual([meant.length, meant.length - reported.length, max])
        const [all, silent] = figures.map(recordsBehind)
        expect(all).toEqual([...new Set(meant.map(({ record }) => record))])
        expect(silent).toEqual([...new Set(meant.filter(({ cents }) => cents === null).map(({ record }) => record))])
      }),
    )
  })
})

const byArea = inEachTest(() =>
  table({
    sheet: 'by_area',
    prefix: 'are',
    rows: (scope: Scope) => scope.areas.map(area => ({ area })),
    columns: column => ({
      area: column('code', ({ area }) => area, { total: words('total') }),
      sums: column('count', among(sums(), { area: here('area') }).count(), { total: 'count' }),
      amount: column('money', among(sums(), { area: here('area') }).sum('amount'), { total: 'sum' }),
      counted: column('money', among(sums(), { area: here('area'), counted: 1 }).sum('amount'), { total: 'sum' }),
      rest: column('money', remainder('amount', 'counted'), { total: remainder('amount', 'counted') }),
      share: column('percent', ratio('counted', 'amount'), { total: ratio('counted', 'amount') }),
    }),
  }),
)

it('counts what is not counted elsewhere, and numbers that are high enough', () => {
  assert(
    property(someSums, integer({ min: 0, max: 10 ** 12 }), (rows, least) => {
      const scope = { sums: rows, areas: [] }
      const { figure, expression } = among(sums(), { counted: 0, amount: atLeast(least / 100) }).count()(
        undefined,
        scope,
        own,
      )
      expect(figure.value).toBe(rows.filter(({ counted, cents }) => counted === 0 && (cents ?? -1) >= least).length)
      expect(expression).toBe(`COUNTIFS(sum_Counted,0,sum_Amount,">=${least / 100}")`)
    }),
  )
})

describe('a table over measures', () => {
  const scope: Scope = {
    areas: ['epr', 'rfl', 'ihl'],
    sums: [
      { record: 'a', area: 'epr', kind: 'spent', counted: 1, cents: 10 },
      { record: 'b', area: 'epr', kind: 'spent', counted: 0, cents: 20 },
      { record: 'c', area: 'rfl', kind: 'spent', counted: 1, cents: null },
      { record: 'd', area: 'rfl', kind: 'spent', counted: 0, cents: 30 },
    ],
  }
  const figureOf = (cell: CellModel | undefined): Figure => {
    if (cell?.kind !== 'formula') throw new Error('no figure')
    return cell.figure
  }

  it('computes a total from its columns, without the dust of floats', () => {
    const total = byArea().open(scope).total()
    const columns = ['sums', 'amount', 'counted', 'rest', 'share']
    expect(columns.map(column => figureOf(total?.[column]).value)).toEqual([4, 0.6, 0.1, 0.5, 0.1 / 0.6])
    expect(recordsBehind(figureOf(total?.['amount']))).toEqual(['a', 'b', 'd'])
    expect(total?.['area']).toEqual(words('total'))
  })

  it('has a cell in every column of every row', () => {
    const { rows, columns, cells } = byArea().open(scope)
    for (const row of rows) {
      expect(Object.keys(cells(row)).toSorted()).toEqual(columns.map(({ column }) => column).toSorted())
    }
    expect(figureOf(cells({ area: 'ihl' })['amount']).value).toBeNull()
    expect(figureOf(cells({ area: 'ihl' })['sums']).value).toBe(0)
  })

  it('cannot ask for a column that is not there', () => {
    expect(() => byArea().open(scope).cell({ area: 'epr' }, 'are')).toThrow('“by_area” has no column “are”')
    // @ts-expect-error: no such column to count by
    expect(() => among(sums(), { aera: 'epr' }).count()(undefined, scope, own)).toThrow('no column “aera”')
    // @ts-expect-error: no such column to add up
    expect(() => among(sums(), { area: 'epr' }).sum('ammount')(undefined, scope, own)).toThrow('no column “ammount”')
    table({
      sheet: 'wrong',
      prefix: 'wro',
      rows: (of: Scope) => of.areas.map(area => ({ area })),
      // @ts-expect-error: a ratio of columns that this table has not
      columns: column => ({ share: column('percent', ratio('part', 'whole')) }),
    })
  })
})
