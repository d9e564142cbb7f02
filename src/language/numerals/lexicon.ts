/** Words for numbers, as the pack of a language has them: those up to a hundred, or its thousands and millions alone. */
import type { NumberWords } from '../../model/language-pack.ts'
import type { Tongue } from '../tongue.ts'

export interface NumberWord {
  readonly value: number
  /** `one`, `first`: often no number of anything, so it is never missed in another language. */
  readonly isVague: boolean
  /** A word that goes on with it is below this: units after tens, tens after hundreds. */
  readonly room: number
}

/** @param word as typed, without the stop of an abbreviation */
export function numberWord(word: string, { numberWords }: Tongue): NumberWord | undefined {
  if (!numberWords) return undefined
  const lexicon = lexiconOf(numberWords)
  const plain = word
    .toLowerCase()
    .replace(/[’ʼ'`‘]/g, 'ʻ')
    .replace(/ʻ+$/, '')
    .replaceAll('ё', 'е')
  const value = lexicon.words.get(plain) ?? withoutEnding(plain, lexicon.words, lexicon.ending)
  if (value !== undefined) return { value, isVague: value <= 1, room: roomAfter(value, numberWords) }
  const order = lexicon.ordinals && withoutEnding(plain, lexicon.ordinals.words, lexicon.ordinals.ending)
  return order === undefined ? undefined : { value: order, isVague: true, room: 0 }
}

function roomAfter(value: number, { ten_on_tens: tenOnTens = false }: NumberWords): number {
  if (value >= 100) return 100
  return value % 10 === 0 && (value > 10 || tenOnTens) ? 10 : 0
}

interface Forms {
  readonly words: ReadonlyMap<string, number>
  readonly ending: RegExp | undefined
}

interface Lexicon extends Forms {
  readonly ordinals: Forms | undefined
}

const known = new WeakMap<NumberWords, Lexicon>()

function lexiconOf(pack: NumberWords): Lexicon {
  const { words, endings, ordinals } = pack
  const lexicon = known.get(pack) ?? {
    words: formsIn(words),
    ending: endings && new RegExp(`^${endings.map(group => `${oneOf(group)}?`).join('')}$`),
    ordinals: ordinals && { words: formsIn(ordinals.stems), ending: ordinalEnding(ordinals.endings) },
  }
  known.set(pack, lexicon)
  return lexicon
}

const formsIn = (values: NumberWords['words']): ReadonlyMap<string, number> =>
  new Map(Object.entries(values).flatMap(([value, forms]) => forms.map(form => [form, Number(value)] as const)))

/** The first of its endings makes the ordinal, so one of them is there. */
const ordinalEnding = ([first = [], ...others]: readonly (readonly string[])[]): RegExp =>
  new RegExp(`^${oneOf(first)}${others.map(group => `${oneOf(group)}?`).join('')}$`)

const oneOf = (endings: readonly string[]): string =>
  `(?:${endings.map(ending => ending.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`

function withoutEnding(word: string, stems: Forms['words'], ending: RegExp | undefined): number | undefined {
  if (!ending) return undefined
  for (let end = word.length - 1; end > 1; end -= 1) {
    const value = stems.get(word.slice(0, end))
    if (value !== undefined && ending.test(word.slice(end))) return value
  }
  return undefined
}
