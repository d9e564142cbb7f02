/**
 * How wide a text is in the sans of templates/: tables and charts are set in it. Of its weights each letter counts as the
 * widest has it, so a text hardly ever takes more room than is said.
 */
import type { Font, TemplateSet } from '../../model/templates.ts'

/** Of one line, in ems: in letters of 9 points it is nine times as many points. */
export type Ink = (text: string) => number

/** What tells of letters: the fonts, and which of them the style calls `--sans`. */
type Fonts = Pick<TemplateSet, 'fonts' | 'texts'>

const known = new WeakMap<Fonts, Ink>()

export function inkIn(templates: Fonts): Ink {
  const made = known.get(templates) ?? inkFrom(familiesIn(templates))
  known.set(templates, made)
  return made
}

/** Each stands in for what those before it lack. Where the style does not say, every font may be asked for. */
function familiesIn({ fonts, texts }: Fonts): readonly (readonly Font[])[] {
  const css = texts.get('page.css')?.text ?? ''
  const [, list = ''] = /--sans:([^;}]*)/.exec(css) ?? []
  const faces = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, face = '']) => ({
    family: /font-family:\s*['"]([^'"]+)/.exec(face)?.[1],
    font: fonts.get(/url\(['"]?([^'")]+)/.exec(face)?.[1] ?? ''),
  }))
  const named = [...list.matchAll(/['"]([^'"]+)['"]/g)].map(([, name]) =>
    faces.flatMap(({ family, font }) => (family === name && font ? [font] : [])),
  )
  return named.some(({ length }) => length > 0) ? named : [[...fonts.values()]]
}

/** Of a letter that no font has, and of all where there is no font. */
const unknown = 0.7

function inkFrom(families: readonly (readonly Font[])[]): Ink {
  const widths = new Map<string, number>()
  const measured = (letter: string): number => {
    if (invisible.test(letter)) return 0
    const code = letter.codePointAt(0) ?? 0
    const found = families.map(faces => Math.max(0, ...faces.map(({ advance }) => advance(code) ?? 0)))
    return found.find(width => width > 0) ?? unknown
  }
  const widthOf = (letter: string): number => {
    const width = widths.get(letter) ?? measured(letter)
    widths.set(letter, width)
    return width
  }
  return text => {
    let sum = 0
    for (const letter of text) sum += widthOf(letter)
    return sum
  }
}

/** Marks sit on the letter before them. */
const invisible = /[\p{M}\p{Cf}]/u
