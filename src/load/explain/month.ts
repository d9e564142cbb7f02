/** Names of months, whole and short, in the languages in which records are written: by CLDR, as Node has it. */

const languages = ['en', 'ru', 'uz-Latn', 'uz-Cyrl', 'fr', 'es', 'ar', 'kk', 'ky', 'tg']

let known: ReadonlyMap<string, number> | undefined

/** 1 to 12. */
export function monthNamed(word: string): number | undefined {
  known ??= new Map(languages.flatMap(namesIn))
  return known.get(folded(word))
}

/** Beside a day a month may have another ending than alone. */
function namesIn(language: string): readonly (readonly [string, number])[] {
  const forms = (['long', 'short'] as const).flatMap(month => [
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
  ])
  return Array.from({ length: 12 }, (_, index) => index).flatMap(index =>
    forms.flatMap(form => {
      const parts = form.formatToParts(Date.UTC(2022, index, 15))
      const name = parts.find(({ type }) => type === 'month')?.value ?? ''
      return /\d/.test(name) ? [] : [[folded(name), index + 1] as const]
    }),
  )
}

const folded = (word: string): string => word.toLowerCase().replace(/\.$/, '')
