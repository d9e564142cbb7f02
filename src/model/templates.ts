/** What templates/ holds, parsed but not resolved: Handlebars, CSS, fonts, wording by language, report layouts. */

import type { LanguagePacks } from './language-pack.ts'
import type { SourceFile, Span } from './source.ts'
import type { Language } from './text.ts'

/** One phrase of a wording file: a Handlebars template over the facts of what it is asked for. */
export interface Phrase {
  readonly key: string
  readonly text: string
  readonly span: Span
  /** Of English, for a language whose own wording lacks it. */
  readonly isLent?: true
}

/** `templates/wording/<language>.yaml`, its nested maps flattened: `press.lead.meeting`. */
export interface Wording {
  readonly language: Language
  readonly file: SourceFile
  readonly phrases: ReadonlyMap<string, Phrase>
}

/** A sheet as a layout orders it; which sheets and columns exist is the workbook model's to say. */
export interface SheetLayout {
  readonly sheet: string
  readonly span: Span
  /** Names of columns, in order. Empty: the sheet has no columns to choose (a cover). */
  readonly columns: readonly ColumnLayout[]
}

export interface ColumnLayout {
  readonly column: string
  readonly span: Span
  /** In characters; default: from the contents. */
  readonly width?: number
}

/** `templates/report/<name>.yaml`. */
export interface ReportLayout {
  readonly name: string
  readonly file: SourceFile
  readonly sheets: readonly SheetLayout[]
}

/** Code points, both ends among them. */
export type CodeRange = readonly [first: number, last: number]

/** A file of templates/fonts/. */
export interface Font {
  /** Below templates/: `fonts/SourceSerif4-Regular.ttf`. */
  readonly path: string
  readonly type: 'font/ttf' | 'font/otf' | 'font/woff' | 'font/woff2'
  readonly bytes: Uint8Array
  /** The characters that it shows, in order. */
  readonly covers: readonly CodeRange[]
  /** How wide a character is, in ems; nothing where the font lacks it. */
  readonly advance: (code: number) => number | undefined
  /** 400 is regular, 700 bold. */
  readonly weight: number
  readonly isItalic: boolean
}

export interface TemplateSet {
  /** Text files by path below templates/: `press/release.hbs`, `press/release.css`. */
  readonly texts: ReadonlyMap<string, SourceFile>
  /** Fonts by path below templates/: `fonts/SourceSerif4-Regular.ttf`. */
  readonly fonts: ReadonlyMap<string, Font>
  readonly wording: ReadonlyMap<Language, Wording>
  readonly layouts: ReadonlyMap<string, ReportLayout>
  /** How each language is written. */
  readonly packs: LanguagePacks
}
