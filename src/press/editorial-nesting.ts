/** Quotes and lists inside each other, deeper than Markdown's reader follows: past its limit it leaves the words out. */

import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import { placeOf, type Written } from './editorial-texts.ts'

/**
 * The reader goes 100 levels deep: a quote is one, a list two, one for its item. Each level takes a column at the least
 * before the words, and the sign of the innermost stands some columns before them: what begins further left is shown
 * whatever it is made of.
 */
const columns = 80

/** What may stand before the words: indentation, `>`, and the signs and numbers of lists. */
const before = /^(?:[ \t>]|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))+/
const rule = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/

export function checkNesting(written: Written): readonly Diagnostic[] {
  const line = written.text.split('\n').find(isTooDeep)
  if (line === undefined) return []
  const message = said('Quotes or lists stand so deep inside each other that the page leaves the words out.')
  const hint = said('Begin the words further left: nobody can follow more than a few levels.')
  return [errorAt('editorial/nested-too-deep', placeOf(written, line.trim()), message, hint)]
}

function isTooDeep(line: string): boolean {
  const [start = ''] = line.length * 4 < columns ? [] : (before.exec(line) ?? [])
  return widthOf(start) >= columns && start.trim() !== '' && !rule.test(line)
}

/** A tab leads to the next column that four divides: never further than four. */
const widthOf = (start: string): number => start.length + 3 * (start.split('\t').length - 1)
