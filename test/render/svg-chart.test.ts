/** Bars that are in proportion, told apart without colour, and named for those who do not see them. */
import { expect, test } from 'vitest'
import { barChart } from '../../src/render/words/svg-chart.ts'

const words = { alt: 'People "targeted" & reached', first: 'Targeted', second: 'Reached' }
const bars = [
  { label: 'First aid', first: { text: '100', share: 1 }, second: { text: '50', share: 0.5 } },
  { label: '<Tracing>', first: { text: '0', share: 0 }, second: { text: '–' } },
]
const widths = (svg: string, name: string): readonly number[] =>
  [...svg.matchAll(new RegExp(`<rect class="${name}"[^>]* width="([\\d.]+)"`, 'g'))].map(([, width]) => Number(width))

test('is one figure with its words', () => {
  const svg = barChart(bars, words)
  expect(svg).toMatch(/^<svg role="img" aria-label="People &quot;targeted&quot; &amp; reached"/)
  expect(svg).toContain('&lt;Tracing&gt; </text>')
})

test('bars are in proportion; zero is a line, and what is not reported has none', () => {
  const svg = barChart(bars, words)
  const [, hundred = 0, zero] = widths(svg, 'first')
  expect(widths(svg, 'second').slice(1)).toEqual([hundred / 2])
  expect(zero).toBe(0.5)
})

test('a long name breaks into lines, and the chart grows', () => {
  const height = (svg: string): number => Number(/height="([\d.]+)pt"/.exec(svg)?.[1])
  const [bar] = bars
  if (!bar) throw new Error('no bar')
  const long = barChart([{ ...bar, label: 'a name of many words '.repeat(5).trim() }], words)
  expect(long.match(/class="label"/g)).toHaveLength(2 + 3)
  expect(height(long)).toBeGreaterThan(height(barChart([bar], words)))
})
