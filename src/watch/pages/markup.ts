/** HTML in which every value is escaped unless it is itself such HTML; what is said in it is told when it is written. */
import type { Said, Tell } from '../../model/said.ts'

/** To whom a page is told. */
export interface Telling {
  /** BCP 47. */
  readonly language: string
  readonly tell: Tell
}

export interface Markup {
  readonly written: (telling: Telling) => string
}

export type Value = Markup | Said | string | number | undefined | false | readonly Value[]

/** `false` and `undefined` are nothing at all. */
export const html = (texts: TemplateStringsArray, ...values: readonly Value[]): Markup => ({
  written: telling =>
    texts.map((text, index) => `${index === 0 ? '' : written(values[index - 1], telling)}${text}`).join(''),
})

function written(value: Value, telling: Telling): string {
  if (value === undefined || value === false) return ''
  if (typeof value !== 'object') return escapeHtml(String(value))
  if ('sentence' in value) return escapeHtml(telling.tell(value))
  return 'written' in value ? value.written(telling) : value.map(each => written(each, telling)).join('')
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '')
}
