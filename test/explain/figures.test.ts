/** Every figure of every report of the sample workspace: explained, and the explanation adds up to it; a wrong one does not. */
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { packagedTemplates } from '../../src/cli/setting.ts'
import type { ExplainedFigure } from '../../src/explain/explanation.ts'
import { unexplained } from '../../src/explain/recomputed.ts'
import { noMemo } from '../../src/model/memo.ts'
import { openState, type State } from '../../src/pipeline/compare/state.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openBook } from '../../src/pipeline/explain/cells.ts'

interface Found {
  readonly place: string
  readonly value: number | null
  readonly figure: ExplainedFigure
  readonly why: readonly string[]
}

let state: State
const figures: Found[] = []

beforeAll(async () => {
  const root = join(import.meta.dirname, '../..')
  const inputs = await openWorkspace(root, packagedTemplates).read()
  const opened = await openState(inputs, { name: '' }, { memo: noMemo, prefix: '' })
  if (!opened.state) throw new Error('the sample has errors')
  state = opened.state
  for (const [stem, planned] of state.reports) {
    if (planned.name.language !== 'ru') continue
    const book = openBook(planned, `${stem}.xlsx`, state)
    for (const sheet of book.sheets)
      for (const row of sheet.rows)
        for (const cell of row.cells) {
          if (!cell.figure) continue
          const { figure, leftOut } = book.explained({ sheet, row, cell })
          const place = `${stem} ${sheet.sheet}!${cell.address} ${cell.column}`
          if (figure) figures.push({ place, value: cell.figure.value, figure, why: leftOut.map(({ why }) => why) })
        }
  }
})

it('there are thousands, in every report', () => {
  expect(figures.length).toBeGreaterThan(10_000)
  const reports = [...state.reports.values()].filter(({ name }) => name.language === 'ru')
  expect(new Set(figures.map(({ place }) => place.split(' ')[0])).size).toBe(reports.length)
})

it('each adds up to what its cell shows', () => {
  const wrong = figures.filter(({ value, figure }) => figure.value !== value || unexplained(figure).length > 0)
  expect(wrong.map(({ place }) => place)).toEqual([])
})

it('each that is not zero names a record, with its file and line; but a rate of one', () => {
  const silent = figures.filter(({ value, figure }) => value && figure.records.length === 0 && figure.rule !== 'rate')
  expect(silent.map(({ place }) => place)).toEqual([])
  const lost = figures.flatMap(({ place, figure }) =>
    figure.records.filter(({ file, line }) => !file?.startsWith('data/') || !line).map(({ id }) => `${place} ${id}`),
  )
  expect(lost).toEqual([])
})

it('a provenance that is wrong is noticed: a value, a rule, a record too few', () => {
  const of = (rule: string) => {
    const found = figures.find(
      ({ figure }) => figure.rule === rule && (figure.value ?? 0) > 2 && (figure.of ?? figure.records).length > 1,
    )
    if (!found) throw new Error(`no figure is a ${rule}`)
    return found.figure
  }
  const [sum, ratio, count] = [of('sum'), of('ratio'), of('count')]
  expect([sum, ratio, count].flatMap(unexplained)).toEqual([])
  const { of: _, ...alone } = count
  const spoilt: readonly ExplainedFigure[] = [
    { ...sum, value: (sum.value ?? 0) + 1 },
    { ...sum, rule: 'average' },
    { ...ratio, of: ratio.of?.toReversed() ?? [] },
    { ...alone, records: count.records.slice(1) },
  ]
  expect(spoilt.map(figure => unexplained(figure).length)).toEqual([1, 1, 1, 1])
  const deep: ExplainedFigure = { ...sum, of: [{ ...sum, value: -1 }, ...(sum.of ?? []).slice(1)] }
  expect(unexplained(deep).length).toBeGreaterThan(0)
})

it('what is in no figure is told with its reason', () => {
  const reasons = new Set(figures.flatMap(({ why }) => why))
  expect([...reasons].toSorted()).toEqual(expect.arrayContaining(['cancelled', 'not-reported']))
})
