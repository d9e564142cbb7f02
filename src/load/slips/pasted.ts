/** Lines that came into a record with something else: from Git, or from a chat. */
import { said } from '../../model/said.ts'

import type { Lines } from './lines.ts'
import type { Slip } from './slip.ts'

export function pasted(lines: Lines, index: number): readonly Slip[] {
  const text = lines[index]?.text ?? ''
  if (/^<{7}(?: |$)/.test(text)) return conflict(lines, index)
  return /^\s*(?:`{3}|~{3})\w*\s*$/.test(text) ? fence(lines, index) : []
}

function conflict(lines: Lines, index: number): readonly Slip[] {
  const rest = lines.slice(index)
  const middle = rest.findIndex(({ text }) => /^={7}$/.test(text.trim()))
  const end = rest.findIndex(({ text }) => /^>{7}(?: |$)/.test(text))
  const [first, last] = [rest[0], rest[end]]
  if (!first || !last || middle < 0 || end < middle) return []
  const ours = rest.slice(1, middle).map(({ text }) => text)
  const message = said('Git left two versions here, because both were changed.')
  const hint = said(
    'Keep one of the two, and delete the other with the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  )
  const edit = { start: first.start, end: last.start + last.text.length, put: ours.join('\n') }
  return [{ code: 'yaml/syntax', at: [first.start, first.start + 7], message, hints: [hint], edit, isGuess: true }]
}

function fence(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  if (!line) return []
  const edit = { start: line.start, end: line.start + line.text.length, put: '' }
  const at = [line.start, line.start + line.text.trimEnd().length] as const
  const message = said('This line marks where an example begins or ends, and is no part of the record.')
  return [{ code: 'yaml/syntax', at, message, hints: [said('Delete this line.')], edit, isGuess: true }]
}
