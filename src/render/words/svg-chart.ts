/**
 * Pairs of horizontal bars as SVG: planned is an outline, done is filled, so that they differ without colour; numbers
 * stand beside them. One figure to those who hear the page: it tells its name alone. Pure.
 */
import type { BarModel } from '../../model/report-page.ts'
import { escapeText } from './html.ts'

export interface ChartWords {
  /** What the chart shows, for those who do not see it. */
  readonly alt: string
  readonly first: string
  readonly second: string
}

/** In points. Room for the number is left beside the longest bar. */
const width = 232
const longestBar = 170
const barHeight = 8
const lineHeight = 9.75
const barStep = 10
const gap = 5
const legendHeight = 17
/** Letters that surely fit on a line. */
const lineLength = 50

export function barChart(bars: readonly BarModel[], words: ChartWords): string {
  let top = legendHeight
  const drawn = bars.map(({ label, first, second }) => {
    const lines = wrap(label)
    const at = top + lines.length * lineHeight + 1
    const texts = lines.map((line, index) => textAt(0, top + index * lineHeight + 7.5, line))
    top = at + 2 * barStep + gap
    return [...texts, barAt(at, first, 'first'), barAt(at + barStep, second, 'second')].join('')
  })
  const height = round(top - gap)
  const label = escapeText(words.alt)
  return `<svg role="img" aria-label="${label}" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${legend(words)}${drawn.join('')}</svg>`
}

function legend({ first, second }: ChartWords): string {
  const middle = width / 2
  const box = (x: number, name: string) => `<rect class="${name}" x="${x + 0.5}" y="1.5" width="8" height="7"/>`
  return `${box(0, 'first')}${textAt(12, 8, first)}${box(middle, 'second')}${textAt(middle + 12, 8, second)}`
}

/** Nothing reported: no bar, and a dash for the number. */
function barAt(top: number, { text, share }: BarModel['first'], name: string): string {
  const length = share === undefined ? 0 : Math.max(share * longestBar, 0.5)
  const rectangle =
    share === undefined
      ? ''
      : `<rect class="${name}" x="0.5" y="${round(top + 0.5)}" width="${round(length)}" height="${barHeight - 1}"/>`
  return `${rectangle}${textAt(round(length + 4), round(top + 7.25), text, 'number')}`
}

/** The space at the end parts it from the next where the text is copied (`white-space: pre` in the style). */
function textAt(x: number, y: number, text: string, name = 'label'): string {
  return `<text class="${name}" x="${x}" y="${round(y)}">${escapeText(text)} </text>`
}

/** SVG breaks no lines. */
function wrap(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= lineLength) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const round = (value: number): number => Math.round(value * 100) / 100
