/** HTML in which every value is escaped unless it is itself such HTML. */

export interface Markup {
  readonly html: string
}

type Value = Markup | string | number | undefined | false | readonly Value[]

/** `false` and `undefined` are nothing at all. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: texts.map((text, index) => `${index === 0 ? '' : written(values[index - 1])}${text}`).join('') }
}

function written(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(written).join('')
  return escapeHtml(String(value))
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
