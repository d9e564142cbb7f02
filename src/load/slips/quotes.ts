/** Values that YAML can read only in quotes, or in other quotes than they have. */

import type { Code } from '../../model/diagnostic.ts'
import { type Said, said } from '../../model/said.ts'
import { looksQuoted, mayHoldRemark, needsQuotes, onlyLetters, quoted } from '../quoted.ts'
import { columnOf, isBlank, type Line, type Lines, partsOf } from './lines.ts'
import { isName } from './names.ts'
import type { Slip } from './slip.ts'

export function quotes(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  if (!line || line.header !== undefined || isBlank(line)) return []
  const { lead, value } = partsOf(line.text)
  // A list or fields that lack their last mark are no text.
  const isBesideBrackets = /^\[.*\][^\]]+$|^\{.*\}[^}]+$/.test(value)
  // A name of an alias, or one itself: `yaml-words.ts` tells those that nobody means.
  const isAlias = /^&[^\s]|^\*[\w-]+$/.test(value)
  if (isAlias || !(/^["']/.test(value) || needsQuotes(value) || isBesideBrackets)) return []
  const more = goesOn(lines, index)
  const whole = [value, ...more.map(each => each.text.trim())].join(' ')
  const { code, message, at, length } = causeOf(whole, value.length)
  const start = line.start + lead.length
  const last = more.at(-1) ?? line
  const put = quoted(inner(whole))
  const letters = looksQuoted(value) ? [onlyLetters] : []
  const comment =
    /\s#/.test(value) && !/^["'#]/.test(value) ? [said('If it is a comment, give it a line of its own above.')] : []
  return [
    {
      code,
      at: [start + at, start + at + length],
      message,
      hints: [said('Put the whole text in quotes: {put}.', { put }), ...letters, ...comment],
      edit: { start, end: last.start + last.text.trimEnd().length, put },
      isGuess: mayHoldRemark(whole),
    },
  ]
}

/** The lines below that are deeper than the field, and no fields themselves. */
function goesOn(lines: Lines, index: number): Lines {
  const line = lines[index]
  const rest = lines.slice(index + 1)
  const isMore = (each: Line): boolean =>
    !isBlank(each) && each.indent > columnOf(line?.text ?? '') && !/^\s*- /.test(each.text) && !isField(each.text)
  const end = rest.findIndex(each => !isMore(each))
  return rest.slice(0, end < 0 ? undefined : end)
}

const isField = (text: string): boolean => isName(partsOf(text).name ?? '')

/** Without quotes that were to stand around it. */
function inner(text: string): string {
  const mark = /^["']/.exec(text)?.[0]
  if (mark === undefined) return text
  const closed = mark === '"' ? /^"(.*)["”“]$/s.exec(text) : /^'(.*)['’‘]$/s.exec(text)
  if (closed) return (closed[1] ?? '').replace(/\\(?=["\\])/g, '').replaceAll("''", "'")
  return text.slice(1).includes(mark) ? text : text.slice(1)
}

interface Cause {
  readonly code: Code
  readonly message: Said
  /** In the value. */
  readonly at: number
  readonly length: number
}

/** @param length of what stands on the first line */
function causeOf(value: string, length: number): Cause {
  const mark = /^["']/.exec(value)?.[0]
  if (mark !== undefined) return ofQuotes(value, mark)
  const hash = value.startsWith('#') ? 0 : value.search(/\s#/) + 1
  if (value.startsWith('#') || (hash > 0 && hash < length)) {
    const what = value.slice(hash, hash + 40).trimEnd()
    const message = said('YAML takes “#” for the beginning of a comment: nothing is read of “{what}”.', { what })
    return { code: 'yaml/swallowed', message, at: hash, length: length - hash }
  }
  const colon = value.search(/:(?:\s|$)/)
  if (colon >= 0 && !/^[[{*&!@`%]/.test(value))
    return {
      code: 'yaml/syntax',
      message: said('A second colon on this line: YAML takes the text before it for the name of a field.'),
      at: colon,
      length: 1,
    }
  const message = said('Text cannot begin with “{value}”: YAML takes it for something else.', {
    value: value.charAt(0),
  })
  return { code: codes.get(value.charAt(0)) ?? 'yaml/syntax', message, at: 0, length }
}

/** What a sign begins that no text shows, or that records do not use. */
const codes: ReadonlyMap<string, Code> = new Map([
  ['&', 'yaml/alias'],
  ['!', 'yaml/unsupported'],
])

function ofQuotes(value: string, mark: string): Cause {
  const here = { code: 'yaml/syntax', at: 0, length: 1 } as const
  const second = value.indexOf(mark, 1)
  if (second < 0) return { ...here, message: said('The quotation mark that opens here is never closed.') }
  if (second === value.length - 1)
    return { ...here, message: said('In double quotes a backslash begins a code, and this is none that YAML knows.') }
  const message = said('The text ends at the second quotation mark: what follows it is not read.')
  return { ...here, at: second, message }
}
