/**
 * Patronymics: Зализняк, «Грамматический словарь русского языка». Ильич, Кузьмич, Лукич, Фомич bear the stress on the ending.
 * What ends in оглы, кызы and the like stays, with the father's name before it: Розенталь, «Справочник по правописанию и
 * литературной правке», «Склонение некоторых имён и фамилий».
 */
import {
  byRule,
  type Declined,
  endings,
  type Gender,
  hard,
  hissing,
  hissingOrStressed,
  type Rule,
  stays,
  together,
} from './paradigm.ts'

const sonOrDaughter = "(?:оглы|оғлы|оглу|огли|угли|ўғли|ўгли|o[ʻ‘’']g[ʻ‘’']li|уулу|улы|кызы|қызы|гызы|кизи|қизи|qizi)"
/** A word of its own after the father's name, or written together with it. */
const apart = new RegExp(`^${sonOrDaughter}$`)
const attached = new RegExp(`.-?${sonOrDaughter}$`)

const rules: readonly Rule[] = [
  [/(?:[оеё]в|никит|савв)ич$/, hissing],
  [/(?:ильич|кузьмич|лукич|фомич)$/, hard],
  [/ич$/, hissingOrStressed],
  [/(?:[оеё]вна|ична|инична)$/, endings(1, 'ы е у ой е')],
]

export const isSonOrDaughter = (word: string): boolean => apart.test(word.toLowerCase())
export const isAttached = (word: string): boolean => attached.test(word.toLowerCase())

/** By its form: Янукович is one too, and a surname. */
export const isPatronymic = (word: string): boolean =>
  isAttached(word) || /(?:ич|[оеё]вна|ична)$/.test(word.toLowerCase())

export function genderOf(word: string): Gender {
  return /(?:на|[кқг]ызы|[кқ]изи|qizi)$/.test(word.toLowerCase()) ? 'female' : 'male'
}

export function patronymic(word: string): Declined {
  if (isAttached(word)) return stays(word)
  const parts = word.split('-')
  return together(
    parts.map(part => (isPatronymic(part) ? byRule(rules)(part) : stays(part))),
    '-',
  )
}
