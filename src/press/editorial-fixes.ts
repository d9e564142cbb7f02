/**
 * What mends the letters and spaces of a text in its file, where that is certain: each piece stands in the source as often,
 * and in the same order, as in the text that YAML makes of it, and is printed after it as before.
 */
import { spanOf } from '../model/dataset.ts'
import type { Edit } from '../model/source.ts'
import { prose, type Written } from './editorial-texts.ts'

interface Change {
  readonly pieces: RegExp
  /** Itself where it stays. */
  readonly put: (piece: string) => string
}

function changedIn({ of, pointer, text }: Written, { pieces, put }: Change): readonly Edit[] | undefined {
  const { file, start, end } = spanOf(of, pointer)
  const source = file.text.slice(start, end)
  // An alias stands for a text elsewhere, and escapes stand for letters.
  if (source.startsWith('*') || (source.startsWith('"') && source.includes('\\'))) return undefined
  const changing = (within: string) => [...within.matchAll(pieces)].filter(([piece]) => put(piece) !== piece)
  const found = changing(source)
  if (
    found.map(([piece]) => piece).join('\n') !==
    changing(text)
      .map(([piece]) => piece)
      .join('\n')
  )
    return undefined
  return found.map(({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
    text: put(piece),
  }))
}

/** In running text alone: in a table, a list or code, spaces may be meant. */
export function singleSpaces(written: Written): readonly Edit[] | undefined {
  if (/\||^\s*(?:```|~~~| {4})|^\s*(?:[-*+>]|\d+[.)])\s{2,}/m.test(written.text)) return undefined
  const put = (piece: string): string => (piece.includes('\u00a0') ? '\u00a0' : ' ')
  return changedIn(written, { pieces: /(?<=\S)[ \u00a0]{2,}(?=\S)/g, put })
}

export const spacesForTabs = (written: Written): readonly Edit[] | undefined =>
  changedIn(written, { pieces: /(?<=[^\s|])\t+(?=[^\s|])/g, put: () => ' ' })

/** Those that nothing is told by: a mark of direction, or a joiner, may be meant. */
export const withoutWidth = (sign: string, written: Written): readonly Edit[] | undefined =>
  /^[\u200b\u2060\ufeff\u00ad]$/.test(sign)
    ? changedIn(written, { pieces: new RegExp(sign, 'g'), put: () => '' })
    : undefined

/** As the page prints them; a sign at the end of a word may close a quotation that another one opened. */
export function uzbekApostrophes(written: Written): readonly Edit[] | undefined {
  const { text } = written
  const opens = /(?<![\p{L}'`])['`]/u.test(text)
  const run = /[\p{L}'`]+/gu
  const put = (word: string): string =>
    (opens ? word : word.replace(/(?<=[oOgG])['`]$/, 'ʻ'))
      .replace(/(?<=[oOgG])['`](?=\p{L})/gu, 'ʻ')
      .replace(/(?<=\p{L})['`](?=\p{L})/gu, 'ʼ')
  const changing = (within: string): string => (within.match(run) ?? []).filter(word => put(word) !== word).join(' ')
  // An address is no prose, and stays.
  return changing(prose(text)) === changing(text) ? changedIn(written, { pieces: run, put }) : undefined
}

const [cyrillic, latin] = ['АВЕКМНОРСТУХІЈЅаеорсухіјѕ', 'ABEKMHOPCTYXIJSaeopcyxijs']

/** The word in the letters of one alphabet, where each stranger looks like one of them, and another letter proves which it is. */
export function inOneAlphabet(written: Written, word: string, isCyrillic: boolean): readonly Edit[] | undefined {
  const [from, to] = isCyrillic ? [latin, cyrillic] : [cyrillic, latin]
  const put = word.replace(/./gu, letter => to[from.indexOf(letter)] ?? letter)
  const own = isCyrillic ? /^[\p{Script=Cyrillic}\p{M}]+$/u : /^[\p{Script=Latin}\p{M}]+$/u
  const isProved = Array.from(word).some(letter => own.test(letter) && !to.includes(letter))
  if (!own.test(put) || !isProved) return undefined
  return changedIn(written, { pieces: /[\p{L}\p{M}]+/gu, put: piece => (piece === word ? put : piece) })
}
