/** Spaces that are letters to YAML, or no space at all, where a plain one belongs: they come with text pasted from elsewhere. */
import { type Said, said } from '../../model/said.ts'

import { columnsFor } from './indents.ts'
import type { Line, Lines } from './lines.ts'
import { type Slip, written } from './slip.ts'

const wide = '\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000'
const none = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff'
const odd = new RegExp(`[${wide}${none}]`, 'u')
const indentation = new RegExp(`^[ ${wide}${none}]*`, 'u')
/** Dashes, the name of a field, its colon and what parts it from the value. */
const lead = new RegExp(`^(?:-[ ${wide}${none}]+)*(?:[A-Za-z_][\\w-]*[ ${wide}${none}]*:)?[ ${wide}${none}]*`, 'u')

export function spaces(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  const [indent = ''] = indentation.exec(line?.text ?? '') ?? []
  if (!line) return []
  if (odd.test(indent)) return inIndentation(lines, index, indent)
  const rest = line.text.slice(indent.length)
  const [before = ''] = lead.exec(rest) ?? []
  if (!odd.test(before)) return []
  const meant = indent + plain(before) + rest.slice(before.length)
  return [
    slip(
      line,
      indent.length + before.search(odd),
      meant,
      said('Delete it and type a plain space. {meant}', { meant: written(meant) }),
    ),
  ]
}

function inIndentation(lines: Lines, index: number, indent: string): readonly Slip[] {
  const line = lines[index]
  if (!line) return []
  const at = indent.search(odd)
  const rest = line.text.slice(indent.length)
  if (rest === '') return [slip(line, at, '', said('Delete it: the line is to be empty.'))]
  const columns = [
    ...new Set([indent.replace(new RegExp(`[${none}]`, 'gu'), '').length, ...columnsFor(lines, index, true), 0]),
  ]
  return columns.map(column => {
    const hint =
      column === 0
        ? said('Delete it: the line begins in the first column.')
        : said('Delete it, and begin the line with {column} plain spaces.', { column })
    return slip(line, at, ' '.repeat(column) + rest, hint)
  })
}

const plain = (before: string): string =>
  before
    .replace(new RegExp(`[${none}]`, 'gu'), '')
    .replace(new RegExp(`[${wide}]`, 'gu'), ' ')
    .replace(/\s*:\s*$/, ': ')
    .replace(/-$/, '- ')

function slip({ start, text }: Line, at: number, put: string, hint: Said): Slip {
  const length = new RegExp(`^[${wide}${none}]+`, 'u').exec(text.slice(at))?.[0].length ?? 1
  const code = `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    code: 'yaml/space',
    at: [start + at, start + at + length],
    message: said('A space that YAML takes for a letter ({code}, a no-break space or the like) stands here.', { code }),
    hints: [hint],
    edit: { start, end: start + text.length, put },
  }
}
