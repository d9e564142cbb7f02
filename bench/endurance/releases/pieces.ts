/** What a text is made of: everyday words, and one piece of each kind that the world has sent or could (pieces.yaml). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Kinds {
  readonly [kind: string]: readonly string[]
}

interface Written {
  /** By language. */
  readonly words: Kinds
  readonly inline: Kinds
  readonly blocks: Kinds
}

const written: Written = parse(readFileSync(join(import.meta.dirname, 'pieces.yaml'), 'utf8'))

export const { words } = written

const letters = Array.from('аеиоуыэюяАЕИОУЫЭЮЯбвгдёщЩaeiouyAEIOUYbcdtBWоʻqQ')
const marks =
  '300 301 302 303 304 306 307 308 30a 30b 30c 311 323 326 327 328 331 338 336 489 20dd 20e3 fe0f fe0e 200d 483'
    .split(' ')
    .map(code => String.fromCodePoint(Number.parseInt(code, 16)))

const markAt = (at: number): string => marks[at % marks.length] ?? ''

/** A mark on any letter, now and then two. */
const marked = letters.flatMap((letter, at) => [
  `${letter}${markAt(at)}`,
  `за${letter}${markAt(at * 7)}к`,
  `${letter}${markAt(at * 3)}${markAt(at * 5 + 1)}`,
])

const some = (from: number, step: number): readonly string[] =>
  Array.from({ length: 10 }, (_, at) => String.fromCodePoint(from + at * step))

/** A kind is drawn first, so that a long list is not drawn oftener. */
export const inline: Kinds = {
  ...written.inline,
  marked,
  letters: [
    some(0x250, 7),
    some(0x1e00, 19),
    some(0x2190, 9),
    some(0x2500, 15),
    some(0x1f300, 41),
    some(0xa640, 5),
  ].flat(),
  longWords: [
    ...['щ', 'A', '0', '-', '_', '.'].map(letter => letter.repeat(150)),
    ...['Wärmerückstoßabdämpfung', '1234567890', 'a-'].map(word => word.repeat(12)),
    `https://example.org/${'очень-длинный-адрес/'.repeat(12)}`,
  ],
}

const cells = ['', '1', 'Ташкентская область', '12 345 678 901,50', '**жирно**', '👍', 'а́', '[x](https://example.org)']
const otherCells = ['—', '`a|b`', '\\|', 'очень длинный текст одной клетки', '1️⃣', 'мра\u00adк', 'ő', '0']

function table(columns: number, rows: number, seed: number): string {
  const all = [...cells, ...otherCells]
  const row = (cellAt: (column: number) => string): string =>
    `| ${Array.from({ length: columns }, (_, column) => cellAt(column)).join(' | ')} |`
  const rule = row(column => ['---', ':--', '--:', ':-:'][(seed + column) % 4] ?? '---')
  const lines = Array.from({ length: rows + 1 }, (_, at) =>
    row(column => all[(seed + (at * columns + column) * 5) % all.length] ?? ''),
  )
  return lines.toSpliced(1, 0, rule).join('\n')
}

/** Columns, and rows below the header. */
const sizes = [
  ...[1, 2, 3, 5, 7, 10, 14].map(columns => [columns, 2] as const),
  ...[0, 1, 40].map(rows => [3, rows] as const),
]

export const blocks: Kinds = {
  ...written.blocks,
  tables: sizes.map(([columns, rows], at) => table(columns, rows, at * 3)),
}
