/** How a word of a name ends in each case. A case that is not certain has no form: it is asked for. */
import { type Case, cases } from '../names.ts'

export type Declined = { readonly [form in Case]?: string }
export type Paradigm = (word: string) => Declined
export type Gender = 'female' | 'male'

/** @param written the five endings after `cut` letters are taken off; `?` where nothing is certain */
export function endings(cut: number, written: string): Paradigm {
  const each = written.split(' ')
  return word =>
    Object.fromEntries(
      cases.flatMap((form, index) =>
        each[index] === '?' ? [] : [[form, word.slice(0, word.length - cut) + (each[index] ?? '')]],
      ),
    )
}

export const stays: Paradigm = word => Object.fromEntries(cases.map(form => [form, word]))
export const asked: Paradigm = () => ({})

/** What all of them say; of nobody nothing. */
export function agreed([first, ...others]: readonly Declined[]): Declined {
  const same = cases.filter(form => others.every(each => each[form] === first?.[form]))
  return Object.fromEntries(same.flatMap(form => (first?.[form] === undefined ? [] : [[form, first[form]]])))
}

/** Words beside each other, in the cases that every one of them has. */
export function together(words: readonly Declined[], join: string): Declined {
  const whole = cases.filter(form => words.every(each => each[form] !== undefined))
  return Object.fromEntries(whole.map(form => [form, words.map(each => each[form]).join(join)]))
}

export const isWhole = (declined: Declined): boolean => cases.every(form => declined[form] !== undefined)

/** The first that fits decides. Patterns are of small letters. */
export type Rule = readonly [fits: RegExp, paradigm: Paradigm]

export const byRule =
  (rules: readonly Rule[]): Paradigm =>
  word =>
    (rules.find(([fits]) => fits.test(word.toLowerCase()))?.[1] ?? asked)(word)

export const oneOf = (words: string): RegExp => new RegExp(`^(?:${words.trim().replace(/\s+/g, '|')})$`)

/** Of men, on a hard consonant: Барбериса. */
export const hard = endings(0, 'а у а ом е')
/** On a hissing sound or ц off the stress: Шварцем. Under it they take -ом, which only who knows the stress can tell. */
export const hissing = endings(0, 'а у а ем е')
export const hissingOrStressed = endings(0, 'а у а ? е')
/** On й and ь: Сергея, Игоря. */
export const soft = endings(1, 'я ю я ем е')
/** On а and я: Никиты, Ольги, Наташи, Ильи. */
export const onA = endings(1, 'ы е у ой е')
export const onVelarA = endings(1, 'и е у ой е')
export const onHissingA = endings(1, 'и е у ? е')
export const onYa = endings(1, 'и е ю ей е')
