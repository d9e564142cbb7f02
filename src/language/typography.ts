/**
 * Quotation marks, dashes, spaces that do not break and letters that are typed as apostrophes, put right in what
 * authors write. Running it again changes nothing, and what machines read is left as typed.
 */
import { machineText } from './machine-text.ts'
import { nbsp } from './nbsp.ts'
import { setQuotes } from './quotes.ts'
import type { Tongue, Typography } from './tongue.ts'

type Rule = readonly [pattern: RegExp, by: (found: string) => string]

/** Text or Markdown, as it should be printed. */
export function typeset(text: string, tongue: Tongue): string {
  const kept: string[] = []
  const open = text.replace(untouchable, span => {
    kept.push(span)
    return standIn
  })
  const { quotes } = tongue.typography
  const quoted = quotes ? setQuotes(open, quotes) : open
  const set = rulesOf(tongue).reduce((done, [pattern, by]) => done.replace(pattern, found => by(found)), quoted)
  return set.replaceAll(standIn, () => kept.shift() ?? '')
}

/** A private-use character stands in for each kept span; one that the author typed is kept as well. */
const standIn = '\ue000'
const untouchable = new RegExp(`${machineText}|${standIn}`, 'gu')

const ruleCache = new WeakMap<Tongue, readonly Rule[]>()

/** A table of constants, made once for each language. */
function rulesOf(tongue: Tongue): readonly Rule[] {
  const known = ruleCache.get(tongue)
  if (known) return known
  const { typography } = tongue
  const rules = [
    ...everywhere,
    ...dashes(typography),
    ...apostrophes(typography),
    ...binding(typography),
    ...initials(typography),
    ...spaces(typography),
  ]
  ruleCache.set(tongue, rules)
  return rules
}

const bound = () => nbsp

const currencies = 'CHF|EUR|GBP|JPY|KZT|NOK|RUB|SEK|USD|UZS'

/** Spaces at the start of a line are Markdown's, and so are those at its end. */
const everywhere: readonly Rule[] = [
  [/\u202f/g, bound],
  [/(?<=\S)(?=[ \u00a0]{2})[ \u00a0]*\u00a0[ \u00a0]*(?=\S)/g, bound],
  [/(?<=\S) {2,}(?=\S)/g, () => ' '],
  [/(?<=\S) (?=—)/g, bound],
  [/(?<=(?<![\d\u00a0.,])\d{1,3}) (?=\d{3}(?: \d{3})*(?!\d))/g, bound],
  [/(?<=\d\u00a0\d{3}) (?=\d{3}(?!\d))/g, bound],
  [new RegExp(`(?<=(?<!\\p{L})(?:${currencies})) (?=\\d)|(?<=\\d) (?=(?:${currencies})(?!\\p{L}))`, 'gu'), bound],
]

/** A hyphen in spaces stands for a dash, but between numbers for a minus, and at the start of a line for a list. */
function dashes({ dash }: Typography): readonly Rule[] {
  if (dash === undefined) return []
  const typed = '(?:--?|–)'
  const afterWord = '(?<=\\S)(?<![|>*+–—-])[ \\u00a0]'
  return [
    [new RegExp(`${afterWord}${typed}(?!(?<=\\d[ \\u00a0]${typed})\\s\\d)(?=[ \\n][^\\s|])`, 'g'), () => `${nbsp}—`],
  ]
}

/** Uzbek: after o and g a letter of its own (U+02BB), elsewhere inside a word the tutuq belgisi (U+02BC). */
function apostrophes({ apostrophes: kind }: Typography): readonly Rule[] {
  if (kind === undefined) return []
  if (kind === 'french') return [[/(?<=\p{L})'(?=[*_]*\p{L})/gu, () => '’']]
  if (kind === 'english')
    return [
      [/(?<=^|[\s(["“*_—–-])'(?=\p{L})/gu, () => '‘'],
      [/(?<=\p{L}[*_]*|[.,!?…])'|'(?=\d0s)/gu, () => '’'],
    ]
  return [
    [/(?<=[oOgG])['`‘’ʻʼ]/gu, () => 'ʻ'],
    [/(?<=[\p{L}--[oOgGʻʼ]])['`‘’ʻʼ](?=\p{L})/gv, () => 'ʼ'],
  ]
}

/** Before a sign that ends a phrase, not within a time, an address or the line beneath the head of a table. */
function spaces({ spaced = [] }: Typography): readonly Rule[] {
  if (spaced.length === 0) return []
  const sign = oneOf(spaced)
  const ended = '(?:[\\s*_)\\]»”"]|$)'
  const entity = '(?<!&#?\\w{1,8})'
  return [[new RegExp(`(?<=[\\p{L}\\p{N})\\]»”…%][*_]{0,3})${entity}[ \\u00a0]?(?=${sign}+${ended})`, 'gu'), bound]]
}

function binding({ never_last: last, after_number: counted, never_first: first }: Typography): readonly Rule[] {
  return [
    [new RegExp(`(?<=[\\p{L}\\p{N})»“”])${space}(?=${oneOf(first)}(?![\\p{L}\\p{N}.-]))`, 'gu'), bound],
    [new RegExp(`(?<=(?<![\\p{L}\\p{N}-])${oneOf(last, afterNoNumber)})${space}(?=\\S)`, 'gu'), bound],
    [new RegExp(`(?<=\\d)${space}(?=${oneOf(counted)}(?![\\p{L}\\p{N}-]))`, 'gu'), bound],
  ]
}

/** In «в 2022 г. Общество» the stop belongs to the number: what is abbreviated there leans on no word after it. */
const afterNoNumber = '(?<!\\d[ \\u00a0])'

/** Source of a regular expression; of no words, one that nothing fits. @param ofAbbreviated goes before those with a stop */
function oneOf(words: readonly string[] = [], ofAbbreviated = ''): string {
  const sources = words.map(word => {
    const source = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    return word.endsWith('.') ? ofAbbreviated + source : source
  })
  return sources.length === 0 ? '(?!)' : `(?:${sources.join('|')})`
}

/** One space, or the end of a line inside a paragraph. */
const space = '(?: |\\n(?=\\p{L}))'

/**
 * `Э.А. Амиралиева`, `М.Аминов` and `Амиралиева Э.А.`: one space that never breaks after each initial.
 * Without a space before the surname only a capital with a small or capital letter after it is a surname.
 */
function initials({ initials: pairs = [], not_initials: none = [] }: Typography): readonly Rule[] {
  const letter = `(?<![\\p{L}\\p{N}.])(?:${[...pairs, '\\p{Lu}'].join('|')})\\.`
  const next = `(?:${[...pairs, '\\p{Lu}'].join('|')})\\.`
  const gap = `(?: |\\u00a0|\\n(?=\\p{Lu}))?`
  const surname = `\\p{Lu}[\\p{L}ʻʼ]`
  const excluded = none.map(each => each.replaceAll('.', '\\.')).join('|')
  const guard = excluded === '' ? '' : `(?!${excluded})`
  const run = new RegExp(`${guard}${letter}(?:${gap}${next}){0,2}${gap}(?=${surname})`, 'gu')
  const trailing = new RegExp(`(?<=${surname}[\\p{L}ʻʼ-]*)[ \\u00a0]${guard}${next}${gap}${next}(?=[\\s,;)]|$)`, 'gu')
  return [
    [run, found => found.replace(/\.[ \u00a0\n]?/g, `.${nbsp}`)],
    [trailing, found => found.trim().replace(/^|(?<=\.)[ \u00a0\n]?(?!$)/g, nbsp)],
  ]
}
