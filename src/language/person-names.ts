/**
 * Russian names of persons in the cases, where they are certain: what every reading of the name says. The rest is asked
 * for, in `forms`, or in `gender` where that alone would tell it; it is never guessed.
 */
import { givenName } from './declension/given-names.ts'
import { agreed, type Declined, type Gender, isWhole, stays, together } from './declension/paradigm.ts'
import { isSonOrDaughter, patronymic } from './declension/patronymics.ts'
import { type Reading, readingsOf } from './declension/readings.ts'
import { surname } from './declension/surnames.ts'
import { type CaseForms, formsIn, type StoredForms } from './names.ts'
import type { Tongue } from './tongue.ts'
import { typeset } from './typography.ts'

export type { Gender } from './declension/paradigm.ts'

export interface PersonNaming {
  readonly forms?: StoredForms | undefined
  readonly gender?: Gender | undefined
}

/** @param name as it is printed: `Э. А. Амиралиева`, `Жак Барберис`, `Умаров Тохир Алишерович` */
export function personForms(name: string, { forms, gender }: PersonNaming, tongue: Tongue): CaseForms {
  const declined = tongue.language === 'ru' ? decline(name, gender) : {}
  return { ...declined, ...formsIn(forms, tongue.language, form => typeset(form, tongue)), name }
}

/** What would tell the cases that are not certain: nothing where all are, the gender where that alone would do. */
export function asksFor(name: string, naming: PersonNaming, tongue: Tongue): 'forms' | 'gender' | undefined {
  if (isWhole(personForms(name, naming, tongue))) return undefined
  const withGender = (gender: Gender) => isWhole(personForms(name, { ...naming, gender }, tongue))
  return !naming.gender && (withGender('female') || withGender('male')) ? 'gender' : 'forms'
}

const known = new Map<string, Declined>()

function decline(name: string, gender: Gender | undefined): Declined {
  const key = `${gender} ${name}`
  const made = known.get(key) ?? declineWords(name, gender)
  known.set(key, made)
  return made
}

const capital = '[А-ЯЁӘҒҚҢӨҰҮҺІЎҲӢӮҶ]'
const small = '[а-яёәғқңөұүһіўҳӣӯҷ]'
const capitalised = `(?:[ОД]['’ʼ])?(?:${capital}(?:['’ʼ]?${small})+|${capital}{2,})`
const whole = new RegExp(`^${capitalised}(?:-(?:${capitalised}|${small}+))*$`)
/** Ҷӯраев, but not Навоӣ, Малиқа: how a word ends in letters that Russian lacks no rule says. */
const endsInRussian = /[а-яё]{2}$/i
/** Spaces, initials, and what stays before a surname. */
const idle = /^(?:(?:(?:\p{Lu}|Дж|Дз)\.)+|[ \u00a0]+|ван|фон|дер?|ден|дель|да|ди|дю|ла|ле|бин|ибн|бен)?$/u

function declineWords(name: string, gender: Gender | undefined): Declined {
  const pieces = piecesOf(name)
  const words = pieces.filter(piece => !idle.test(piece))
  if (
    !words.every(word =>
      word.split(/[ \u00a0]/).every(each => (whole.test(each) && endsInRussian.test(each)) || isSonOrDaughter(each)),
    )
  )
    return {}
  const readings = readingsOf(words, /\./.test(name), gender)
  return agreed(readings.map(reading => read(pieces, words, reading)))
}

/** Words and what stands between them; оглы is one with the father's name before it. */
function piecesOf(name: string): readonly string[] {
  const pieces = name.split(/([ \u00a0]+)/)
  const at = pieces.findIndex(isSonOrDaughter)
  if (at < 2) return pieces
  return [...pieces.slice(0, at - 2), pieces.slice(at - 2, at + 1).join(''), ...pieces.slice(at + 1)]
}

function read(pieces: readonly string[], words: readonly string[], { parts, gender, bearer }: Reading): Declined {
  const rules = {
    first: (word: string) => givenName(word, gender),
    middle: patronymic,
    clan: stays,
    last: (word: string) => surname(word, gender, bearer),
  }
  let next = 0
  const declined = pieces.map(piece => {
    const part = words[next] === piece ? parts[next++] : undefined
    return part ? inItsLetters(piece, rules[part]) : stays(piece)
  })
  return together(declined, '')
}

/** КАРИМОВ, КАРИМОВА. */
function inItsLetters(word: string, rule: (word: string) => Declined): Declined {
  const declined = rule(word)
  if (word !== word.toUpperCase()) return declined
  return Object.fromEntries(Object.entries(declined).map(([form, written]) => [form, written.toUpperCase()]))
}
