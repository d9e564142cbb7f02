/** Lists whose entries end some with a stop and some without: topics, next steps, and lists inside Markdown. */

import { endsAbbreviated, endsWithStop } from '../language/stops.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import type { Language } from '../model/text.ts'
import { placeOf, prose, type Written, type WrittenField } from './editorial-texts.ts'

/** Of one entry of a list: where it stands, and its words. */
interface Entry {
  readonly at: Written
  readonly words: string
}

/** Fields of a record that are entries of a list which a release prints. */
const entryOf = /^\/(topics\/items|release\/next_steps)\/\d+(?:\/|$)/

/** @param fields of one record */
export function checkListedStops(fields: readonly WrittenField[]): readonly Diagnostic[] {
  const lists = new Map<string, Entry[]>()
  for (const at of fields.flat()) {
    const list = entryOf.exec(at.pointer)?.[1]
    if (list === undefined) continue
    const key = keyOf(list, at.language)
    lists.set(key, [...(lists.get(key) ?? []), { at, words: at.text }])
  }
  return [...lists.values()].flatMap(checkList)
}

const keyOf = (list: string, language: Language): string => `${language} ${list}`

/** Lists inside one text. */
export const checkStops = (written: Written): readonly Diagnostic[] =>
  listsIn(written.text).flatMap(entries => checkList(entries.map(words => ({ at: written, words }))))

function checkList(entries: readonly Entry[]): readonly Diagnostic[] {
  const judged = entries.filter(({ words }) => !words.trimEnd().endsWith(':') && !endsAbbreviated(words))
  const without = judged.filter(({ words }) => !endsWithStop(prose(words)))
  const [first] = without
  if (!first || without.length === judged.length) return []
  const stopped = judged.length - without.length
  const message = said(
    'In this list {count} of {count2} entries in {language} end without a stop, and {stopped} with one.',
    { count: without.length, count2: judged.length, language: first.at.language, stopped },
  )
  const hint = said(
    'End all alike: sentences with a full stop; phrases with a semicolon, and the last with a full stop.',
  )
  const [line = first.words] = first.words.trim().split('\n')
  return [warningAt('editorial/list-stops', placeOf(first.at, line), message, hint)]
}

const item = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(\S.*)$/

interface OpenList {
  readonly indent: number
  /** Another sign begins another list. */
  readonly sign: string
  readonly entries: string[]
}

/** Entries of each list of a Markdown text, those of a list in a list apart. */
function listsIn(text: string): readonly (readonly string[])[] {
  const lists: OpenList[] = []
  /** The innermost last. */
  let open: OpenList[] = []
  let isAfterBlank = false
  for (const line of text.split('\n')) {
    const [, space, mark, words] = item.exec(line) ?? []
    if (space !== undefined && mark !== undefined && words !== undefined) {
      const sign = mark.replace(/\d+/, '1')
      const indent = space.replaceAll('\t', '    ').length
      open = open.filter(each => each.indent <= indent)
      const innermost = open.at(-1)
      const isBeside = innermost !== undefined && indent < innermost.indent + 2
      const list = isBeside && innermost.sign === sign ? innermost : { indent, sign, entries: [] }
      if (list !== innermost) {
        open = [...(isBeside ? open.slice(0, -1) : open), list]
        lists.push(list)
      }
      list.entries.push(words)
    } else if (isAfterBlank && /^\S/.test(line)) open = []
    else if (line.trim() !== '') goesOn(open.at(-1), line.trim())
    isAfterBlank = line.trim() === ''
  }
  return lists.map(({ entries }) => entries)
}

/** An entry over several lines ends where its last one does. */
function goesOn(list: OpenList | undefined, line: string): void {
  const last = list?.entries.pop()
  if (last !== undefined) list?.entries.push(`${last}\n${line}`)
}
