/**
 * How series of a chart differ: by lightness, pattern, dash and marker before colour, so that they can be told apart in
 * black and white. No pattern or marker is a cross, a plus or a star: on a page of the Movement that would be an emblem.
 */
import { contrast, luminance } from './styles.ts'

interface Look {
  readonly fill: string
  /** Before a name, in the colour of the edge. */
  readonly sign: string
  readonly edge: string
  /** As a line. */
  readonly stroke: string
  readonly dash: string
  readonly marker: string
}

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const pattern = (name: string, colour: string) =>
  `<a:pattFill prst="${name}"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`

const charcoal = '4A5059'

/** The house colour last but dark: first comes a pale tint for what the second is held against (a target, a budget). */
function looksIn(colour: string): readonly [Look, ...Look[]] {
  const house = darkened(colour)
  return [
    {
      fill: solid(mixed(house, 'FFFFFF', 0.72)),
      sign: '□',
      edge: house,
      stroke: '6B7280',
      dash: 'sysDash',
      marker: 'square',
    },
    { fill: solid(house), sign: '■', edge: house, stroke: house, dash: 'solid', marker: 'circle' },
    {
      fill: pattern('wdUpDiag', charcoal),
      sign: '▨',
      edge: charcoal,
      stroke: '1F2328',
      dash: 'dash',
      marker: 'triangle',
    },
    { fill: solid('9AA1AB'), sign: '▒', edge: charcoal, stroke: '9AA1AB', dash: 'lgDash', marker: 'diamond' },
    { fill: pattern('dkHorz', house), sign: '≡', edge: house, stroke: house, dash: 'sysDot', marker: 'dot' },
    { fill: solid('1F2328'), sign: '●', edge: '1F2328', stroke: charcoal, dash: 'lgDashDot', marker: 'dash' },
  ]
}

/** Of a series by its place among all. */
export function lookAt(colour: string, place: number): Look {
  const [first, ...others] = looksIn(colour)
  return [first, ...others][place % (others.length + 1)] ?? first
}

/** @returns the look of each of `count` series or shares; after six they begin anew */
export function chartLooks(colour: string, count: number): readonly Look[] {
  const looks = looksIn(colour)
  const from = count === 1 ? 1 : 0
  return Array.from({ length: count }, (_, index) => looks[(from + index) % looks.length]).filter(look => !!look)
}

export const areaLook = ({ fill, edge }: Look): string => `<c:spPr>${fill}<a:ln w="9525">${solid(edge)}</a:ln></c:spPr>`

/** A bar across a column, in the darkest grey there is, and no line from one to the next. */
export const markLook =
  '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>' +
  `<c:marker><c:symbol val="dash"/><c:size val="20"/><c:spPr>${solid('1F2328')}<a:ln w="9525">${solid('FFFFFF')}</a:ln></c:spPr></c:marker>`

export const lineLook = ({ stroke, dash, marker }: Look): string =>
  `<c:spPr><a:ln w="28575" cap="rnd">${solid(stroke)}<a:prstDash val="${dash}"/><a:round/></a:ln></c:spPr>` +
  `<c:marker><c:symbol val="${marker}"/><c:size val="7"/><c:spPr>${solid(stroke)}<a:ln w="9525">${solid('FFFFFF')}</a:ln></c:spPr></c:marker>`

/** At least 4.5 to 1 on white. */
function darkened(colour: string): string {
  let shade = colour.slice(1).toUpperCase()
  for (let step = 0; step < 20 && contrast(luminance(`#${shade}`), 1) < 4.5; step += 1) {
    shade = mixed(shade, '000000', 0.1)
  }
  return shade
}

/** `share` of the other colour. */
export function mixed(colour: string, other: string, share: number): string {
  return [0, 2, 4]
    .map(at => {
      const [one, two] = [colour, other].map(each => Number.parseInt(each.slice(at, at + 2), 16))
      const channel = Math.round((one ?? 0) * (1 - share) + (two ?? 0) * share)
      return channel.toString(16).padStart(2, '0').toUpperCase()
    })
    .join('')
}
