/**
 * The same field in several languages must tell the same numbers, however each writes them. They are compared as sets:
 * order and repetition differ between languages, and small or round numbers may be words that nobody knows here.
 */

import { numbersIn, type ToldNumber } from '../language/numerals/read.ts'
import type { Tongue } from '../language/tongue.ts'
import { besides, type Diagnostic, type Related, warningAt } from '../model/diagnostic.ts'
import { type Said, said, type Value } from '../model/said.ts'
import type { Language } from '../model/text.ts'
import { fieldOf, placeOf, prose, type Written, type WrittenField } from './editorial-texts.ts'

/** @param mainLanguage is held against each of the others */
export function checkNumbers(field: WrittenField, mainLanguage: Language, tongueOf: TongueOf): readonly Diagnostic[] {
  const main = field.find(each => each.language === mainLanguage) ?? field[0]
  if (!main) return []
  const found = field.filter(each => each !== main).flatMap(other => difference([main, other], tongueOf) ?? [])
  const [first] = found
  if (!first) return []
  const isMainAlone =
    found.length > 1 && found.length === field.length - 1 && found.every(each => shown(each) === shown(first))
  return isMainAlone
    ? [besides(tell(main, first.inMain, first.inOther), ...found.map(({ other }) => textBeside(other)))]
    : found.map(each => besides(tell(each.other, each.inOther, each.inMain, main.language), textBeside(main)))
}

interface Difference {
  readonly other: Written
  /** Numbers, as typed, that the other text lacks. */
  readonly inMain: readonly string[]
  readonly inOther: readonly string[]
}

const shown = ({ inMain, inOther }: Difference) => [inMain.join(), inOther.join()].join(' ')

type TongueOf = (language: Language) => Tongue

function difference([main, other]: readonly [Written, Written], tongueOf: TongueOf): Difference | undefined {
  const [left, right] = [main, other].map(({ text, language }) => numbersIn(prose(text), tongueOf(language)))
  const inMain = lacked(left ?? [], right ?? [])
  const inOther = lacked(right ?? [], left ?? [])
  const all = [...inMain, ...inOther]
  /** Left over on one side only: words that are not known here may say it. On both they are no words of one another. */
  const isWorded = inMain.length === 0 || inOther.length === 0
  if (all.length === 0 || (isWorded && all.every(mayBeWord))) return undefined
  const told = (numbers: readonly ToldNumber[]) =>
    numbers.filter(each => !isWorded || !mayBeWord(each)).map(({ typed }) => typed)
  return { other, inMain: told(inMain), inOther: told(inOther) }
}

/** Each once. */
function lacked(own: readonly ToldNumber[], theirs: readonly ToldNumber[]): readonly ToldNumber[] {
  const known = new Set(theirs.flatMap(({ readings }) => readings))
  const missing = own.filter(({ kind, readings }) => kind !== 'vague' && !readings.some(each => known.has(each)))
  return [...new Map(missing.map(each => [each.readings[0], each])).values()]
}

const textBeside = (written: Written): Related => ({
  span: placeOf(written, written.text),
  message: said('This is the text in {language}.', { language: written.language }),
})

function tell(at: Written, own: readonly string[], theirs: readonly string[], against?: Language): Diagnostic {
  const values = { language: at.language, own: some(own), theirs: some(theirs) }
  const message = against === undefined ? ofAllOthers(values, own, theirs) : ofOne({ ...values, against }, own, theirs)
  return warningAt(
    'editorial/numbers-differ',
    placeOf(at, own[0] ?? at.text),
    message,
    said('Compare the languages: a number is wrong or missing in one of them.'),
    said('Where it is meant, say so: `{accepts}` in the record.', {
      accepts: `accepts: [{ remark: editorial/numbers-differ, in: ${fieldOf(at)} }]`,
    }),
  )
}

type Numbers = readonly string[]
type Shown = { readonly [name in 'language' | 'own' | 'theirs']: Value }

function ofAllOthers(values: Shown, own: Numbers, theirs: Numbers): Said {
  if (own.length === 0)
    return said('The text in {language} lacks {theirs}, which the texts in all other languages have.', values)
  if (theirs.length === 0)
    return said('The text in {language} has {own}, which the texts in all other languages lack.', values)
  return said('The text in {language} has {own} where the texts in all other languages have {theirs}.', values)
}

function ofOne(values: Shown & { readonly against: string }, own: Numbers, theirs: Numbers): Said {
  if (own.length === 0) return said('The text in {language} lacks {theirs}, which the text in {against} has.', values)
  if (theirs.length === 0) return said('The text in {language} has {own}, which the text in {against} lacks.', values)
  return said('The text in {language} has {own} where the text in {against} has {theirs}.', values)
}

/** The first are enough to find the place. */
function some(numbers: readonly string[]): Value {
  const more = numbers.length - 5
  return more > 1
    ? said('{numbers} and {more} more', { numbers: numbers.slice(0, 5).join(', '), more })
    : numbers.join(', ')
}

/** Up to twenty, tens, and powers of ten are often written out. */
function mayBeWord({ kind, readings }: ToldNumber): boolean {
  const number = Number(readings[0])
  return kind === 'word' || number <= 20 || (number <= 100 && number % 10 === 0) || /^10+$/.test(String(number))
}
