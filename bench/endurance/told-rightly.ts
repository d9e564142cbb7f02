/** What is wrong with a diagnostic itself: it must say what, where in a file that is there, and how to mend it. */

import { codes, type Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish } from '../../src/model/said.ts'
import { positionAt } from '../../src/model/source.ts'

/** @param texts of all records and templates, by path: a diagnostic points into one of them. */
export function faultOf(
  { code, message, hints, span }: Diagnostic,
  texts: ReadonlyMap<string, string>,
): string | undefined {
  if (!Object.hasOwn(codes, code)) return `unknown code ${code}`
  if (hints.length === 0 || [message, ...hints].some(each => inEnglish(each) === '')) return `${code} says nothing`
  if (code === 'render/failed' || code.startsWith('template/'))
    return `${code} of templates that are right: ${inEnglish(message)}`
  if (!span) return `${code} points nowhere: ${inEnglish(message)}`
  const { file, start, end } = span
  // A file that is missing is where it ought to be.
  const text = code === 'file/missing' ? '' : texts.get(file.path)
  if (text === undefined) return `${code} points at ${file.path}, which is not there: ${inEnglish(message)}`
  const isInside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length
  if (!isInside || text !== file.text) return `${code}: ${start}-${end} lies outside ${file.path}`
  const { line, column } = positionAt(text, start)
  const length = text.split('\n')[line - 1]?.length ?? -1
  return column <= length + 1 ? undefined : `${code}: ${file.path}:${line}:${column} is no place`
}
