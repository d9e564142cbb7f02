/**
 * What has a left and a right whatever the direction of its text: the boxes of a page's margins and the shapes of a chart. In
 * a language that is written from right to left both are mirrored; all else is said in `start` and `end`.
 */
import { type Direction, directionOf, type Language } from '../../model/text.ts'

/** A style for a language: in its `@page` rules left and right change places. */
export function styleFor(language: Language, css: string): string {
  return directionOf(language) === 'rtl' ? css.replace(pageRule, mirroredRule) : css
}

/** With the margin boxes in it. */
const pageRule = /@page\b[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g

function mirroredRule(rule: string): string {
  return rule
    .replace(/\b(?:left|right)\b/g, side => (side === 'left' ? 'right' : 'left'))
    .replace(fourSides, (_, property: string, top: string, ...[right, bottom, left]: string[]) =>
      [property, top, left, bottom, right].join(' '),
    )
}

/** `margin: 17mm 18mm 15mm 20mm`. */
const fourSides = /\b((?:margin|padding)\s*:)\s*([^\s;}]+)\s+([^\s;}]+)\s+([^\s;}]+)\s+([^\s;}]+)/g

/** A drawing of so many points across, of rectangles and of texts that begin where they stand. */
export function drawingFor(direction: Direction, svg: string, width: number): string {
  if (direction === 'ltr') return svg
  const across = (x: number): number => Math.round((width - x) * 100) / 100
  return svg
    .replace(
      /(<rect [^>]*?)x="([\d.]+)"([^>]*? width=")([\d.]+)/g,
      (_, before: string, x: string, ...[rest, wide]: string[]) =>
        [before, `x="${across(Number(x) + Number(wide))}"`, rest, wide].join(''),
    )
    .replace(/(<text [^>]*?)x="([\d.]+)"/g, (_, before: string, x: string) => `${before}x="${across(Number(x))}"`)
}
