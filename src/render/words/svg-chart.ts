/**
 * Pairs of horizontal bars as SVG: planned is an outline, done is filled, so that they differ without colour; numbers
 * stand beside them. One figure to those who hear the page: it tells its name alone. SVG breaks no lines and nothing
 * keeps its texts on the page, so each is measured. Pure.
 */
import type { BarModel } from '../../model/report-page.ts'
import type { Direction } from '../../model/text.ts'
import { escapeText } from './html.ts'
import type { Ink } from './letter-widths.ts'
import { drawingFor } from './mirrored.ts'

/** One of the two may be absent: a bar alone. */
export interface Bars {
  readonly label: string
  readonly first?: BarModel['first'] | undefined
  readonly second?: BarModel['first'] | undefined
}

export interface ChartWords {
  /** What the chart shows, for those who do not see it. */
  readonly alt: string
  readonly first: string
  readonly second: string
}

/** In points. */
const width = 232
const longestBar = 170
/** From a bar to its number. */
const beside = 4
/** As `svg` has it in report/summary.css. */
const fontSize = 8.25
const barHeight = 8
const lineHeight = 9.75
const barStep = 10
const gap = 5
const gapOfSingle = 2.5
const legendLine = 12
/** A box and the space after it. */
const boxWidth = 12

export interface Setting {
  readonly ink: Ink
  readonly direction?: Direction
}

export function barChart(bars: readonly Bars[], words: ChartWords, { ink, direction = 'ltr' }: Setting): string {
  const room = (text: string) => ink(text) * fontSize
  const numbers = bars.flatMap(({ first, second }) => [first, second].flatMap(each => (each ? [room(each.text)] : [])))
  // The longest number may stand beside the longest bar.
  const full = Math.min(longestBar, width - beside - Math.max(0, ...numbers))
  const { drawn: key, height: keyHeight } = legend(words, room)
  let [top, bottom] = [keyHeight, keyHeight]
  const drawn = bars.map(({ label, first, second }) => {
    const lines = wrap(label, room)
    const at = top + lines.length * lineHeight + 1
    const texts = lines.map((line, index) => textAt(0, top + index * lineHeight + 7.5, line))
    const pair = [first && { ...first, name: 'first' }, second && { ...second, name: 'second' }]
    const drawnBars = pair.filter(bar => bar !== undefined)
    bottom = at + drawnBars.length * barStep
    top = bottom + (drawnBars.length > 1 ? gap : gapOfSingle)
    return [...texts, ...drawnBars.map((bar, index) => barAt(at + index * barStep, full, bar))].join('')
  })
  const height = round(bottom)
  const label = escapeText(words.alt)
  const svg = `<svg role="img" aria-label="${label}" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${key}${drawn.join('')}</svg>`
  return drawingFor(direction, svg, width)
}

/** Side by side where both fit so, else one under the other. */
function legend({ first, second }: ChartWords, room: (text: string) => number) {
  const middle = width / 2
  const isBeside = [first, second].every(words => boxWidth + room(words) <= middle)
  const at = isBeside ? { x: middle, y: 0 } : { x: 0, y: legendLine }
  const entry = (x: number, y: number, [name, words]: readonly [string, string]) =>
    `<rect class="${name}" x="${x + 0.5}" y="${y + 1.5}" width="8" height="7"/>${textAt(x + boxWidth, y + 8, words)}`
  return {
    drawn: `${entry(0, 0, ['first', first])}${entry(at.x, at.y, ['second', second])}`,
    height: at.y + legendLine + gap,
  }
}

/** Nothing reported: no bar, and a dash for the number. */
function barAt(
  top: number,
  full: number,
  { text, share, name }: BarModel['first'] & { readonly name: string },
): string {
  const length = share === undefined ? 0 : Math.max(share * full, 0.5)
  const rectangle =
    share === undefined
      ? ''
      : `<rect class="${name}" x="0.5" y="${round(top + 0.5)}" width="${round(length)}" height="${barHeight - 1}"/>`
  return `${rectangle}${textAt(round(length + beside), round(top + 7.25), text, 'number')}`
}

/** The space at the end parts it from the next where the text is copied (`white-space: pre` in the style). */
function textAt(x: number, y: number, text: string, name = 'label'): string {
  return `<text class="${name}" x="${x}" y="${round(y)}">${escapeText(text)} </text>`
}

/** Between words; a word that is longer than a line, where the line ends. */
function wrap(text: string, room: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/[^\S\u00a0]+/).flatMap(each => pieces(each, room))) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && room(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function pieces(word: string, room: (text: string) => number): readonly string[] {
  const done = ['']
  for (const letter of word) {
    const longer = `${done.at(-1)}${letter}`
    if (room(longer) <= width) done[done.length - 1] = longer
    else done.push(letter)
  }
  return done
}

const trackWidth = 52
const trackHeight = 8

/** Decoration of the number beside it: a bar, and a line across it where the target is. Both are from 0 to 1. */
export function progressBar(progress: number, target: number, direction: Direction = 'ltr'): string {
  const bar = `<rect class="second" x="0.5" y="2" width="${round(Math.max(progress * (trackWidth - 1), 0.25))}" height="4"/>`
  const at = round(0.5 + target * (trackWidth - 1))
  const line = `<rect class="mark" x="${round(at - 0.5)}" y="0" width="1" height="${trackHeight}"/>`
  const svg = `<svg class="progress" aria-hidden="true" width="${trackWidth}pt" height="${trackHeight}pt" viewBox="0 0 ${trackWidth} ${trackHeight}">${bar}${line}</svg>`
  return drawingFor(direction, svg, trackWidth)
}

const round = (value: number): number => Math.round(value * 100) / 100
