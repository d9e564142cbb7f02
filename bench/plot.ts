/** The aims over time, a small plot each: how often what was measured holds the aim, on a scale where 1 is the aim itself. */
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { Aim } from './aims.ts'
import type { BenchRun } from './history.ts'

export interface PlotPoint {
  readonly aim: string
  readonly date: string
  /** Of the measured figure to the aim, whichever way better is: at 1 and below it is held. */
  readonly ratio: number
  readonly held: 'held' | 'not held'
}

export const pointsOf = (runs: readonly BenchRun[], aims: readonly Aim[]): readonly PlotPoint[] =>
  aims.flatMap(aim =>
    runs.flatMap(({ date, figures }) => {
      const value = figures[aim.name]
      if (typeof value !== 'number') return []
      const ratio = aim.atMost === undefined ? (aim.atLeast ?? Number.NaN) / value : value / aim.atMost
      return [{ aim: aim.name, date, ratio, held: ratio <= 1 ? ('held' as const) : ('not held' as const) }]
    }),
  )

const byRun = {
  field: 'date',
  type: 'ordinal',
  sort: 'ascending',
  axis: { title: null, labelAngle: 0, labelOverlap: 'parity', labelFontSize: 9 },
} as const

const ratio = {
  field: 'ratio' as const,
  type: 'quantitative' as const,
  scale: { type: 'log' as const, domain: [0.05, 20], clamp: true },
  axis: { title: null, values: [0.1, 1, 10], format: '~g', gridOpacity: 0.4 },
}

const colour = {
  field: 'held' as const,
  type: 'nominal' as const,
  scale: { domain: ['held', 'not held'], range: ['#2a7f62', '#b3382c'] },
  legend: { title: null, orient: 'bottom' as const },
}

export function aimsOverTime(runs: readonly BenchRun[], aims: readonly Aim[]): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    padding: 12,
    title: {
      text: 'Measured to aimed at, run by run: at the line or below it the aim is held',
      anchor: 'start',
      fontSize: 14,
      offset: 14,
    },
    data: { values: [...pointsOf(runs, aims)] },
    facet: {
      field: 'aim',
      type: 'nominal',
      sort: aims.map(({ name }) => name),
      title: null,
      header: { labelFontSize: 11 },
    },
    columns: 4,
    spacing: 18,
    spec: {
      width: 170,
      height: 80,
      layer: [
        { mark: { type: 'rule', color: '#222', strokeDash: [3, 3] }, encoding: { y: { datum: 1 } } },
        { mark: { type: 'line', color: '#8a8f98', strokeWidth: 1 }, encoding: { x: byRun, y: ratio } },
        {
          mark: { type: 'point', filled: true, size: 45, opacity: 1 },
          encoding: { x: byRun, y: ratio, color: colour },
        },
      ],
    },
    config: { font: 'sans-serif', view: { stroke: '#ddd' } },
  }
}

/** As SVG; neither a page nor a font is asked for. */
export const drawn = async (spec: TopLevelSpec): Promise<string> =>
  `${await new View(parse(compile(spec).spec), { renderer: 'none' }).toSVG()}\n`
