/** What a page paints: marked sequences, and what stands outside of them. Offsets are into the page's content stream. */
import type { Box } from './geometry.ts'

/** A text object, a path painted, or a picture (image, form, shading): what ISO 14289-1, 7.1 wants marked. */
export interface Unit {
  readonly kind: 'text' | 'path' | 'image'
  readonly start: number
  readonly end: number
  /** Undefined where the clip leaves nothing of it. */
  readonly box: Box | undefined
  /** Of a text: points to a unit of its own space, which is a CSS pixel. */
  readonly scale?: number
  /** Units of one group have nothing between them but colours and the like: one mark can hold them all. */
  readonly group: number
}

/** All that stands under one number (MCID). */
export interface Sequence {
  readonly page: number
  readonly units: Unit[]
  /** Glyphs with their font (`/F4 04b504c5`) and texts that replace glyphs (`= `), in the order of the page. */
  readonly said: string[]
}

/** Glyphs that stand for a text which is not what each of them means: a ligature, a letter with its stress mark. */
export interface Replaced {
  readonly text: string
  readonly runs: { readonly font: string; readonly hex: string }[]
}

/** Replaces what stands between two offsets. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface PageContent {
  /** Its index. */
  readonly page: number
  readonly content: string
  readonly sequences: ReadonlyMap<number, Sequence>
  readonly unmarked: readonly Unit[]
  readonly replaced: readonly Replaced[]
  /** Already settled: old marks and soft hyphens. */
  readonly edits: Edit[]
}

/** The text of a sequence; a picture in it is U+FFFC. */
export function textOf(sequence: Sequence, fonts: (font: string) => (hex: string) => string): string {
  return sequence.said
    .map(part => {
      if (part.startsWith('=')) return part.slice(1)
      const [font = '', hex = ''] = part.slice(1).split(' ')
      return fonts(font)(hex)
    })
    .join('')
}

/** The content with all edits made. */
export function edited(content: string, edits: readonly Edit[]): string {
  let at = 0
  let text = ''
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    text += content.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return text + content.slice(at)
}
