/** What is wrong in a table of translations, held against the sentences that there are. */
import type { Sentence } from './sentences.ts'

/** Of whole numbers, which is all that is counted: fractions take the last of them. */
const categoriesOf = (language: string): readonly string[] => {
  const rules = new Intl.PluralRules(language)
  const found = new Set(Array.from({ length: 120 }, (_, count) => rules.select(count)))
  return ['zero', 'one', 'two', 'few', 'many', 'other'].filter(each => found.has(each as Intl.LDMLPluralRule))
}

/** Uzbek nouns stay as they are after a number. */
const hasForms = (language: string): boolean => new Intl.Locale(language).language !== 'uz'

const placeholdersIn = (text: string): string =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name.charAt(0).toLowerCase() + name.slice(1)))]
    .toSorted()
    .join(' ')

export function wrongInTable(
  language: string,
  table: ReadonlyMap<string, unknown>,
  sentences: readonly Sentence[],
): readonly string[] {
  const known = new Set(sentences.map(({ text }) => text))
  return [
    ...[...table.keys()].filter(text => !known.has(text)).map(text => `nobody says: ${text}`),
    ...sentences.flatMap(sentence => wrongIn(sentence, table.get(sentence.text), language)),
  ]
}

/** One text, or one a category. */
const formsIn = (written: unknown): { readonly [category: string]: string } =>
  typeof written === 'object'
    ? Object.fromEntries(Object.entries(written ?? {}).map(([category, form]) => [category, String(form)]))
    : { '': typeof written === 'string' ? written : '' }

function wrongIn({ text, one }: Sentence, written: unknown, language: string): readonly string[] {
  if (written === undefined || written === null || written === '') return [`not there: ${text}`]
  const { by = 'n', ...forms } = formsIn(written)
  const isCounted = typeof written !== 'string'
  const wanted = (isCounted || one !== undefined) && hasForms(language) ? categoriesOf(language) : []
  const given = isCounted ? Object.keys(forms) : []
  const isWhole = hasForms(language) ? wanted.join() === given.toSorted(inOrder).join() : true
  return [
    ...Object.entries(forms).flatMap(([category, form]) => {
      const mayLack = category === 'one' && one !== undefined && !one.includes('{n}')
      const found = placeholdersIn(form)
      const isRight = found === placeholdersIn(text) || (mayLack && found === placeholdersIn(one))
      return isRight ? [] : [`other placeholders: ${form}`]
    }),
    ...Object.values(forms).flatMap(form =>
      latinIn(form, text, language).map(word => `Latin letters: ${word} in ${form}`),
    ),
    ...(isWhole ? [] : [`forms ${given.join(', ')}: ${text}`]),
    ...(isCounted && !placeholdersIn(text).split(' ').includes(by) ? [`counts by ${by}: ${text}`] : []),
  ]
}

/** Where Cyrillic is written, a word in Latin letters is a name or a code of the English sentence, or was left behind. */
const latinIn = (form: string, english: string, language: string): readonly string[] =>
  new Intl.Locale(language).maximize().script === 'Cyrl'
    ? (form.replaceAll(/\{\w+\}/g, '').match(/[A-Za-zʻʼ]+/g) ?? []).filter(
        word => !english.includes(word) && !['Khabar', 'Excel'].includes(word),
      )
    : []

const order = ['zero', 'one', 'two', 'few', 'many', 'other']
const inOrder = (one: string, other: string): number => order.indexOf(one) - order.indexOf(other)
