/** A report over any number of activities: the same figures whether its rows are held or made on the way. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import { madeRows, mostHeld } from '../../src/model/rows.ts'
import type { TableModel, WorkbookModel } from '../../src/model/workbook.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { inWords } from '../support/in-words.ts'
import { judge } from '../support/judges.ts'
import { largeDataset } from '../support/large-dataset.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'
import { differences, readValues, readWorkbooks, recalculate, temporaryFolder } from '../support/spreadsheet.ts'
import { rowsOf, shown } from '../support/workbook-model.ts'

const folder = temporaryFolder()
const templates = packagedTemplates()

function inEnglish(activities: number): Dataset {
  const dataset = largeDataset(activities)
  const { society } = dataset
  return { ...dataset, society: { ...society, data: { ...society.data, languages: ['en'] } } }
}

function annual(activities: number): WorkbookModel {
  const [report] = annualReports(inEnglish(activities), { partner: 'icrc' }).value
  if (!report) throw new Error('no report')
  return report.model
}

const tableIn = (model: WorkbookModel, sheet: string) => {
  const table = model.sheets
    .find(each => each.sheet === sheet)
    ?.blocks.flatMap(block => (block.block === 'table' ? [block] : []))[0]
  if (!table) throw new Error(`no table on ${sheet}`)
  return table
}

/** What the activities with these numbers come to, told from how they are made and from nothing else. */
function expected(numbers: readonly number[]) {
  const counted = numbers.filter(isCounted)
  return {
    activities: counted.length,
    cancelled: numbers.length - counted.length,
    people_target: counted.length * 20,
    people_reached: counted.filter(index => index % 7 !== 6).length * 15,
    not_reported: counted.filter(index => index % 7 === 6).length,
  }
}

const isCounted = (index: number) => index % 10 !== 9
/** Of CHF, USD, UZS and CHF again, in billionths. */
const rates = [1_000_000_000, 925_000_000, 82_900, 1_000_000_000] as const

/** What was spent on a cancelled one was spent. */
function spent(numbers: readonly number[]): number {
  const cents = numbers.map(index => {
    const amount = 10_000 + (index % 50)
    return Math.floor((amount * (rates[index % 4] ?? 0) + 500_000_000) / 1_000_000_000)
  })
  return cents.reduce((sum, each) => sum + each, 0) / 100
}

it('fifty thousand activities give the totals that arithmetic tells, and as many rows', () => {
  const model = annual(50_000)
  const numbers = Array.from({ length: 50_000 }, (_, index) => index)
  const [first, second, third] = [0, 1, 2].map(rest => numbers.filter(number => number % 3 === rest))
  const summary = new Map(rowsOf('summary', model).map(row => [row['area'], row]))
  // What is spent belongs to the area of its budget line: two lines are of the first area, none of the third.
  expect(summary.get('epr')).toMatchObject({
    ...expected(first ?? []),
    expenditure: spent([...(first ?? []), ...(second ?? [])]),
  })
  expect(summary.get('rfl')).toMatchObject({ ...expected(second ?? []), expenditure: spent(third ?? []) })
  expect(summary.get('ihl')).toMatchObject({ ...expected(third ?? []), expenditure: null })
  const { activities, cancelled, not_reported } = expected(numbers)
  const total = tableIn(model, 'summary').total?.cells ?? {}
  expect({ ...total, ...Object.fromEntries(Object.keys(total).map(name => [name, shown(total[name])])) }).toMatchObject(
    {
      activities,
      cancelled,
      not_reported,
      expenditure: spent(numbers),
    },
  )
  expect(rowsOf('indicators', model).reduce((sum, row) => sum + Number(row['actual']), 0)).toBe(activities * 3)
  const lengths = ['activities', 'machine', 'results', 'spending'].map(name => tableIn(model, name).rows.length)
  expect(lengths).toEqual([50_000, 45_000, 50_000, 100_000])
})

it('takes fifty thousand records a register, however many rows each has, and tells whoever has more', () => {
  const model = annual(1)
  const { rows } = tableIn(model, 'by_age')
  const told = (over: Partial<TableModel>) => {
    const sheets = model.sheets.map(sheet =>
      sheet.sheet === 'by_age'
        ? { ...sheet, blocks: sheet.blocks.map(block => (block.block === 'table' ? { ...block, ...over } : block)) }
        : sheet,
    )
    return resolveWorkbook({ ...model, sheets }, templates).diagnostics
  }
  const many = madeRows(50_001, () => rows.at(0) ?? { cells: {} })
  expect(told({ rows: many, records: 50_000 })).toEqual([])
  const [problem, ...others] = inWords(told({ rows: many, records: 50_001 }))
  expect(problem).toMatchObject({ code: 'record/wrong-value', message: expect.stringContaining('50001 records') })
  expect(others).toEqual([])
})

it('every formula of rows that are made on the way comes to its value, in both reports', async test => {
  const dataset = inEnglish(mostHeld + 20)
  const models = [
    ...annualReports(dataset, { partner: 'icrc' }).value.map(({ model }) => model),
    ...consolidatedReports(dataset).value.map(({ model }) => model),
  ]
  const paths = await Promise.all(models.map((model, index) => written(model, String(index))))
  expect(paths).toHaveLength(2)
  const python = judge('openpyxl', test)
  const ours = readWorkbooks(python, paths)
  const again = await recalculate(judge('soffice', test), paths)
  const theirs = readValues(python, again)
  for (const [index, path] of paths.entries()) {
    const [one, other] = [ours[path], theirs[again[index] ?? '']]
    if (!one || !other) throw new Error(`${path} was not read`)
    expect(Object.values(one.sheets).flatMap(({ cells }) => Object.values(cells)).length).toBeGreaterThan(10_000)
    expect(differences(one, other)).toEqual([])
  }
})

it.for([0, 1, mostHeld + 1])(
  '%i activities: a register has a row for each, at the least one',
  async (activities, test) => {
    const path = await written(annual(activities), `of-${activities}`)
    const sheet = readWorkbooks(judge('openpyxl', test), [path])[path]?.sheets['Activities']
    const range = /^A(\d+):([A-Z]+)(\d+)$/.exec(sheet?.tables['Activities'] ?? '') ?? []
    // Ids stand last.
    const [header, ids = '', last] = [Number(range[1]), range[2], Number(range[3])]
    expect(last - header).toBe(Math.max(1, activities))
    expect(sheet?.cells[`A${last + 1}`]).toBeUndefined()
    const told = Array.from(
      { length: last - header },
      (_, index) => sheet?.cells[`${ids}${header + 1 + index}`]?.value ?? null,
    )
    const distinct = new Set(told.filter(id => String(id).startsWith('drill-')))
    expect(distinct.size).toBe(activities)
  },
)

async function written(model: WorkbookModel, name: string): Promise<string> {
  const { value, diagnostics } = resolveWorkbook(model, templates)
  expect(diagnostics).toEqual([])
  const path = join(folder, `${name}.xlsx`)
  writeFileSync(path, await writeXlsx(value, '2022-12-31'))
  return path
}
