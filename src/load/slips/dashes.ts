/** Entries of a list begin with a hyphen and a space, and nothing else does. */
import { said } from '../../model/said.ts'

import { columnOf, isBlank, type Line, type Lines, partsOf } from './lines.ts'
import { isName } from './names.ts'
import { type Finder, type Slip, written } from './slip.ts'

const other = /^(?<lead>\s*)(?<sign>-|[–—−‐‑•·●▪◦*]|\d{1,2}[.)])[ \t]*(?<rest>\S.*)$/u

export function dashes(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  if (!line || line.header !== undefined) return []
  return [...otherSign(lines, index), ...noSign(lines, index), ...tooMany(lines, index), ...instead(line)]
}

/** `-role: x`, where nothing else can be meant. */
export const gluedField: Finder = (lines, index) =>
  otherSign(lines, index).filter(({ edit }) => isName(partsOf(edit.put).name ?? ''))

/** The line alone, and with those beside it that have the same sign. */
function otherSign(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  const { lead = '', sign = '', rest = '' } = signOf(line) ?? {}
  if (!line || rest === '') return []
  const run = lines.slice(index, endOf(lines, index, line.indent))
  const isSame = (each: Line): boolean => each.indent === line.indent && signOf(each)?.['sign']?.at(-1) === sign.at(-1)
  const last = run.findLastIndex(isSame)
  const at = [line.start + lead.length, line.start + lead.length + sign.length] as const
  const message =
    sign === '-'
      ? said('A space is missing after this hyphen.')
      : said('“{sign}” is no hyphen: it begins no entry of a list.', { sign })
  const put = `${lead}- ${rest.trimEnd()}`
  const one = slipOf([line], put, { at, message, hints: [written(put)] })
  if (last < 1) return [one]
  const all = run.slice(0, last + 1).map(each => (isSame(each) ? mended(each) : each.text))
  const hint = said('Write “{put}”, and begin the entries below it with “- ” too.', { put: put.trim() })
  return [one, slipOf(run.slice(0, last + 1), all.join('\n'), { at, message, hints: [hint] })]
}

/** `{ lead, sign, rest }`, unless it is as it must be. */
function signOf(line: Line | undefined): { readonly [name: string]: string } | undefined {
  if (!line || line.header !== undefined || /^--|^\*\*|^- |^-$/.test(line.text.trim())) return undefined
  return other.exec(line.text)?.groups
}

function mended(line: Line): string {
  const { lead = '', rest = '' } = signOf(line) ?? {}
  return `${lead}- ${rest.trimEnd()}`
}

/** Of the lines that are no less indented. */
function endOf(lines: Lines, index: number, indent: number): number {
  const end = lines.findIndex((each, at) => at > index && !isBlank(each) && each.indent < indent)
  return end < 0 ? lines.length : end
}

function slipOf(run: Lines, put: string, words: Pick<Slip, 'at' | 'message' | 'hints'>): Slip {
  const last = run.at(-1)
  const edit = { start: run[0]?.start ?? 0, end: last ? last.start + last.text.length : 0, put }
  return { code: 'yaml/syntax', ...words, edit }
}

/** Below entries that have their hyphens. */
function noSign(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  const sibling = lines.slice(0, index).findLast(({ text }) => text.trim() !== '')
  if (!line || !sibling || !/^\s*- /.test(sibling.text) || !/^\s*[^\s#-]/.test(line.text)) return []
  const lead = ' '.repeat(sibling.indent)
  const rest = line.text.trim()
  const start = line.start + line.text.length - line.text.trimStart().length
  const message = said('A hyphen and a space are missing before this entry of the list.')
  const put = `${lead}- ${rest}`
  return [slipOf([line], put, { at: [start, start + rest.length], message, hints: [written(put)] })]
}

/** `volunteers: -`, as a table has it where nothing is known. */
function instead(line: Line): readonly Slip[] {
  const [whole = '', before = ''] = /^(\s*[\w-]+:\s+)-\s*$/.exec(line.text) ?? []
  if (whole === '') return []
  const at = [line.start + before.length, line.start + before.length + 1] as const
  const message = said('A hyphen alone begins an entry of a list, and stands for no value.')
  const slip = slipOf([line], '', {
    at,
    message,
    hints: [said('Remove the line where nothing was reported: blank is not zero.')],
  })
  return [{ ...slip, isGuess: true }]
}

/** A hyphen before fields that are no list: before this one, and before those that follow in its column. */
function tooMany(lines: Lines, index: number): readonly Slip[] {
  const first = lines[index]
  if (!first || !/^\s*- +\S/.test(first.text)) return []
  const run = lines.slice(index, endOf(lines, index, first.indent))
  const put = run.map(({ text, indent }) => without(text, { indent, of: first.indent, by: columnOf(first.text) }))
  const at = [first.start + first.indent, first.start + first.indent + 1] as const
  const message = said('A hyphen begins an entry of a list, and here stands no list.')
  const hint = said('Remove the “- ” before “{text}”, and before the lines beside it.', {
    text: first.text.trim().slice(2).trim(),
  })
  return [slipOf(run, put.join('\n'), { at, message, hints: [hint] })]
}

function without(
  text: string,
  { indent, of, by }: { readonly indent: number; readonly of: number; readonly by: number },
): string {
  if (indent === of) return text.replace(/^( *)- +/, '$1')
  return indent >= by ? text.slice(by - of) : text
}
