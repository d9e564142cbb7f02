/**
 * Which characters the fonts of templates/ can show, read from their `cmap` tables (OpenType 1.9), and a model without
 * those that none can. What no font holds would be printed in a font of this machine, or as an empty box (.notdef),
 * which PDF/A-3 6.2.11.8 and PDF/UA-1 7.21.8 forbid.
 */

/** Whether one of the fonts has the character. Fonts stand in for one another (`font-family` in release.css). */
export type Coverage = (character: string) => boolean

const known = new WeakMap<ReadonlyMap<string, Uint8Array>, Coverage>()

/** Without a font nothing is known, and every character passes. */
export function coverageOf(fonts: ReadonlyMap<string, Uint8Array>): Coverage {
  const made = known.get(fonts) ?? coverageFrom([...fonts.values()].map(rangesOf))
  known.set(fonts, made)
  return made
}

type Range = readonly [first: number, last: number]

function coverageFrom(fonts: readonly (readonly Range[])[]): Coverage {
  if (fonts.length === 0) return () => true
  const all = fonts.flat().toSorted((a, b) => a[0] - b[0])
  const seen = new Map<string, boolean>()
  return character => {
    const found = seen.get(character)
    if (found !== undefined) return found
    const code = character.codePointAt(0) ?? 0
    const has = all.some(([first, last]) => first <= code && code <= last)
    seen.set(character, has)
    return has
  }
}

function rangesOf(font: Uint8Array): readonly Range[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + table * 16
    if (view.getUint32(record) === 0x636d6170) return cmapRanges(view, view.getUint32(record + 8))
  }
  return []
}

/** Windows and Unicode subtables; format 12 holds what format 4 does, and more. */
function cmapRanges(view: DataView, cmap: number): readonly Range[] {
  const ranges: Range[] = []
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8
    if (![0, 3].includes(view.getUint16(record))) continue
    const subtable = cmap + view.getUint32(record + 4)
    const format = view.getUint16(subtable)
    if (format === 12) ranges.push(...groups(view, subtable))
    if (format === 4) ranges.push(...segments(view, subtable))
  }
  return ranges
}

function groups(view: DataView, subtable: number): readonly Range[] {
  return Array.from({ length: view.getUint32(subtable + 12) }, (_, index) => {
    const group = subtable + 16 + index * 12
    return [view.getUint32(group), view.getUint32(group + 4)] as const
  })
}

/** A segment may map some of its characters to glyph 0, which is none: those with an offset are looked up one by one. */
function segments(view: DataView, subtable: number): readonly Range[] {
  const twice = view.getUint16(subtable + 6)
  const ranges: Range[] = []
  for (let at = 0; at < twice; at += 2) {
    const last = view.getUint16(subtable + 14 + at)
    const first = view.getUint16(subtable + 16 + twice + at)
    const offsetAt = subtable + 16 + 3 * twice + at
    const offset = view.getUint16(offsetAt)
    if (first === 0xffff) continue
    if (offset === 0) ranges.push([first, last])
    else
      for (let code = first; code <= last; code += 1)
        if (view.getUint16(offsetAt + offset + (code - first) * 2) !== 0) ranges.push([code, code])
  }
  return ranges
}

/** The same texts without the signs and marks that no font shows. Letters stay: a letter that is missing is an error. */
export function printable<T>(value: T, shows: Coverage): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape, its texts aside
  return withoutUnseen(value, shows) as T
}

function withoutUnseen(value: unknown, shows: Coverage): unknown {
  if (typeof value === 'string') return printableText(value, shows)
  if (Array.isArray(value)) return value.map(each => withoutUnseen(each, shows))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutUnseen(each, shows)]))
}

/** Signs, and the emoji that joiners, variation selectors and skin tones make of several. */
const pictures =
  /(?:\p{S}|\p{P}|\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\ufe0e|\ufe0f|\u200d|\u20e3|\p{Emoji_Modifier})*/gu

function printableText(text: string, shows: Coverage): string {
  if (plain.test(text)) return text
  const marked = text.replace(pictures, found => (shows(found) ? found : unseen))
  const seen = marked.replace(unshown, found => without(found, shows))
  return seen.replace(gap, (_, before: string, after: string, at: number) => {
    if (before !== '' && after !== '') return before
    const isAtStart = at === 0 || seen[at - 1] === '\n'
    return isAtStart ? '' : after
  })
}

/** Nearly every text is made of these alone, and the packaged fonts have them. */
const plain = /^[a-zA-Z0-9 \n\u00a0\u00c0-\u02af\u0400-\u0481\u048a-\u04ff.,:;!?«»()"'—–-]*$/

/** What is no letter and no sign: marks over letters, what steers a text, private and unassigned characters, odd spaces. */
const unshown = /[\p{M}\p{C}\p{Zs}\p{Default_Ignorable_Code_Point}]/gu
/** Line ends and tabs; soft hyphens, places to break, joiners and directions, which need no glyph. */
const steering = /[\t\n\r\u00ad\u061c\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069]/

/** A variation selector chooses between glyphs that our fonts do not have; U+202D and U+202E show letters in a false order. */
function without(found: string, shows: Coverage): string {
  if (found === unseen || steering.test(found)) return found
  if (/[\p{Variation_Selector}\u202d\u202e\ufeff]/u.test(found)) return ''
  // A narrow no-break space is none to what reads aloud or searches.
  if (found === '\u202f') return '\u00a0'
  if (shows(found)) return found
  return /\p{Zs}/u.test(found) ? ' ' : ''
}

/** Marks where something was, until the spaces beside it are mended. A non-character: no text holds it. */
const unseen = '\ufdd0'
const gap = new RegExp(`([ \\u00a0]?)${unseen}+([ \\u00a0]?)`, 'g')
