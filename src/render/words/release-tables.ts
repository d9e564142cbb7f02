/** Tables of a release on paper: how they may stand there (`press/release.css` has the same lengths), and which do not. */
import type { TemplateSet } from '../../model/templates.ts'
import { fitTables, type Setting, type TableRules } from './fit-tables.ts'
import { inkIn } from './letter-widths.ts'
import { markdownToHtml, markdownTokens } from './markdown.ts'

const mm = 72 / 25.4
const usual = { size: 9, gap: 3 * mm }
const small = { size: 7.5, gap: 2 * mm }

const settings: readonly Setting[] = [
  { name: '', room: 130 * mm, ...usual, isInText: true },
  { name: 'across', room: 166 * mm, ...usual },
  { name: 'across small', room: 166 * mm, ...small },
  { name: 'turned', room: 253 * mm, ...usual },
  { name: 'turned small', room: 253 * mm, ...small },
]
/** Where there is no other place. */
const inText: Setting = { name: 'small', room: 130 * mm, ...small, isInText: true }

export const releaseTables = (templates: TemplateSet): TableRules => ({
  settings: [...settings, inText],
  isWhole: () => false,
  ink: inkIn(templates),
})

/** Finds tables of a text that no page holds. */
export type WideTablesIn = (written: string, printed: string, isQuoted: boolean) => readonly WideTable[]

export interface WideTable {
  /** Its first line as the author typed it. */
  readonly piece: string
  readonly columns: number
  readonly fitting: number
  readonly isInside: boolean
}

/** @returns what is asked with a text as its author wrote it, and the same as it is set. */
export function wideTablesWith(templates: TemplateSet): WideTablesIn {
  const rules = releaseTables(templates)
  return (written, printed, isQuoted) => {
    if (!written.includes('|')) return []
    const lines = written.split('\n')
    const tables = markdownTokens(written).filter(({ type }) => type === 'table_open')
    const html = markdownToHtml(printed, 3)
    return fitTables(isQuoted ? `<blockquote>${html}</blockquote>` : html, rules).tooWide.map(({ table, ...told }) => ({
      piece: lines[tables[table]?.map?.[0] ?? 0]?.trim() ?? '',
      ...told,
    }))
  }
}
