/** From chart models, bars and choices of a sheet to the cells that they mean, wherever the layout put the columns. */

import { expect, it } from 'vitest'
import type { ChartModel, SheetModel, TableModel, WorkbookModel } from '../../src/model/workbook.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { inWords } from '../support/in-words.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'
import { sampleDataset } from '../support/sample-dataset.ts'

const annual = (): WorkbookModel => {
  const planned = annualReports(sampleDataset(), { languages: ['en'] }).value.find(({ id }) => id === 'icrc-2022')
  if (!planned) throw new Error('no report')
  return planned.model
}

function summaryWith(change: (block: SheetModel['blocks'][number]) => SheetModel['blocks'][number]): WorkbookModel {
  const model = annual()
  const sheets = model.sheets.map(sheet =>
    sheet.sheet === 'summary' ? { ...sheet, blocks: sheet.blocks.map(change) } : sheet,
  )
  return { ...model, sheets }
}

const withTable = (change: (table: TableModel) => TableModel) =>
  summaryWith(block => (block.block === 'table' ? change(block) : block))
const withCharts = (change: (charts: readonly ChartModel[]) => readonly ChartModel[]) =>
  summaryWith(block => (block.block === 'charts' ? { ...block, charts: change(block.charts) } : block))

function resolved(model: WorkbookModel, templates = packagedTemplates()) {
  const { value, diagnostics } = resolveWorkbook(model, templates)
  const [, summary] = value.sheets
  if (!summary) throw new Error('no summary')
  return { summary, diagnostics }
}

const without = (line: string) =>
  packagedTemplates(file => {
    if (file.path !== 'templates/report/annual.yaml') return file
    return { ...file, text: file.text.replace(line, '') }
  })

it('a chart shows the cells of its columns, and what they hold', () => {
  const { summary } = resolved(annual())
  const [people] = summary.charts ?? []
  const [target, reached] = people?.series ?? []
  expect(people?.categories.range).toBe("'Summary'!$A$5:$A$7")
  expect(target?.name).toEqual({ range: "'Summary'!$F$4", points: ['People targeted'] })
  expect(reached?.values).toEqual({ range: "'Summary'!$G$5:$G$7", points: [118, null, 0] })
})

it('a chart is left out with a column that it needs, and nothing is told: the layout may be older than the chart', () => {
  const { summary, diagnostics } = resolved(annual(), without('      - people_target\n'))
  expect(inWords(diagnostics).filter(({ message }) => message.includes('chart'))).toEqual([])
  expect(summary.charts?.map(({ title }) => title)).toEqual(['Budget and expenditure, by area'])
  const beside = resolved(annual(), without('      - target_not_reported\n')).summary
  expect(beside.charts?.map(({ title }) => title)).toEqual([
    'People targeted and reached, by area',
    'Budget and expenditure, by area',
  ])
})

it('a series without a number is left out, and the others keep their looks', () => {
  const shown = withCharts(([first]) => (first ? [{ ...first, series: ['act_Remarks', 'sum_PeopleReached'] }] : []))
  const [people] = resolved(shown).summary.charts ?? []
  expect(people?.series.map(({ name, look }) => [...name.points, look])).toEqual([['People reached', 1]])
})

it('chosen rows are one range where they lie together, and several where they lie apart', () => {
  const ranges = (rows: readonly number[]) => {
    const [people] = resolved(withCharts(([first]) => (first ? [{ ...first, rows }] : []))).summary.charts ?? []
    return [people?.categories.range, people?.series[0]?.values.points]
  }
  expect(ranges([0, 1])).toEqual(["'Summary'!$A$5:$A$6", [120, null]])
  expect(ranges([0, 2])).toEqual(["('Summary'!$A$5,'Summary'!$A$7)", [120, expect.anything()]])
})

it('charts stand two by two in rows of their own, and one without a number is left out', () => {
  const three = resolved(withCharts(([first]) => (first ? [first, first, first] : []))).summary
  const places = three.charts?.map(({ place }) => place) ?? []
  expect(places.map(({ slot, slots }) => [slot, slots])).toEqual([
    [0, 2],
    [1, 2],
    [0, 2],
  ])
  expect(places[2]?.row).toBe((places[0]?.row ?? 0) + (places[0]?.rows ?? 0))
  for (const { row, rows } of places) {
    expect(three.rows.slice(row - 1, row - 1 + rows).every(({ cells }) => cells.length === 0)).toBe(true)
  }
  const silent = withCharts(charts => charts.map(chart => ({ ...chart, series: ['act_Remarks'], beside: [] })))
  expect(resolved(silent).summary.charts).toBeUndefined()
})

it('bars have scales of their own, shades share one', () => {
  expect(resolved(annual()).summary.shownBySize).toEqual([
    { shows: 'bar', range: 'H5:H7', style: 'percent' },
    { shows: 'bar', range: 'O5:O7', style: 'percent' },
  ])
  const shown: { readonly [column: string]: 'bar' | 'heat' } = {
    activities: 'bar',
    budget: 'bar',
    people_target: 'heat',
    people_reached: 'heat',
  }
  const model = withTable(table => ({
    ...table,
    columns: table.columns.map(each => {
      const { shows: _, ...plain } = each
      const shows = shown[each.column]
      return shows ? { ...plain, shows } : plain
    }),
  }))
  expect(resolved(model).summary.shownBySize).toEqual([
    { shows: 'bar', range: 'C5:C7', style: 'count' },
    { shows: 'bar', range: 'M5:M7', style: 'money' },
    { shows: 'heat', range: 'F5:F7 G5:G7', style: 'count' },
  ])
})

it('choices are words, or the cells of a column elsewhere', () => {
  const chosen = (choices: NonNullable<TableModel['columns'][number]['choices']>) =>
    resolved(
      withTable(table => ({
        ...table,
        columns: table.columns.map(each => (each.column === 'area' ? { ...each, choices } : each)),
      })),
    )
  expect(chosen({ keys: ['report.status.planned', 'report.status.completed'] }).summary.choices).toEqual([
    { range: 'B5:B7', from: { words: ['planned', 'completed'] } },
  ])
  expect(chosen({ column: 'act_Area' }).summary.choices).toEqual([{ range: 'B5:B7', from: { name: 'act_Area' } }])
  expect(inWords(chosen({ column: 'act_Nothing' }).diagnostics).map(({ message }) => message)).toEqual([
    expect.stringContaining('A list of choices on “summary” needs “act_Nothing”'),
  ])
})

it('a formula that every row of a register has is given to a new row', () => {
  const { value } = resolveWorkbook(annual(), packagedTemplates())
  const table = value.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === 'Activities')
  const column = table?.columns.indexOf('Reached, % of target') ?? -1
  expect(table?.formulas?.[column]).toMatch(/^IF\(N\(\$[A-Z]5\)=0,"",IF\(/)
  expect(table?.description).toBe('Activity register, 2022')
})
