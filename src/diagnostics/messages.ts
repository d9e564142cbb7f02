/** Sentences in the language of who reads them: looked up by the English, with the form that a count asks for. */
import { filled, type Said, type Tell } from '../model/said.ts'

/** Forms by the plural categories of the language (CLDR); `by` names the number that decides, else it is `n`. */
export interface Forms {
  readonly by?: string
  readonly one?: string
  readonly few?: string
  readonly many?: string
  readonly other?: string
}

export type Form = string | Forms

/**
 * @param table by the English sentence; what it lacks is told in English, within what it has
 * @param ofFields what is told of fields, by what their schemas say: asked where the table has nothing
 */
export function tellIn(
  language: string,
  table: ReadonlyMap<string, Form>,
  ofFields: (description: string) => string | undefined = () => undefined,
): Tell {
  const rules = new Intl.PluralRules(language)
  const sentenceOf = (told: Said): string => {
    const form = table.get(told.sentence) ?? ofFields(told.sentence)
    if (form === undefined) return englishOf(told)
    if (typeof form === 'string') return form
    const count = Number(told.values?.[form.by ?? 'n'])
    const { [rules.select(count)]: asked = form.many ?? form.other } = { zero: undefined, two: undefined, ...form }
    return asked ?? englishOf(told)
  }
  return told => filled(told, sentenceOf)
}

/** The sentence itself, with its placeholders. */
const englishOf = ({ sentence, one, values }: Said): string =>
  one !== undefined && values?.['n'] === 1 ? one : sentence

/** An entry of a table as it is written; nothing where it is none. */
export function formIn(written: unknown): Form | undefined {
  if (typeof written === 'string') return written === '' ? undefined : written
  if (typeof written !== 'object' || written === null) return undefined
  const forms = Object.entries(written).filter(([, text]) => typeof text === 'string' && text !== '')
  return Object.fromEntries(forms)
}
