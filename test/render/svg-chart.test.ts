/** Bars that are in proportion, told apart without colour, and named for those who do not see them. */
import { expect, test } from 'vitest'
import { barChart, progressBar } from '../../src/render/words/svg-chart.ts'

const words = { alt: 'People "targeted" & reached', first: 'Targeted', second: 'Reached' }
const bars = [
  { label: 'First aid', first: { text: '100', share: 1 }, second: { text: '50', share: 0.5 } },
  { label: '<Tracing>', first: { text: '0', share: 0 }, second: { text: '–' } },
]
/** Every letter half as wide as it is high. */
const ink = (text: string) => text.length / 2
const widths = (svg: string, name: string): readonly number[] =>
  [...svg.matchAll(new RegExp(`<rect class="${name}"[^>]* width="([\\d.]+)"`, 'g'))].map(([, width]) => Number(width))

test('is one figure with its words', () => {
  const svg = barChart(bars, words, { ink })
  expect(svg).toMatch(/^<svg role="img" aria-label="People &quot;targeted&quot; &amp; reached"/)
  expect(svg).toContain('&lt;Tracing&gt; </text>')
})

test('bars are in proportion; zero is a line, and what is not reported has none', () => {
  const svg = barChart(bars, words, { ink })
  const [, hundred = 0, zero] = widths(svg, 'first')
  expect(widths(svg, 'second').slice(1)).toEqual([hundred / 2])
  expect(zero).toBe(0.5)
})

test('a long name breaks into lines, and the chart grows', () => {
  const height = (svg: string): number => Number(/height="([\d.]+)pt"/.exec(svg)?.[1])
  const [bar] = bars
  if (!bar) throw new Error('no bar')
  const long = barChart([{ ...bar, label: 'a name of many words '.repeat(7).trim() }], words, { ink })
  expect(long.match(/class="label"/g)).toHaveLength(2 + 3)
  expect(height(long)).toBeGreaterThan(height(barChart([bar], words, { ink })))
})

test('the longest number fits beside the longest bar, and all bars stay in proportion', () => {
  const [long] = bars.map(bar => ({ ...bar, first: { text: '9'.repeat(30), share: 1 } }))
  if (!long) throw new Error('no bar')
  const [whole = 0] = widths(barChart([long], words, { ink }), 'first').slice(1)
  expect(whole).toBeCloseTo(232 - 4 - (30 * 8.25) / 2, 1)
  expect(widths(barChart([long], words, { ink }), 'second')[1]).toBeCloseTo(whole / 2, 1)
})

test('a word that is longer than a line is broken where the line ends', () => {
  const [bar] = bars
  if (!bar) throw new Error('no bar')
  const labels = [
    ...barChart([{ ...bar, label: 'm'.repeat(100) }], words, { ink }).matchAll(/class="label"[^>]*>(m+) </g),
  ].map(([, text = '']) => text)
  expect(labels.map(({ length }) => length)).toEqual([56, 44])
})

test('long words of the legend stand under one another', () => {
  const heights = [words, { ...words, second: 'a word that takes more than half' }].map(each =>
    Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(barChart(bars, each, { ink }))?.[1]),
  )
  expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe(12)
})

test('a bar alone takes the room of one, and no dash stands for the other', () => {
  const alone = [{ label: 'Q1', second: { text: '50', share: 0.5 } }]
  const svg = barChart(alone, words, { ink })
  expect(widths(svg, 'first')).toEqual([8])
  expect(svg).not.toContain('–')
  expect(Number(/height="([\d.]+)pt"/.exec(svg)?.[1])).toBe(
    Number(
      /height="([\d.]+)pt"/.exec(barChart([{ ...alone[0], label: 'Q1', first: { text: '1' } }], words, { ink }))?.[1],
    ) - 10,
  )
})

test('a bar beside a percentage is hidden from those who hear the page, and has a line at the target', () => {
  const svg = progressBar(0.5, 0.8)
  expect(svg).toContain('aria-hidden="true"')
  const [bar = 0] = widths(svg, 'second')
  const [, line] = /<rect class="mark" x="([\d.]+)"/.exec(svg) ?? []
  expect(Number(line) / bar).toBeCloseTo(0.8 / 0.5)
  expect(widths(progressBar(0, 1), 'second')).toEqual([0.25])
})
