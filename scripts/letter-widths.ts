/**
 * Writes src/render/workbook/arial.ts: how wide each letter of the font is that sheets are written in. Taken from
 * Liberation Sans, whose letters are as wide as Arial's by design and which may be read and published:
 * `node scripts/letter-widths.ts /usr/share/fonts/truetype/liberation2` (Debian's fonts-liberation2, 2.1.5).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { create, type Font } from 'fontkitten'

/** Letters of Latin, Greek and Cyrillic, and signs. Whatever is not here is taken to be as wide as any. */
const blocks: readonly (readonly [first: number, last: number])[] = [
  [0x0020, 0x007e],
  [0x00a0, 0x017f],
  [0x02b9, 0x02bc],
  [0x0391, 0x03c9],
  [0x0400, 0x052f],
  [0x2002, 0x200b],
  [0x2010, 0x2044],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2265],
  [0x25a0, 0x25cf],
]

interface Widths {
  readonly regular: number
  readonly bold: number
  readonly letters: readonly number[]
}

/** In thousandths of the size, as fonts are usually measured. */
export function letterWidths(regular: Buffer, bold: Buffer): readonly Widths[] {
  const [one, other] = [faceIn(regular), faceIn(bold)]
  const letters = blocks
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .filter(point => one.hasGlyphForCodePoint(point) && other.hasGlyphForCodePoint(point))
  const groups = Map.groupBy(letters, point => `${widthIn(one, point)} ${widthIn(other, point)}`)
  const widths = [...groups].map(([key, alike]) => {
    const [narrower = 0, wider = 0] = key.split(' ').map(Number)
    return { regular: narrower, bold: wider, letters: alike }
  })
  return widths.toSorted((a, b) => a.regular - b.regular || a.bold - b.bold)
}

function faceIn(file: Buffer): Font {
  const face = create(file)
  if (!('glyphForCodePoint' in face)) throw new Error('This is a collection of fonts: name the file of one.')
  return face
}

const widthIn = (face: Font, point: number) =>
  Math.round((face.glyphForCodePoint(point).advanceWidth / face.unitsPerEm) * 1000)

/** A letter that would not be seen in the table, or would sit on another one, is written by its number. */
function written(point: number): string {
  const letter = String.fromCodePoint(point)
  if (letter === '\\') return '\\\\'
  return /[\p{Z}\p{C}\p{M}]/u.test(letter) && letter !== ' ' ? `\\u${point.toString(16).padStart(4, '0')}` : letter
}

const longestLine = 100

function rowOf({ regular, bold, letters }: Widths): string {
  const lines = ['']
  for (const point of letters) {
    if ((lines.at(-1)?.length ?? 0) > longestLine) lines.push('')
    lines[lines.length - 1] += written(point)
  }
  const quoted = lines.map(line => (line.includes("'") ? `"${line.replaceAll('"', '\\"')}"` : `'${line}'`))
  return quoted.length === 1
    ? `  [${regular}, ${bold}, ${quoted[0]}],`
    : `  [\n    ${regular},\n    ${bold},\n    ${quoted.join(' +\n      ')},\n  ],`
}

export function arialModule(regular: Buffer, bold: Buffer): string {
  return `/**
 * How wide the letters of Arial are, in thousandths of the size: regular, bold, and all letters that are so wide.
 * Written by \`node scripts/letter-widths.ts\` from Liberation Sans, which is as wide by design; not to be edited.
 */
export const arial: readonly (readonly [regular: number, bold: number, letters: string])[] = [
${letterWidths(regular, bold).map(rowOf).join('\n')}
]
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , folder = '/usr/share/fonts/truetype/liberation2'] = process.argv
  const [regular, bold] = ['Regular', 'Bold'].map(face => readFileSync(join(folder, `LiberationSans-${face}.ttf`)))
  if (regular && bold) {
    writeFileSync(new URL('../src/render/workbook/arial.ts', import.meta.url), arialModule(regular, bold))
  }
}
