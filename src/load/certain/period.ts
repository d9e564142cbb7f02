/** Periods in another form, with nothing in them but a month or a quarter and its year. */
import { monthNamed } from '../explain/month.ts'

export function certainPeriod(written: string): string | undefined {
  const text = written.trim()
  const { year = '', month, quarter, word } = forms.map(form => form.exec(text)?.groups).find(Boolean) ?? {}
  if (quarter !== undefined) return `${year}-Q${quarter}`
  const number = month === undefined ? monthNamed(word ?? '') : Number(month)
  return number !== undefined && number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : undefined
}

const year = '(?<year>(?:19|20)\\d{2})'
const forms: readonly RegExp[] = [
  new RegExp(`^${year}[-./](?<month>\\d{1,2})$`),
  new RegExp(`^(?<month>\\d{1,2})[-./]${year}$`),
  new RegExp(`^${year}[-./ ]?[Qq](?<quarter>[1-4])$`),
  new RegExp(`^[Qq](?<quarter>[1-4])[-./ ]?${year}$`),
  new RegExp(`^(?<word>\\p{L}+)\\.? ${year}(?: г\\.?)?$`, 'u'),
  new RegExp(`^${year} (?<word>\\p{L}+)$`, 'u'),
]
