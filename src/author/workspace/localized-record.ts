/**
 * A record of the workspace that is handed out, in the languages of one society: texts in others go, what is not worded
 * in one of its languages is said in another until somebody translates it, and remarks are in one language.
 */

import { textsOf } from '../../load/link/declared.ts'
import { matches } from '../../load/match.ts'
import { parse } from '../../load/parse.ts'
import type { Kind } from '../../model/record/kinds.ts'
import type { Language } from '../../model/text.ts'
import { withValues } from '../changed-text.ts'

export interface Readers {
  readonly languages: readonly Language[]
  /** Of remarks. */
  readonly guide: Language
}

/** `#ru …`: a remark for those who read Russian. */
const remark = /^([ \t]*)#([a-z]{2,3}(?:-[A-Z][a-z]{3})?) (.*)\n/gm

export const remarksIn = (guide: Language, text: string): string =>
  text.replace(remark, (_, indent: string, language: string, words: string) =>
    language === guide ? `${indent}# ${words}\n` : '',
  )

export function localizedRecord(kind: Kind, text: string, { languages, guide }: Readers): string {
  const worded = remarksIn(guide, text)
  const texts = textMapsIn(kind, worded)
  const lent = texts.flatMap(({ pointer, byLanguage }) =>
    languages.flatMap(language => {
      const other = byLanguage[language] === undefined ? lender(byLanguage, language) : undefined
      return other === undefined ? [] : [[`${pointer}/${language}`, other] as const]
    }),
  )
  const needless = texts.flatMap(({ pointer, byLanguage }) =>
    Object.keys(byLanguage)
      .filter(language => !languages.includes(language))
      .map(language => `${pointer}/${language}`),
  )
  const isTold = /^release:/m.test(worded)
  const unread = [...new Set(lent.map(([pointer]) => pointer.slice(pointer.lastIndexOf('/') + 1)))]
  const review = isTold && unread.length > 0 ? [['/release/awaiting_review', unread] as const] : []
  return withoutFields(withValues({ path: '', text: worded }, new Map<string, unknown>([...lent, ...review])), needless)
}

interface TextMap {
  readonly pointer: string
  readonly byLanguage: { readonly [language: Language]: unknown }
}

/** Of a list, of each of its entries. */
function textMapsIn(kind: Kind, text: string): readonly TextMap[] {
  const { value } = parse({ path: '', text })
  const records = Array.isArray(value)
    ? value.map((record: unknown, at) => ({ above: `/${at}`, record }))
    : [{ above: '', record: value }]
  const found: TextMap[] = []
  for (const { above, record } of records)
    for (const at of textsOf(kind))
      matches(record, at, match => {
        if (typeof match.value === 'object' && match.value !== null)
          found.push({ pointer: above + match.pointer, byLanguage: { ...match.value } })
      })
  return found
}

/** The same language in another script, else English. Forms of names are of one language alone, and are no texts. */
function lender(texts: TextMap['byLanguage'], language: Language): string | undefined {
  const [base = ''] = language.split('-')
  const [kin] = Object.keys(texts).filter(tag => tag.split('-')[0] === base)
  const text = texts[kin ?? 'en']
  return typeof text === 'string' ? text : undefined
}

/** With what would be empty without them. */
export function withoutFields(text: string, pointers: readonly string[]): string {
  if (pointers.length === 0) return text
  const { spans } = parse({ path: '', text })
  const gone = new Set(pointers)
  for (const pointer of pointers) {
    const above = pointer.slice(0, pointer.lastIndexOf('/'))
    const beside = [...spans.keys()].filter(
      at => at.startsWith(`${above}/`) && !at.slice(above.length + 1).includes('/'),
    )
    if (above !== '' && beside.every(at => gone.has(at))) gone.add(above)
  }
  const lines = [...gone].flatMap(pointer => {
    const { key, value } = spans.get(pointer) ?? {}
    return key && value
      ? [{ start: text.lastIndexOf('\n', key[0]) + 1, end: text.indexOf('\n', Math.max(key[1], value[1])) + 1 }]
      : []
  })
  return withoutLines(text, lines)
}

function withoutLines(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  let kept = ''
  for (const { 0: line, index } of text.matchAll(/.*\n/g))
    if (!ranges.some(({ start, end }) => start <= index && index < end)) kept += line
  return kept
}
