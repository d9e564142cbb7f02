/** Every figure of every report of the sample workspace: explained, and the explanation adds up to it; a wrong one does not. */
import { beforeAll, expect, it } from 'vitest'
import type { ExplainedFigure } from '../../src/explain/explanation.ts'
import { unexplained } from '../../src/explain/recomputed.ts'
import type { State } from '../../src/pipeline/compare/state.ts'
import { type ExplainedCell, explainedFigures } from '../support/explained-figures.ts'
import { sampleState } from '../support/sample-state.ts'

let state: State
let figures: readonly ExplainedCell[] = []

beforeAll(async () => {
  state = await sampleState()
  figures = explainedFigures(state)
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

it('what is in no figure is told with its reason, and what several pay for is marked as counted once', () => {
  const reasons = new Set(figures.flatMap(({ leftOut }) => leftOut.map(({ why }) => why)))
  expect([...reasons].toSorted()).toEqual(['cancelled', 'not-reported'])
  const shared = figures.filter(({ figure }) => figure.records.some(({ countedOnceUnder }) => countedOnceUnder === 2))
  expect(shared.length).toBeGreaterThan(10)
  expect(shared.every(({ place }) => place.includes('/consolidated.'))).toBe(true)
})

it('nothing is left out of a figure that it is in', () => {
  const both = figures.filter(({ figure, leftOut }) =>
    leftOut.some(({ id, at }) => figure.records.some(given => given.id === id && given.at === at && given.value !== 0)),
  )
  expect(both.map(({ place }) => place)).toEqual([])
})
