/**
 * A font that lies in templates/fonts/ and is named by no style stands in for the characters that the named ones lack: it
 * joins each of their families, in each of their weights, for those characters and for the marks over them. So no style needs
 * to be changed. These rules come before the others, which a browser then asks first (CSS Fonts 4, 5.3).
 *
 *   @font-face { font-family: 'Source Serif 4'; src: url('fonts/NotoNaskhArabic-Bold.ttf'); font-weight: 600; … unicode-range: U+60c, … }
 */
import type { CodeRange, Font, TemplateSet } from '../../model/templates.ts'

export function fallbackFaces(css: string, fonts: TemplateSet['fonts']): string {
  const all = [...fonts.values()]
  const named = all.filter(({ path }) => css.includes(path))
  const spare = all.filter(each => !named.includes(each))
  const covered = named.flatMap(({ covers }) => covers)
  return facesIn(css)
    .flatMap(face => shared(bestFirst(spare, face), covered).map(([font, ranges]) => faceOf(face, font, ranges)))
    .join('\n')
}

interface Face {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
}

/** Each once. */
function facesIn(css: string): readonly Face[] {
  const faces = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule = '']): Face => {
    const said = (name: string): string =>
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]+)`).exec(rule)?.[1]?.trim() ?? ''
    const weight = said('font-weight')
    return {
      family: said('font-family'),
      weight: weight === 'bold' ? 700 : Number.parseInt(weight, 10) || 400,
      style: /italic|oblique/.test(said('font-style')) ? 'italic' : 'normal',
    }
  })
  return [...new Map(faces.map(face => [JSON.stringify(face), face])).values()]
}

function bestFirst(fonts: readonly Font[], { weight, style }: Face): readonly Font[] {
  const distance = (font: Font): number =>
    Math.abs(font.weight - weight) + (font.isItalic === (style === 'italic') ? 0 : 1000)
  return fonts.toSorted((one, other) => distance(one) - distance(other))
}

/** Each takes what those before it leave. */
function shared(
  fonts: readonly Font[],
  covered: readonly CodeRange[],
): readonly (readonly [Font, readonly CodeRange[]])[] {
  let taken = covered
  return fonts.flatMap(font => {
    const own = without(font.covers, taken)
    taken = [...taken, ...own]
    return own.length > 0 ? [[font, joined([...own, ...marksIn(font)])] as const] : []
  })
}

/** Whoever else has them too: a letter and its marks come from one font. */
function marksIn({ covers }: Font): readonly CodeRange[] {
  marks ??= Array.from({ length: lastMark }, (_, code) => code).filter(code => isMark.test(String.fromCodePoint(code)))
  const own: CodeRange[] = []
  let at = 0
  for (const [first, last] of joined(covers))
    for (; (marks[at] ?? lastMark) <= last; at += 1) {
      const code = marks[at] ?? 0
      if (code >= first) own.push([code, code])
    }
  return own
}

let marks: readonly number[] | undefined
const isMark = /\p{M}/u
/** Of the planes in which people write. */
const lastMark = 0x20000

function joined(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const all: CodeRange[] = []
  for (const [first, last] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const before = all.at(-1)
    if (before && first <= before[1] + 1) all[all.length - 1] = [before[0], Math.max(before[1], last)]
    else all.push([first, last])
  }
  return all
}

/** Nobody sees what stands before the space. */
const firstSeen = 0x20

function without(ranges: readonly CodeRange[], taken: readonly CodeRange[]): readonly CodeRange[] {
  const others = joined(taken)
  let at = 0
  return joined(ranges).flatMap(([from, last]) => {
    const left: CodeRange[] = []
    let first = Math.max(from, firstSeen)
    // The last of them may reach into the next range.
    for (; at < others.length; at += 1) {
      const [start, end] = others[at] ?? [0, 0]
      if (start > last) break
      if (start > first) left.push([first, start - 1])
      first = Math.max(first, end + 1)
      if (end > last) break
    }
    if (first <= last) left.push([first, last])
    return left
  })
}

function faceOf({ family, weight, style }: Face, { path }: Font, ranges: readonly CodeRange[]): string {
  const range = ranges
    .map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last).slice(2)}`))
    .join(', ')
  return `@font-face { font-family: ${family}; src: url('${quoted(path)}'); font-weight: ${weight}; font-style: ${style}; unicode-range: ${range} }`
}

/** Nothing in the name of a file ends the string. */
const quoted = (path: string): string => path.replace(/['\\\p{C}]/gu, sign => `\\${sign.codePointAt(0)?.toString(16)} `)

const hex = (code: number): string => `U+${code.toString(16)}`
