/**
 * Russian names of persons in the cases: by the rules of `petrovich`, given the gender, which initials do not tell.
 * A name whose parts cannot be told apart has no forms but those that its record holds.
 */
import petrovich from 'petrovich'
import type { Language } from '../model/text.ts'
import { type CaseForms, cases, formsIn, type StoredForms } from './names.ts'
import { typeset } from './typography.ts'

export interface PersonNaming {
  readonly forms?: StoredForms | undefined
  readonly gender?: Gender | undefined
}
export type Gender = keyof typeof petrovich

/** @param name as it is printed: `Э. А. Амиралиева`, `Жак Барберис`, `Умаров Тохир Алишерович` */
export function personForms(name: string, { forms, gender }: PersonNaming, language: Language): CaseForms {
  const declined = gender && language === 'ru' ? decline(name, gender) : {}
  return { ...declined, ...formsIn(forms, language, form => typeset(form, language)), name }
}

type Declined = Omit<CaseForms, 'name'>
const known = new Map<string, Declined>()

function decline(name: string, gender: Gender): Declined {
  const key = `${gender} ${name}`
  const made = known.get(key) ?? declineParts(name, gender)
  known.set(key, made)
  return made
}

function declineParts(name: string, gender: Gender): Declined {
  const pieces = name.split(/([ \u00a0]+)/)
  const words = pieces.filter(piece => /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*$/.test(piece))
  const rest = pieces.filter(piece => !words.includes(piece) && !/^(?:(?:\p{Lu}|Дж|Дз)\.|[ \u00a0]+)$/u.test(piece))
  const parts = partsOf(words, /\./.test(name))
  if (rest.length > 0 || !parts) return {}
  const inCase = (form: (typeof cases)[number]) =>
    pieces.map(piece => {
      const part = parts[words.indexOf(piece)]
      return part ? petrovich[gender][part][form](piece) : piece
    })
  return Object.fromEntries(cases.map(form => [form, inCase(form).join('')]))
}

type Part = 'first' | 'middle' | 'last'
const isPatronymic = (word: string | undefined) => /(?:вич|ич|вна|чна)$/.test(word ?? '')

/** Nothing where it cannot be told which word is what. */
function partsOf(words: readonly string[], hasInitials: boolean): readonly Part[] | undefined {
  if (hasInitials) return words.length === 1 ? ['last'] : undefined
  if (words.length === 2) return isPatronymic(words[1]) ? ['first', 'middle'] : ['first', 'last']
  if (words.length !== 3) return undefined
  if (isPatronymic(words[1])) return ['first', 'middle', 'last']
  return isPatronymic(words[2]) ? ['last', 'first', 'middle'] : undefined
}
