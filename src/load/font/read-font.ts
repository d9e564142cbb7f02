/** A font file -> a font as pages use it, or in words why none can. */
import { type Said, said } from '../../model/said.ts'

import type { Font } from '../../model/templates.ts'
import { advancesIn } from './advances.ts'
import { coveredBy, glyphRangesIn } from './coverage.ts'
import { tablesOf } from './tables.ts'

/** What is wrong, and what to do. */
export interface UnusableFont {
  readonly what: Said
  readonly hint: Said
}

export function readFont(path: string, bytes: Uint8Array): Font | UnusableFont {
  try {
    return fontIn(path, bytes)
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    return { what: said('breaks off or is damaged'), hint: said('Copy it anew from where it came.') }
  }
}

function fontIn(path: string, bytes: Uint8Array): Font | UnusableFont {
  const found = tablesOf(bytes)
  if (found === undefined)
    return { what: said('is no font'), hint: said('Put a .ttf, .otf, .woff or .woff2 file there.') }
  if (found === 'collection')
    return {
      what: said('is a collection of several fonts'),
      hint: said('Put the font that you need there as a file of its own.'),
    }
  const { type, tables } = found
  const refused = refusals.find(({ tags }) => tags.some(tag => tables.has(tag)))
  if (refused) return refused
  const [cmap, os2] = [tables.get('cmap'), tables.get('OS/2')]
  if (!cmap || !tables.has('glyf'))
    return {
      what: said('has no outlines of letters'),
      hint: said('Put a font with outlines there, and none of bitmaps.'),
    }
  if (os2 && isForbidden(os2.getUint16(8))) return forbidden
  const weight = os2?.getUint16(4) ?? 400
  const ranges = glyphRangesIn(cmap)
  const advance = advancesIn(tables, ranges)
  return {
    path,
    type,
    bytes,
    covers: coveredBy(ranges),
    advance,
    weight,
    isItalic: ((os2?.getUint16(62) ?? 0) & 1) === 1,
  }
}

const refusals: readonly (UnusableFont & { readonly tags: readonly string[] })[] = [
  {
    tags: ['COLR', 'CBDT', 'sbix', 'SVG '],
    what: said('is a font of colours or pictures, which a PDF for archives cannot hold'),
    hint: said(
      'Put one with plain outlines there, such as a Noto Sans or Noto Naskh font; pictures belong under “photos”.',
    ),
  },
  // Of these two Skia makes fonts of drawings (Type 3), which the finisher does not take for embedded ones.
  {
    tags: ['CFF ', 'CFF2'],
    what: said('has PostScript outlines (CFF), which the browser does not embed as text'),
    hint: said('Put the TrueType file of the same font there (.ttf, or .woff2 of it).'),
  },
  {
    tags: ['fvar'],
    what: said('is a variable font, which the browser does not embed as text'),
    hint: said('Put the files of single weights there (Regular, Bold): most downloads have them in a folder “static”.'),
  },
]

/** OpenType 1.9, OS/2 fsType: restricted, unless a lesser right is given beside it; never in part; bitmaps alone. */
const isForbidden = (rights: number): boolean =>
  (rights & 0x000e) === 0x0002 || (rights & 0x0100) !== 0 || (rights & 0x0200) !== 0

const forbidden: UnusableFont = {
  what: said('may not be embedded: its maker forbids it (OS/2 fsType)'),
  hint: said('Put a font with a free licence there, such as one of Noto.'),
}
