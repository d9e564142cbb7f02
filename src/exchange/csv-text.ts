/** A sheet as text with commas: RFC 4180, with the mark by which Excel knows UTF-8. */
import type { ActivitySheet } from './sheet.ts'
import { type Content, shownContent } from './table.ts'

export function csvOf({ columns, rows }: ActivitySheet): string {
  const lines = [
    columns.map(({ header }) => header),
    columns.map(({ tag }) => tag),
    ...rows.map(row => row.map(cellText)),
  ]
  return `\ufeff${lines.map(cells => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A spreadsheet would take for a formula what begins as one does; an import takes the apostrophe off again. */
function cellText(content: Content | undefined): string {
  const text = content ? shownContent(content) : ''
  return content?.kind === 'text' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
